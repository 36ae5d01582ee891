#pragma once

#include "core/verdict/verdict.h"

#include <optional>
#include <string>
#include <string_view>

namespace bw::verdict {

// The verdict with everything it rests on, as the history keeps it (the README has the form). Bytes that are
// no UTF-8 become U+FFFD; every figure reads back as it was.
[[nodiscard]] std::string verdictJson(const Verdict& verdict);

// Any text may come in. Empty when it is not whole, contradicts itself (a reason that points at nothing), was
// written by a newer program or is longer than 16 MiB.
[[nodiscard]] std::optional<Verdict> verdictFromJson(std::string_view json);

} // namespace bw::verdict
