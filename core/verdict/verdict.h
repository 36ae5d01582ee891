#pragma once

#include "core/verdict/evaluation.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace bw::verdict {

enum class Outcome : std::uint8_t { Pass, Fail, Inconclusive };

// Written to the history and to reports.
[[nodiscard]] std::string_view outcomeName(Outcome outcome); // "pass", "fail", "inconclusive"
[[nodiscard]] std::optional<Outcome> outcomeFromName(std::string_view name);

enum class ReasonKind : std::uint8_t {
    NoLoad,             // setup failed
    GeneratorBusy,      // doubt.busy[index]
    GeneratorLate,      // doubt.late
    ThresholdFailed,    // thresholds[index]
    LimitFailed,        // budgets[index].rows[row].limits[limit]
    ThresholdNoSamples, // thresholds[index]
    BudgetNoSamples,    // budgets[index].rows[row]
};

// What decided, or would have decided, pointing at the figure in the evaluation.
struct Reason {
    ReasonKind kind = ReasonKind::ThresholdFailed;
    std::size_t index = 0;
    std::size_t row = 0;
    std::size_t limit = 0;

    friend bool operator==(const Reason&, const Reason&) = default;
};

// What a run's figures come to. The reasons stand in order of weight: no load, a doubt in the generator,
// failed limits, series without samples; the first one decided. A pass has none.
// Whether the run looked at whom it spoke with: the plan may switch that off (tls.verify), and then no figure
// of it says anything about the servers' certificates.
enum class Certificates : std::uint8_t { Verified, NotVerified };

struct Verdict {
    Outcome outcome = Outcome::Pass;
    Certificates certificates = Certificates::Verified;
    std::vector<Reason> reasons;
    Evaluation evaluation;

    friend bool operator==(const Verdict&, const Verdict&) = default;
};

enum class LoadMade : std::uint8_t { Yes, No };

// From the evaluation made when the run had ended. Without load there is nothing to pass.
[[nodiscard]] Verdict conclude(Evaluation evaluation, LoadMade load = LoadMade::Yes);

// 98 when the generator is in doubt, 99 when a limit failed, 98 when a judged series had no samples,
// otherwise 0.
[[nodiscard]] int exitCode(const Verdict& verdict);

} // namespace bw::verdict
