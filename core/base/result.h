#pragma once

#include <expected>

namespace bw {

// A value or the reason why there is none. E is the documented error type of the module that
// returns it; core never formats it for people (ui/format does).
template <class T, class E>
using Result = std::expected<T, E>;

} // namespace bw
