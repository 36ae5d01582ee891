#include "core/client/host_policy.h"

#include "core/codec/http1_writer.h"

namespace bw::client {

bool HostPolicy::sameHost(std::string_view a, std::string_view b) {
    return codec::equalsIgnoringCase(a, b);
}

} // namespace bw::client
