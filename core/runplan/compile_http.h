#pragma once

#include "core/expr/value_text.h"
#include "core/runplan/compile_context.h"

#include <string>

namespace bw::runplan {

// One HTTP step: its templates compiled, its files read, its site numbered.
[[nodiscard]] HttpStep compileHttp(CompileContext& context, const testplan::Step& step,
                                   const testplan::HttpStep& from, const std::string& place);

// What the request's own templates read: of responses, that is the one before.
[[nodiscard]] expr::Needs requestNeeds(const HttpStep& step);

} // namespace bw::runplan
