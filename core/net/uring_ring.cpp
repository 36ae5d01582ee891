#include "core/net/uring_ring.h"

#include "core/net/uring_command.h"

#include <algorithm>
#include <cerrno>
#include <optional>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <thread>
#include <unistd.h>
#include <utility>

namespace bw::net {
namespace {

constexpr unsigned kSubmissions = 1024;
// What completes in one turn must fit, or the kernel has to keep lists of its own.
constexpr unsigned kCompletions = 16 * 1024;
// Of the ring's own table; each place costs the kernel a pointer.
constexpr rlim_t kMaxDirectDescriptors = 65'536;
constexpr std::size_t kBufferRingBytes = UringRing::kBuffers * sizeof(io_uring_buf);

constexpr int kNeededOperations[] = {IORING_OP_ACCEPT,  IORING_OP_CONNECT, IORING_OP_RECV,
                                     IORING_OP_SEND,    IORING_OP_READ,    IORING_OP_ASYNC_CANCEL,
                                     IORING_OP_POLL_ADD};

// The combinations worth trying, the best first.
struct SetupFlags {
    bool singleIssuer;
    bool deferredTaskRun;
};
constexpr SetupFlags kAttempts[] = {{true, true}, {true, false}, {false, false}};

// What one operation on a small ring of its own comes to: the result, or nothing when it cannot be tried.
template <class Prepare>
std::optional<int> tryOperation(Prepare prepare) {
    io_uring ring{};
    if (io_uring_queue_init(4, &ring, 0) != 0) {
        return std::nullopt; // what is wrong will be told when the real ring is made
    }
    prepare(*io_uring_get_sqe(&ring));
    io_uring_cqe* cqe = nullptr;
    __kernel_timespec patience{1, 0};
    std::optional<int> result;
    if (io_uring_submit_and_wait_timeout(&ring, &cqe, 1, &patience, nullptr) >= 0 && cqe != nullptr) {
        result = cqe->res;
    }
    io_uring_queue_exit(&ring);
    return result;
}

// A flag of an operation shows in no probe: only trying it tells.
bool receivesMany() {
    int pair[2] = {-1, -1};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) != 0) {
        return true;
    }
    ::close(pair[1]); // so that it completes at once: with the stream's end, or for want of buffers
    const auto result = tryOperation([&](io_uring_sqe& sqe) {
        io_uring_prep_recv_multishot(&sqe, pair[0], nullptr, 0, 0);
        sqe.flags |= IOSQE_BUFFER_SELECT;
        sqe.buf_group = UringRing::kBufferGroup;
    });
    ::close(pair[0]);
    return !result || *result != -EINVAL;
}

// The same for a command to a socket.
bool knowsSocketCommands() {
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const auto result =
        tryOperation([&](io_uring_sqe& sqe) { prepareSetOption(sqe, socket, SocketOption::NoDelay); });
    ::close(socket);
    return result == 0;
}

} // namespace

Result<std::unique_ptr<UringRing>, NetError> UringRing::create(const UringAllowance& allowance) {
    std::unique_ptr<UringRing> ring(new UringRing);
    int error = 0;
    // The kernel ties a ring to the thread that makes it, too, and interrupts that thread's calls when the
    // ring goes: this one is gone by then.
    std::thread([&] { error = ring->prepare(allowance); }).join();
    if (error != 0) {
        return std::unexpected(NetError{NetErrorKind::NotAvailable, error});
    }
    return ring;
}

int UringRing::prepare(const UringAllowance& allowance) {
    if (const int error = open(allowance); error != 0) {
        return error;
    }
    if (!hasOperations()) {
        return EOPNOTSUPP;
    }
    registerDirectDescriptors(allowance);
    return allowance.bufferRing ? registerBuffers() : EINVAL;
}

