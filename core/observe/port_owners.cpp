#include "core/observe/port_owners.h"

#include "core/observe/proc_text.h"

#include <algorithm>
#include <utility>

namespace bw::observe {
namespace {

constexpr unsigned kRounds = 16;
// The kernel lists what listens before the connections, of which a loaded machine has very many: 1,700
// sockets.
constexpr std::size_t kTableBytes = 256UL * 1024;

} // namespace

std::optional<std::vector<std::uint64_t>> PortOwners::socketsOf(std::uint16_t port) const {
    std::vector<std::uint64_t> sockets;
    bool isRead = false;
    for (const char* table : {"net/tcp", "net/tcp6"}) {
        if (const auto text = m_folder.read(0, table, kTableBytes)) {
            isRead = true;
            listeningSockets(*text, port, sockets);
        }
    }
    std::ranges::sort(sockets);
    return isRead ? std::optional(std::move(sockets)) : std::nullopt;
}

std::vector<pid_t> PortOwners::owning(std::uint16_t port) {
    Known& known = m_known[port];
    const bool isDue = ++known.round % kRounds == 0;
    const bool isHeld =
        std::ranges::all_of(known.owners, [&](pid_t pid) { return m_folder.hasSocket(pid, known.sockets); });
    if (isHeld && !known.owners.empty() && !isDue) {
        return known.owners;
    }
    auto sockets = socketsOf(port);
    if (!sockets) {
        return known.owners;
    }
    const bool isSame = *sockets == known.sockets;
    known.sockets = std::move(*sockets);
    if (known.sockets.empty()) {
        known.owners.clear();
    } else if (!isSame || !isHeld || isDue) { // else somebody listens who may not be seen
        known.owners = m_folder.pids();
        std::erase_if(known.owners, [&](pid_t pid) { return !m_folder.hasSocket(pid, known.sockets); });
    }
    return known.owners;
}

} // namespace bw::observe
