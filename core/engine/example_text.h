#pragma once

#include "core/client/exchange.h"

#include <string>
#include <string_view>

namespace bw::engine {

// A request and a response as they went over the wire, 16 KB at most of each; bytes that are no text are
// shown as U+FFFD. Not yet masked.
[[nodiscard]] std::string requestText(const client::Request& request);
[[nodiscard]] std::string responseText(const client::Exchange& exchange);

// The first `most` bytes as text that can be stored and shown.
[[nodiscard]] std::string printableText(std::string_view bytes, std::size_t most);

} // namespace bw::engine
