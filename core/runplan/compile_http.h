#pragma once

#include "core/expr/value_text.h"
#include "core/runplan/compile_context.h"

#include <string>
#include <string_view>

namespace bw::runplan {

// One HTTP step: its templates compiled, its files read, its site numbered.
[[nodiscard]] HttpStep compileHttp(CompileContext& context, const testplan::Step& step,
                                   const testplan::HttpStep& from, const std::string& place);

// What the request's own templates read: of responses, that is the one before.
[[nodiscard]] expr::Needs requestNeeds(const HttpStep& step);

// Notes that the run needs TLS's authorities when a step's URL leads there, as far as its variables are known
// by now.
void noteTls(CompileContext& context, const expr::Template& url);

// Names of headers, whose case does not count.
[[nodiscard]] bool sameName(std::string_view a, std::string_view b);

inline constexpr std::string_view kUserAgent = "Bellwether/1.0";

} // namespace bw::runplan
