#pragma once

#include "core/base/clock.h"

#include <cstdint>

namespace bw::engine {

class VirtualUser;

// How an iteration ended.
enum class IterationEnd {
    Done,    // ran to its end, or gave up over an expression: both count
    NoRows,  // a feed that does not repeat is used up: the user starts no further iteration
    Retired, // the flow's last steps ran: the user's life is over
};

// Hears when a virtual user is free again.
class UserOwner {
public:
    virtual ~UserOwner() = default;
    // Never called from within the user's own functions.
    virtual void onUserFree(VirtualUser& user, IterationEnd end) = 0;
};

// One worker's part of one scenario: lets virtual users start iterations as the load shape says, and stops
// them in steps: no new iterations, a bounded time for those in flight, then the rest is cut off. Lives on
// its worker's thread.
class ScenarioRunner : public UserOwner {
public:
    // The scenario's own start. Nothing starts before it.
    virtual void begin(Instant start) = 0;

    // Ends the scenario early: no iteration starts any more, those in flight have their graceful time.
    virtual void stop() = 0;

    // Cuts everything off now.
    virtual void abort() = 0;

    // No iteration starts from `at` on, those in flight go on as they would; the schedule stands still.
    virtual void pause(Instant at) = 0;
    // The schedule goes on where it stood, `at` the moment for all workers. Precondition: paused.
    virtual void resume(Instant at) = 0;

    // From `at` on so much more load than the plan's, of all workers together: VUs, or iterations a second in
    // the open model; negative takes away. Takes the place of what was added before.
    virtual void setAdded(double amount, Instant at) = 0;

    // A neighbour had no free user for an arrival due at `intended`; returns whether one was free here.
    [[nodiscard]] virtual bool takeOver(Instant /*intended*/) { return false; }

    // An arrival that found no free user anywhere.
    virtual void drop() {}

    // Over, and every virtual user at rest.
    [[nodiscard]] virtual bool isDone() const = 0;
};

} // namespace bw::engine
