#pragma once

#include "core/client/exchange.h"

#include <string>

namespace bw::engine {

// A request and a response as they went over the wire, 16 KB at most of each; bytes that are no text are
// shown as U+FFFD. Not yet masked.
[[nodiscard]] std::string requestText(const client::Request& request);
[[nodiscard]] std::string responseText(const client::Exchange& exchange);

} // namespace bw::engine