int UringRing::open(const UringAllowance& allowance) {
    if (!allowance.isAllowed) {
        return EPERM;
    }
    static const bool hasMultishotReceive = receivesMany();
    if (!allowance.multishotReceive || !hasMultishotReceive) {
        return EINVAL;
    }
    int result = -EINVAL;
    for (const SetupFlags& attempt : kAttempts) {
        if ((attempt.singleIssuer && !allowance.singleIssuer) ||
            (attempt.deferredTaskRun && !allowance.deferredTaskRun)) {
            continue;
        }
        io_uring_params params{};
        // Disabled until the loop's thread takes it: who enables it is its only issuer.
        params.flags =
            IORING_SETUP_R_DISABLED | IORING_SETUP_CQSIZE | IORING_SETUP_CLAMP | IORING_SETUP_TASKRUN_FLAG;
        params.flags |= attempt.singleIssuer ? IORING_SETUP_SINGLE_ISSUER : 0U;
        params.flags |= attempt.deferredTaskRun ? IORING_SETUP_DEFER_TASKRUN : IORING_SETUP_COOP_TASKRUN;
        params.cq_entries = kCompletions;
        result = io_uring_queue_init_params(kSubmissions, &m_ring, &params);
        if (result == 0) {
            m_isOpen = true;
            constexpr unsigned kNeeded = IORING_FEAT_NODROP | IORING_FEAT_EXT_ARG | IORING_FEAT_CQE_SKIP;
            return (params.features & kNeeded) == kNeeded ? 0 : EOPNOTSUPP;
        }
        if (result != -EINVAL) {
            break;
        }
    }
    return -result;
}

bool UringRing::hasOperations() {
    io_uring_probe* probe = io_uring_get_probe_ring(&m_ring);
    if (probe == nullptr) {
        return false;
    }
    bool hasAll = true;
    for (const int operation : kNeededOperations) {
        hasAll = hasAll && io_uring_opcode_supported(probe, operation) != 0;
    }
    m_hasSocketOperation = io_uring_opcode_supported(probe, IORING_OP_SOCKET) != 0;
    m_canBind = io_uring_opcode_supported(probe, kBindOperation) != 0;
    io_uring_free_probe(probe);
    return hasAll;
}

// Without them all goes on with descriptors of the process.
void UringRing::registerDirectDescriptors(const UringAllowance& allowance) {
    static const bool hasSocketCommands = knowsSocketCommands();
    m_canBind = m_canBind && allowance.bindOperation;
    rlimit limit{};
    if (!m_hasSocketOperation || !allowance.socketCommands || !hasSocketCommands ||
        ::getrlimit(RLIMIT_NOFILE, &limit) != 0) {
        return;
    }
    // The kernel refuses a table larger than that.
    const auto places = static_cast<unsigned>(std::min(limit.rlim_cur, kMaxDirectDescriptors));
    if (io_uring_register_files_sparse(&m_ring, places) == 0) {
        m_directDescriptors = places;
    }
}

int UringRing::registerBuffers() {
    void* memory =
        ::mmap(nullptr, kBufferRingBytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) {
        return errno;
    }
    m_buffers = static_cast<io_uring_buf_ring*>(memory);
    io_uring_buf_reg registration{};
    registration.ring_addr = reinterpret_cast<std::uintptr_t>(memory);
    registration.ring_entries = kBuffers;
    registration.bgid = kBufferGroup;
    if (const int result = io_uring_register_buf_ring(&m_ring, &registration, 0); result != 0) {
        return -result;
    }
    m_memory = std::make_unique_for_overwrite<std::byte[]>(std::size_t{kBuffers} * kBufferBytes);
    io_uring_buf_ring_init(m_buffers);
    for (unsigned id = 0; id < kBuffers; ++id) {
        returnBuffer(id);
    }
    publishBuffers();
    return 0;
}

UringRing::~UringRing() {
    if (m_isOpen) {
        io_uring_queue_exit(&m_ring);
    }
    if (m_buffers != nullptr) {
        ::munmap(m_buffers, kBufferRingBytes);
    }
}

void UringRing::enable() {
    if (!m_isEnabled) {
        m_isEnabled = true;
        // liburing 2.3 declares a function for it and does not export it.
        ::syscall(SYS_io_uring_register, m_ring.ring_fd, IORING_REGISTER_ENABLE_RINGS, nullptr, 0U);
    }
    if (!m_isRegistered) {
        // Spares the kernel a look at the descriptor table; without it all goes on.
        m_isRegistered = io_uring_register_ring_fd(&m_ring) == 1;
    }
}

void UringRing::leaveThread() {
    if (std::exchange(m_isRegistered, false)) {
        static_cast<void>(io_uring_unregister_ring_fd(&m_ring));
    }
}

void UringRing::returnBuffer(unsigned id) {
    io_uring_buf_ring_add(m_buffers, m_memory.get() + std::size_t{id} * kBufferBytes, kBufferBytes,
                          static_cast<unsigned short>(id), io_uring_buf_ring_mask(kBuffers), m_returned);
    ++m_returned;
}

void UringRing::publishBuffers() {
    if (m_returned > 0) {
        io_uring_buf_ring_advance(m_buffers, m_returned);
        m_returned = 0;
    }
}

} // namespace bw::net
