#pragma once

#include "core/base/result.h"
#include "core/codec/form.h"
#include "core/codec/url.h"
#include "core/engine/http_work.h"
#include "core/expr/problem.h"
#include "core/runplan/run_plan.h"

#include <string>
#include <variant>

namespace bw::engine {

// Why a request could not be made.
struct RenderError {
    std::string part; // "url", "body", "headers.X"
    std::variant<expr::EvalError, codec::UrlError, codec::MultipartError> error;
};

// Renders a step's URL, query, body, headers and tags into `work`, with what is known of the step. The
// context's response is the one before.
[[nodiscard]] Result<void, RenderError> renderRequest(const runplan::HttpStep& step, expr::Context& context,
                                                      KnownRequest& known, HttpWork& work);

// The method and body of the request that follows a redirect with this status (RFC 9110 §15.4): 307 and 308
// repeat both, 303 and, as everybody does, 301 and 302 of a POST become a GET without body.
[[nodiscard]] runplan::Method methodAfterRedirect(runplan::Method method, int status);

[[nodiscard]] bool isRedirect(int status);

} // namespace bw::engine
