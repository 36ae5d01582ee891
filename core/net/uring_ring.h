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
    bool socketCommands = true; // options of sockets without a descriptor of the process (6.7)
    bool bindOperation = true;  // 6.11
};

// Of Linux 6.1.
inline constexpr UringAllowance kKernel61{.socketCommands = false, .bindOperation = false};

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
    // Something happened that becomes completions with the next entry into the kernel.
    [[nodiscard]] bool hasWork() const {
        return (__atomic_load_n(m_ring.sq.kflags, __ATOMIC_RELAXED) & IORING_SQ_TASKRUN) != 0;
    }
    [[nodiscard]] std::span<std::byte> buffer(unsigned id) {
        return {m_memory.get() + std::size_t{id} * kBufferBytes, kBufferBytes};
    }
    // How many sockets may stand in the ring's own table, which the process's limit of descriptors does not
    // count; 0 where the kernel cannot do without descriptors. One of them can be bound when canBind().
    [[nodiscard]] unsigned directDescriptors() const { return m_directDescriptors; }
    [[nodiscard]] bool canBind() const { return m_canBind; }
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
    void registerDirectDescriptors(const UringAllowance& allowance);

    io_uring m_ring{};
    bool m_isOpen = false;
    bool m_isEnabled = false;
    bool m_isRegistered = false;            // with the loop's thread
    io_uring_buf_ring* m_buffers = nullptr; // mapped
    std::unique_ptr<std::byte[]> m_memory;
    int m_returned = 0;
    unsigned m_directDescriptors = 0;
    bool m_canBind = false;
    bool m_hasSocketOperation = false;
};

} // namespace bw::net
