#pragma once

#include <nghttp2/nghttp2.h>

namespace bw::codec {

// nghttp2's memory, from the thread's free lists: it takes and gives half a dozen small blocks a request. A
// session and all that is of it must go on the thread that made it. Null under the address sanitizer, which
// sees more in blocks of its own.
[[nodiscard]] nghttp2_mem* nghttp2Memory();

} // namespace bw::codec
