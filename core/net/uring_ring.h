#pragma once

#include "core/base/result.h"
#include "core/net/net_error.h"

#include <cstddef>
#include <cstdint>
#include <liburing.h>
#include <memory>
#include <span>

namespace bw::net {

// What of io_uring may be used. Tests take pieces away, as older kernels and containers do.
struct UringAllowance {
    bool isAllowed = true; // false: as where a container forbids io_uring
    bool singleIssuer = true;
    bool deferredTaskRun = true;
    bool bufferRing = true;
    bool multishotReceive = true;
};

// One io_uring with its ring of receive buffers. Made disabled on any thread; from enable() on it belongs to
// the thread that called it.
class UringRing {
public:
    static constexpr unsigned kBuffers = 1024;
    static constexpr unsigned kBufferBytes = 4096;
    static constexpr int kBufferGroup = 1;

    // NotAvailable (with the system's error) when the kernel lacks what the loop needs, or forbids it.
    [[nodiscard]] static Result<std::unique_ptr<UringRing>, NetError> create(const UringAllowance& allowance);
    UringRing(const UringRing&) = delete;
    UringRing& operator=(const UringRing&) = delete;
    ~UringRing();

    // Idempotent.
    void enable();
    // The thread's own entry is given back; the ring can be used on.
    void leaveThread();

    [[nodiscard]] io_uring& get() { return m_ring; }
    [[nodiscard]] std::span<std::byte> buffer(unsigned id) {
        return {m_memory.get() + std::size_t{id} * kBufferBytes, kBufferBytes};
    }
    // The kernel may fill it again after publishBuffers().
    void returnBuffer(unsigned id);
    void publishBuffers();

private:
    UringRing() = default;
    // errno, each; 0: done.
    [[nodiscard]] int prepare(const UringAllowance& allowance);
    [[nodiscard]] int open(const UringAllowance& allowance);
    [[nodiscard]] int registerBuffers();
    [[nodiscard]] bool hasOperations();

    io_uring m_ring{};
    bool m_isOpen = false;
    bool m_isEnabled = false;
    bool m_isRegistered = false;            // with the loop's thread
    io_uring_buf_ring* m_buffers = nullptr; // mapped
    std::unique_ptr<std::byte[]> m_memory;
    int m_returned = 0;
};

} // namespace bw::net
