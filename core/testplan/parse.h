#pragma once

#include "core/testplan/problem.h"
#include "core/testplan/test_plan.h"

#include <optional>
#include <string_view>
#include <vector>

namespace bw::testplan {

inline constexpr std::size_t kMaxPlanBytes = std::size_t{16} * 1024 * 1024;
inline constexpr std::size_t kMaxPlanDepth = 128;
inline constexpr std::size_t kMaxPlanValues = 1'000'000;
inline constexpr std::size_t kMaxProblems = 1000; // the list ends there, with TooManyProblems

struct ParseOutcome {
    // There whenever the document could be read whole, so that writing it back loses nothing; it may still be
    // wrong in what it refers to or how much it asks for.
    std::optional<TestPlan> plan;
    std::vector<Problem> problems; // in the order of the document

    [[nodiscard]] bool ok() const { return plan.has_value() && !hasErrors(problems); }
};

// Reads a plan and validates it. Any bytes may come in; nothing outside the text is looked at.
[[nodiscard]] ParseOutcome parse(std::string_view text);

// Everything wrong with a plan that can be told from the plan alone: names, ranges, references, expressions,
// templates, thresholds. Places as in parse(), without lines.
[[nodiscard]] std::vector<Problem> validate(const TestPlan& plan);

} // namespace bw::testplan
