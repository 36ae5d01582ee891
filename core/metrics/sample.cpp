#include "core/metrics/sample.h"

#include <array>

namespace bw::metrics {

std::string_view outcomeName(Outcome outcome) {
    static constexpr std::array<std::string_view, 13> names{
        "",        "dns", "not_allowed", "refused",   "unreachable", "reset",      "closed",
        "timeout", "tls", "protocol",    "too_large", "local",       "interrupted"};
    static_assert(names.size() == static_cast<std::size_t>(Outcome::Interrupted) + 1);
    return names[static_cast<std::size_t>(outcome)];
}

} // namespace bw::metrics
