#pragma once

#include <cstdint>

namespace bw::net {

// Raises the number of descriptors that this process may have to what the system lets it: many systems start
// programs with 1,024. Returns the number. To be called before event loops are made, whose own tables have
// the same bound. Any thread.
std::uint64_t raiseDescriptorLimit();

} // namespace bw::net
