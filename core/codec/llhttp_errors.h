#pragma once

#include "core/codec/http1_types.h"

#include <llhttp.h>

namespace bw::codec {

// The word for an error that llhttp itself found.
[[nodiscard]] Http1Error fromLlhttp(llhttp_errno_t error);

} // namespace bw::codec
