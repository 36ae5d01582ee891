#pragma once

#include "core/base/clock.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <variant>

namespace bw::run {

// What a person may ask of a run while it goes, beside stopping it.

// No iteration starts any more, those in flight end as they would; all schedules stand still. Seconds in
// which the run is paused are left out of its verdict.
struct PauseLoad {};
struct ResumeLoad {};

// So much more load than the plan's: VUs, or iterations a second where arrivals make the load; negative takes
// away. Takes the place of what was added before, bounded by LoadShape::byHand().
struct AddLoad {
    std::string scenario;
    double amount = 0;
};

// A remark on a moment of the run.
struct MarkMoment {
    std::string text;
    std::optional<Duration> at; // run time; none: now
};

using RunCommand = std::variant<PauseLoad, ResumeLoad, AddLoad, MarkMoment>;

enum class CommandResult : std::uint8_t {
    Done,
    NoLoad, // it is not made yet, or no more
    AlreadyPaused,
    NotPaused,
    NoSuchScenario,
};

// Told on the controller's thread, or, when the run is over, at once on the caller's.
using OnCommandDone = std::function<void(CommandResult)>;

} // namespace bw::run
