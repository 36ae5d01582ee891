#pragma once

#include "core/net/loop_time.h"
#include "core/net/posted_work.h"
#include "core/net/reactor.h"
#include "core/net/uring_command.h"
#include "core/net/uring_outbox.h"
#include "core/net/uring_ring.h"
#include "core/net/uring_slot.h"

#include <atomic>
#include <deque>
#include <vector>

namespace bw::net {

// The event loop on io_uring. Receives are multishot into one ring of buffers, so that idle connections own
// none; sends of a turn are copied together and submitted with the wait for the next, one entry into the
// kernel a turn. They are marked not to wait and to complete only when something is left over: what became of
// them is known when the submission returns, and their memory is free again.
class UringReactor final : public Reactor {
public:
    [[nodiscard]] static Result<std::unique_ptr<UringReactor>, NetError>
    create(const UringAllowance& allowance = {});
    ~UringReactor() override;

    [[nodiscard]] ReactorKind kind() const override { return ReactorKind::IoUring; }
    void run() override;
    void runOnce(Instant until) override { turn(until); }
    void stop() override;
    void post(std::function<void()> work) override { m_posted.add(std::move(work)); }
    [[nodiscard]] std::unique_ptr<Stream> connect(const Address& to, const ConnectOptions& options,
                                                  StreamHandler& handler) override;
    [[nodiscard]] Result<std::unique_ptr<Listener>, NetError>
    listen(const Address& at, const ListenOptions& options, ListenerHandler& handler) override;
    [[nodiscard]] Duration busyTime() const override { return m_time.busy(); }
    [[nodiscard]] std::size_t ownSockets() const override { return m_ring->directDescriptors(); }
    void flush() override;

    // For sources.
    // When what this turn tells of was there: before any of it was told.
    [[nodiscard]] Instant arrival() const { return m_arrival; }
    // What marks an operation's completions.
    [[nodiscard]] static std::uint64_t userData(const UringSlot& slot, UringOp op) {
        return reinterpret_cast<std::uintptr_t>(&slot) | static_cast<std::uintptr_t>(op);
    }
    [[nodiscard]] UringSlot& takeSlot(UringSource& owner, int descriptor);
    // True while the ring's own table has room for another socket, so that it needs no descriptor of the
    // process.
    [[nodiscard]] bool hasDirectRoom() const { return m_directs < m_ring->directDescriptors(); }
    [[nodiscard]] bool canBindDirect() const { return m_ring->canBind(); }
    // The slot's socket is this place of the table.
    void takeDirect(UringSlot& slot, int place);
    // Points the operation at the slot's socket, whatever kind of descriptor it has.
    static void aim(io_uring_sqe& sqe, const UringSlot& slot) {
        sqe.fd = slot.descriptor;
        sqe.flags |= slot.isDirect ? IOSQE_FIXED_FILE : 0U;
    }
    void setOption(UringSlot& slot, SocketOption option);
    // To the slot's source. The connect that has to come next is told of a failure, in the slot's error.
    void bindBeforeConnect(UringSlot& slot);
    // Ends our direction.
    void endSending(UringSlot& slot);
    // The owner goes: what is under way is cancelled, the descriptor closed when what was queued is sent.
    void releaseSlot(UringSlot& slot);
    // An operation on the slot; null when none can be had: the slot's error will be told in onAgain().
    [[nodiscard]] io_uring_sqe* begin(UringSlot& slot, UringOp op);
    void receive(UringSlot& slot);
    void cancel(UringSlot& slot, UringOp op);
    // Queues the pieces for this turn's submission, or puts them behind what waits already. False: the
    // latter, the Send completions will tell.
    [[nodiscard]] bool send(UringSlot& slot, std::span<const std::string_view> pieces, std::size_t bytes);
    // Sends on what waits, if nothing is under way.
    void sendBacklog(UringSlot& slot);
    void failLater(UringSlot& slot, int error);
    // Gives the slot's owner an onAgain() in the next turn, before the loop waits.
    void again(UringSlot& slot) { m_again.push_back(&slot); }

private:
    explicit UringReactor(std::unique_ptr<UringRing> ring)
        : m_ring(std::move(ring)) {}

    void turn(Instant until);
    void wait(Instant until);
    void spin(Instant until);
    [[nodiscard]] io_uring_sqe* nextSqe();
    void submit();
    void tellSubmitting();
    void settle();
    void settleFailures();
    static void settleFailure(UringSlot& slot, int result);
    void settleQueued();
    void runAgain();
    void dispatch();
    void dispatchOne(const io_uring_cqe& completion);
    void watchWake();
    void close(UringSlot& slot);
    void closeDirect(int place);
    void dropOrphan(const UringSlot& slot, UringOp op, int result);
    void maybeFree(UringSlot& slot);

    std::unique_ptr<UringRing> m_ring;
    PostedWork m_posted;
    LoopTime m_time;
    Instant m_arrival{};
    UringOutbox m_outbox;
    std::deque<UringSlot> m_slots;
    std::vector<UringSlot*> m_free;
    std::vector<UringSlot*> m_queued; // quick sends of this turn
    std::vector<UringSlot*> m_again;
    std::vector<UringSlot*> m_againNow;
    std::atomic<bool> m_stop{false};
    bool m_isWatching = false; // for posted work
    unsigned m_directs = 0;    // places of the ring's table in use
};

} // namespace bw::net
