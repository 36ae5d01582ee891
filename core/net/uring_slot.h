#pragma once

#include "core/base/clock.h"
#include "core/net/address.h"

#include <cstddef>
#include <cstdint>
#include <liburing.h>
#include <memory>
#include <span>
#include <string>

namespace bw::net {

// What a completion is of. Travels in the low bits of its user data, beside the slot.
enum class UringOp : std::uint8_t {
    None, // nobody waits for it
    Receive,
    QuickSend, // completes only when the kernel did not take all of it
    Send,
    Connect,
    Accept,
    Watch,  // for errors behind the peer's end
    Socket, // a direct descriptor is made
    Bind,   // completes only when it failed
    Error,  // what a direct descriptor's socket suffered is asked for
    Count_
};

// Who hears of completions.
class UringSource {
public:
    UringSource() = default;
    UringSource(const UringSource&) = delete;
    UringSource& operator=(const UringSource&) = delete;
    virtual ~UringSource() = default;
    virtual void onCompletion(UringOp op, int result, std::uint32_t flags,
                              std::span<const std::byte> bytes) = 0;
    // What UringReactor::again() asked for.
    virtual void onAgain() {}
    // What was queued goes to the kernel now. Must not destroy anything.
    virtual void onSubmitting(Instant /*at*/) {}
};

// What the kernel would not take at once. `sending` is the kernel's while its operation is under way.
struct UringBacklog {
    std::string sending;
    std::size_t from = 0;
    std::string waiting;

    [[nodiscard]] std::size_t bytes() const { return sending.size() - from + waiting.size(); }
};

// What the kernel may still touch or tell of after its owner is gone: a descriptor, its operations, the
// memory that they read. The reactor's; given back when the last completion came.
struct alignas(16) UringSlot {
    UringSource* owner = nullptr; // null: gone
    int descriptor = -1;
    bool isDirect = false;                   // a place in the ring's own table, not in the process's
    std::uint16_t pending = 0;               // completions that are still to come
    std::uint16_t running = 0;               // bit per UringOp that is under way
    bool isQueued = false;                   // a quick send waits for submission, or for what became of it
    bool resetOnClose = false;               // break the connection rather than end it
    bool acceptsDirect = false;              // a listener's: who comes gets a place in the table
    bool endAfterSends = false;              // shut our direction down when all was sent
    int localError = 0;                      // errno of what failed without a completion, to be told
    int socketError = 0;                     // errno, written by the kernel during Error
    io_uring_sqe* quick = nullptr;           // while it may still be changed
    std::span<char> quickBytes{};            // in the reactor's outbox
    std::size_t quickRoom = 0;               // of that place
    std::unique_ptr<UringBacklog> backlog{}; // null while the kernel keeps up
    Address address{};                       // where a connection goes
    std::unique_ptr<Address> source{};       // where a direct one comes from, when the plan says so

    [[nodiscard]] bool runs(UringOp op) const { return (running >> static_cast<unsigned>(op) & 1U) != 0; }
    [[nodiscard]] std::size_t unsent() const { return backlog ? backlog->bytes() : 0; }
};

} // namespace bw::net
