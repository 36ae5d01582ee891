#include "core/net/uring_reactor.h"

#include "core/net/uring_listener.h"
#include "core/net/uring_stream.h"

#include <algorithm>
#include <cerrno>
#include <poll.h>
#include <sys/prctl.h>
#include <unistd.h>

namespace bw::net {
namespace {

constexpr std::uintptr_t kOpBits = 0xF;
static_assert(static_cast<std::uintptr_t>(UringOp::Count_) <= kOpBits + 1);
// No slot stands there: the wake-up.
constexpr std::uint64_t kWake = 0x10;
// Sends that gather before they are submitted ahead of the turn's end.
constexpr std::size_t kSendsAtOnce = 64;

UringSlot* slotOf(std::uint64_t data) {
    return reinterpret_cast<UringSlot*>(static_cast<std::uintptr_t>(data) & ~kOpBits);
}

UringOp opOf(std::uint64_t data) {
    return static_cast<UringOp>(data & kOpBits);
}

// Leaves the core's other half its time.
void relax() {
#if defined(__x86_64__)
    __builtin_ia32_pause();
#elif defined(__aarch64__)
    asm volatile("yield");
#endif
}

std::uint16_t bitOf(UringOp op) {
    return static_cast<std::uint16_t>(1U << static_cast<unsigned>(op));
}

} // namespace

Result<std::unique_ptr<UringReactor>, NetError> UringReactor::create(const UringAllowance& allowance) {
    auto ring = UringRing::create(allowance);
    if (!ring) {
        return std::unexpected(ring.error());
    }
    std::unique_ptr<UringReactor> reactor(new UringReactor(std::move(*ring)));
    if (const int error = reactor->m_posted.open(); error != 0) {
        return std::unexpected(netErrorOf(error));
    }
    return reactor;
}

UringReactor::~UringReactor() {
    // The ring goes first: until then the kernel may write to what stands here.
    m_ring.reset();
    for (UringSlot& slot : m_slots) {
        if (slot.descriptor >= 0 && !slot.isDirect) {
            ::close(slot.descriptor);
        }
    }
}

void UringReactor::run() {
    // The kernel rounds the end of a wait up by this much: 50 µs unless told otherwise, too coarse for
    // arrivals.
    ::prctl(PR_SET_TIMERSLACK, 1UL, 0UL, 0UL, 0UL);
    while (!m_stop.load(std::memory_order_acquire)) {
        turn(Instant::max());
    }
    m_stop.store(false, std::memory_order_relaxed);
    submit(); // what the last turn queued goes out, too
    m_ring->leaveThread();
    m_time.end();
}

void UringReactor::stop() {
    m_stop.store(true, std::memory_order_release);
    post([] {});
}

void UringReactor::turn(Instant until) {
    m_ring->enable();
    m_time.begin();
    if (!m_isWatching) {
        watchWake();
    }
    wait(until);
    timers().fire(now());
    runAgain();
    dispatch();
}

void UringReactor::watchWake() {
    if (io_uring_sqe* sqe = nextSqe()) {
        io_uring_prep_poll_add(sqe, m_posted.descriptor(), POLLIN);
        sqe->user_data = kWake;
        m_isWatching = true;
    }
}

void UringReactor::wait(Instant until) {
    if (!m_again.empty()) {
        until = Instant::min();
    } else if (!timers().empty()) {
        until = std::min(until, timers().next());
    }
    tellSubmitting();
    io_uring_cqe* first = nullptr;
    if (until == Instant::max()) {
        io_uring_submit_and_wait(&m_ring->get(), 1);
    } else if (const Instant current = now(); until <= current) {
        io_uring_submit_and_get_events(&m_ring->get());
    } else if (until - current <= kSpin) {
        spin(until);
    } else {
        const std::int64_t nanoseconds = (until - current).count();
        __kernel_timespec left{nanoseconds / 1'000'000'000, nanoseconds % 1'000'000'000};
        io_uring_submit_and_wait_timeout(&m_ring->get(), &first, 1, &left, nullptr);
    }
    settle();
}

void UringReactor::spin(Instant until) {
    io_uring_submit_and_get_events(&m_ring->get());
    Instant from = now();
    Instant at = from;
    while (at < until && io_uring_cq_ready(&m_ring->get()) == 0) {
        if (m_ring->hasWork()) {
            m_time.spun(at - from);
            io_uring_get_events(&m_ring->get());
            from = now();
        } else {
            relax();
        }
        at = now();
    }
    m_time.spun(at - from);
}

void UringReactor::submit() {
    tellSubmitting();
    io_uring_submit(&m_ring->get());
    settle();
}

void UringReactor::flush() {
    if (!m_queued.empty()) {
        submit();
    }
}

void UringReactor::tellSubmitting() {
    if (m_queued.empty()) {
        return;
    }
    const Instant at = now();
    for (UringSlot* slot : m_queued) {
        if (slot->quick != nullptr) {
            slot->quick = nullptr;
            if (slot->owner != nullptr) {
                slot->owner->onSubmitting(at);
            }
        }
    }
}

io_uring_sqe* UringReactor::nextSqe() {
    io_uring_sqe* sqe = io_uring_get_sqe(&m_ring->get());
    if (sqe == nullptr) {
        tellSubmitting();
        if (io_uring_submit(&m_ring->get()) > 0) {
            sqe = io_uring_get_sqe(&m_ring->get());
        }
    }
    return sqe;
}

// What became of the sends that were submitted. Comes before anything else is heard, so that nobody sends
// past them.
void UringReactor::settle() {
    if (m_queued.empty() || io_uring_sq_ready(&m_ring->get()) > 0 ||
        io_uring_cq_has_overflow(&m_ring->get())) {
        return; // not all was submitted, or not all was told
    }
    settleFailures();
    settleQueued();
}

void UringReactor::settleFailures() {
    unsigned head = 0;
    io_uring_cqe* completion = nullptr;
    io_uring_for_each_cqe(&m_ring->get(), head, completion) {
        if (opOf(completion->user_data) == UringOp::QuickSend) {
            settleFailure(*slotOf(completion->user_data), completion->res);
            completion->user_data = 0; // it is not to be met again
        }
    }
}

void UringReactor::settleFailure(UringSlot& slot, int result) {
    if (result < 0 && result != -EAGAIN) {
        slot.localError = -result;
        return;
    }
    const auto sent = static_cast<std::size_t>(std::max(0, result));
    if (!slot.backlog) {
        slot.backlog = std::make_unique<UringBacklog>();
    }
    // Nothing is under way while a quick send is queued; what waits came later.
    slot.backlog->sending.assign(slot.quickBytes.data() + sent, slot.quickBytes.size() - sent);
    slot.backlog->from = 0;
}

void UringReactor::settleQueued() {
    for (UringSlot* slot : m_queued) {
        slot->isQueued = false;
        slot->quickBytes = {};
        if (slot->owner == nullptr) {
            close(*slot);
            continue;
        }
        if (slot->localError != 0) {
            again(*slot);
        } else if (slot->backlog) {
            sendBacklog(*slot);
        } else if (std::exchange(slot->endAfterSends, false)) {
            endSending(*slot);
        }
    }
    m_queued.clear();
    m_outbox.clear();
}

void UringReactor::runAgain() {
    m_againNow.swap(m_again);
    for (std::size_t i = 0; i < m_againNow.size(); ++i) {
        if (UringSlot* slot = m_againNow[i]; slot != nullptr && slot->owner != nullptr) {
            slot->owner->onAgain();
        }
    }
    m_againNow.clear();
}

void UringReactor::dispatch() {
    // What completes meanwhile is the next turn's.
    const unsigned ready = io_uring_cq_ready(&m_ring->get());
    m_arrival = now();
    for (unsigned i = 0; i < ready; ++i) {
        io_uring_cqe* completion = nullptr;
        if (io_uring_peek_cqe(&m_ring->get(), &completion) != 0) {
            break;
        }
        const io_uring_cqe copy = *completion;
        io_uring_cqe_seen(&m_ring->get(), completion);
        dispatchOne(copy);
    }
    m_ring->publishBuffers();
}

void UringReactor::dispatchOne(const io_uring_cqe& completion) {
    if (completion.user_data == kWake) {
        m_isWatching = false;
        m_posted.run();
        return;
    }
    UringOp op = opOf(completion.user_data);
    if (op == UringOp::None) {
        return;
    }
    UringSlot& slot = *slotOf(completion.user_data);
    if (op == UringOp::QuickSend) {
        settleFailure(slot, completion.res); // settling was put off
        return;
    }
    if (op == UringOp::Bind) {
        // The connect behind it is cancelled, and the kernel is silent about it, as it is about a bind that
        // went well.
        slot.localError = -completion.res;
        op = UringOp::Connect;
    }
    if ((completion.flags & IORING_CQE_F_MORE) == 0) {
        --slot.pending;
        slot.running &= static_cast<std::uint16_t>(~bitOf(op));
    }
    std::span<const std::byte> bytes;
    const bool hasBuffer = (completion.flags & IORING_CQE_F_BUFFER) != 0;
    const unsigned buffer = completion.flags >> IORING_CQE_BUFFER_SHIFT;
    if (hasBuffer && completion.res > 0) {
        bytes = m_ring->buffer(buffer).first(static_cast<std::size_t>(completion.res));
    }
    if (slot.owner != nullptr) {
        slot.owner->onCompletion(op, completion.res, completion.flags, bytes);
    } else {
        dropOrphan(slot, op, completion.res);
        maybeFree(slot);
    }
    if (hasBuffer) {
        m_ring->returnBuffer(buffer);
    }
}

// A socket whose owner went while it was made.
void UringReactor::dropOrphan(const UringSlot& slot, UringOp op, int result) {
    if (result < 0) {
        return;
    }
    if (op == UringOp::Socket || (op == UringOp::Accept && slot.acceptsDirect)) {
        ++m_directs;
        closeDirect(result);
    } else if (op == UringOp::Accept) {
        ::close(result);
    }
}

UringSlot& UringReactor::takeSlot(UringSource& owner, int descriptor) {
    UringSlot* slot = nullptr;
    if (m_free.empty()) {
        slot = &m_slots.emplace_back();
    } else {
        slot = m_free.back();
        m_free.pop_back();
    }
    slot->owner = &owner;
    slot->descriptor = descriptor;
    return *slot;
}

void UringReactor::takeDirect(UringSlot& slot, int place) {
    slot.descriptor = place;
    slot.isDirect = true;
    ++m_directs;
}

void UringReactor::releaseSlot(UringSlot& slot) {
    slot.owner = nullptr;
    for (auto* list : {&m_again, &m_againNow}) {
        std::ranges::replace(*list, &slot, nullptr);
    }
    if (!slot.isQueued) {
        close(slot);
    }
}

// Operations under way keep the socket open behind its descriptor. Shutting it down ends it and them at once,
// whether or not the loop turns again; only a reset has to come from the last one who lets go. A direct one
// is closed behind what was submitted before, the cancelling included.
void UringReactor::close(UringSlot& slot) {
    if (slot.descriptor >= 0) {
        if (!slot.resetOnClose && !slot.isDirect) {
            ::shutdown(slot.descriptor, SHUT_RDWR);
        }
        for (const UringOp op :
             {UringOp::Receive, UringOp::Send, UringOp::Connect, UringOp::Accept, UringOp::Watch}) {
            cancel(slot, op);
        }
        const int descriptor = std::exchange(slot.descriptor, -1);
        if (slot.isDirect) {
            closeDirect(descriptor);
        } else {
            ::close(descriptor);
        }
    }
    maybeFree(slot);
}

void UringReactor::closeDirect(int place) {
    --m_directs;
    if (io_uring_sqe* sqe = nextSqe()) {
        io_uring_prep_close_direct(sqe, static_cast<unsigned>(place));
        sqe->flags |= IOSQE_CQE_SKIP_SUCCESS;
        sqe->user_data = 0;
    }
}

void UringReactor::setOption(UringSlot& slot, SocketOption option) {
    if (io_uring_sqe* sqe = nextSqe()) {
        prepareSetOption(*sqe, slot.descriptor, option);
        aim(*sqe, slot);
        sqe->flags |= IOSQE_CQE_SKIP_SUCCESS;
        sqe->user_data = 0;
    }
}

void UringReactor::bindBeforeConnect(UringSlot& slot) {
    if (io_uring_sq_space_left(&m_ring->get()) < 2) {
        tellSubmitting(); // a link does not reach into the next submission
        io_uring_submit(&m_ring->get());
    }
    if (io_uring_sqe* sqe = nextSqe()) {
        prepareBind(*sqe, slot.descriptor, slot.source->data(), slot.source->size());
        aim(*sqe, slot);
        sqe->flags |= IOSQE_IO_LINK | IOSQE_CQE_SKIP_SUCCESS;
        sqe->user_data = userData(slot, UringOp::Bind);
    }
}

void UringReactor::endSending(UringSlot& slot) {
    if (!slot.isDirect) {
        ::shutdown(slot.descriptor, SHUT_WR);
    } else if (io_uring_sqe* sqe = nextSqe()) {
        io_uring_prep_shutdown(sqe, slot.descriptor, SHUT_WR);
        aim(*sqe, slot);
        sqe->flags |= IOSQE_CQE_SKIP_SUCCESS;
        sqe->user_data = 0;
    }
}

void UringReactor::maybeFree(UringSlot& slot) {
    if (slot.pending == 0 && !slot.isQueued && slot.descriptor < 0) {
        slot = UringSlot{};
        m_free.push_back(&slot);
    }
}

io_uring_sqe* UringReactor::begin(UringSlot& slot, UringOp op) {
    io_uring_sqe* sqe = nextSqe();
    if (sqe != nullptr) {
        ++slot.pending;
        slot.running |= bitOf(op);
    } else {
        failLater(slot, ENOMEM);
    }
    return sqe;
}

void UringReactor::receive(UringSlot& slot) {
    if (io_uring_sqe* sqe = begin(slot, UringOp::Receive)) {
        io_uring_prep_recv_multishot(sqe, slot.descriptor, nullptr, 0, 0);
        aim(*sqe, slot);
        sqe->flags |= IOSQE_BUFFER_SELECT;
        sqe->buf_group = UringRing::kBufferGroup;
        sqe->user_data = userData(slot, UringOp::Receive);
    }
}

void UringReactor::failLater(UringSlot& slot, int error) {
    slot.localError = error;
    again(slot);
}

void UringReactor::cancel(UringSlot& slot, UringOp op) {
    if (!slot.runs(op)) {
        return;
    }
    if (io_uring_sqe* sqe = nextSqe()) {
        io_uring_prep_cancel64(sqe, userData(slot, op), 0);
        sqe->flags |= IOSQE_CQE_SKIP_SUCCESS;
        sqe->user_data = 0;
    }
}

bool UringReactor::send(UringSlot& slot, std::span<const std::string_view> pieces, std::size_t bytes) {
    const std::size_t before = slot.quickBytes.size();
    const bool mayGrow = slot.isQueued && slot.quick != nullptr && !slot.backlog;
    const bool isFirst = !slot.isQueued && !slot.backlog;
    if (isFirst && m_queued.size() >= kSendsAtOnce) {
        submit(); // the first of many does not wait for the last
    }
    io_uring_sqe* sqe = nullptr;
    if (before + bytes <= UringOutbox::kLargest) {
        sqe = mayGrow ? slot.quick : isFirst ? nextSqe() : nullptr;
    }
    if (sqe == nullptr) {
        if (!slot.backlog) {
            slot.backlog = std::make_unique<UringBacklog>();
        }
        for (const std::string_view piece : pieces) {
            slot.backlog->waiting.append(piece);
        }
        sendBacklog(slot);
        return false;
    }
    if (before + bytes > slot.quickRoom || isFirst) {
        // A second send in one turn is rarely the last one.
        const std::size_t room = isFirst ? bytes : std::min(UringOutbox::kLargest, 2 * (before + bytes));
        const std::span<char> place = m_outbox.take(room);
        std::ranges::copy(slot.quickBytes, place.begin());
        slot.quickBytes = place.first(before);
        slot.quickRoom = room;
    }
    char* end = slot.quickBytes.data() + before;
    for (const std::string_view piece : pieces) {
        end = std::ranges::copy(piece, end).out;
    }
    slot.quickBytes = {slot.quickBytes.data(), end};
    // Not to wait, and whole or told: see the class.
    io_uring_prep_send(sqe, slot.descriptor, slot.quickBytes.data(), slot.quickBytes.size(),
                       MSG_DONTWAIT | MSG_WAITALL | MSG_NOSIGNAL);
    aim(*sqe, slot);
    sqe->flags |= IOSQE_CQE_SKIP_SUCCESS;
    sqe->user_data = userData(slot, UringOp::QuickSend);
    slot.quick = sqe;
    if (!slot.isQueued) {
        slot.isQueued = true;
        m_queued.push_back(&slot);
    }
    return true;
}

void UringReactor::sendBacklog(UringSlot& slot) {
    UringBacklog& backlog = *slot.backlog;
    if (slot.isQueued || slot.runs(UringOp::Send)) {
        return;
    }
    if (backlog.from == backlog.sending.size()) {
        backlog.sending = std::exchange(backlog.waiting, {});
        backlog.from = 0;
    }
    if (io_uring_sqe* sqe = begin(slot, UringOp::Send)) {
        io_uring_prep_send(sqe, slot.descriptor, backlog.sending.data() + backlog.from,
                           backlog.sending.size() - backlog.from, MSG_WAITALL | MSG_NOSIGNAL);
        aim(*sqe, slot);
        sqe->user_data = userData(slot, UringOp::Send);
    }
}

std::unique_ptr<Stream> UringReactor::connect(const Address& to, const ConnectOptions& options,
                                              StreamHandler& handler) {
    return UringStream::connect(*this, to, options, handler);
}

Result<std::unique_ptr<Listener>, NetError>
UringReactor::listen(const Address& at, const ListenOptions& options, ListenerHandler& handler) {
    return UringListener::listen(*this, at, options, handler);
}

} // namespace bw::net
