#pragma once

#include "core/runplan/compile_context.h"

#include <string>

namespace bw::runplan {

// One WebSocket step without the steps inside it.
[[nodiscard]] WebSocketStep compileWebSocket(CompileContext& context, const testplan::Step& step,
                                             const testplan::WebSocketStep& from, const std::string& place);

[[nodiscard]] ExpectStep compileExpect(CompileContext& context, const testplan::Step& step,
                                       const testplan::ExpectStep& from, const std::string& place);

// What the session's own templates read of the response before it.
[[nodiscard]] expr::Needs sessionNeeds(const WebSocketStep& step);

} // namespace bw::runplan
