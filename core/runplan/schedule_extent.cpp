#include "core/runplan/schedule_extent.h"

#include "core/base/duration_text.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace bw::runplan {
namespace {

Duration plus(Duration a, Duration b) {
    return a > Duration::max() - b ? Duration::max() : a + b;
}

Duration sumOf(const std::vector<testplan::Stage>& stages) {
    Duration sum{};
    for (const testplan::Stage& stage : stages) {
        sum = plus(sum, std::max(stage.duration.value, Duration(0)));
    }
    return sum;
}

std::uint32_t asCount(std::int64_t vus) {
    return static_cast<std::uint32_t>(
        std::clamp<std::int64_t>(vus, 0, std::numeric_limits<std::uint32_t>::max()));
}

void scale(testplan::DurationText& duration, double factor) {
    const auto longest = static_cast<long double>(std::numeric_limits<std::int64_t>::max());
    const long double exact = std::round(static_cast<long double>(duration.value.count()) * factor);
    std::int64_t scaled = exact >= longest ? std::numeric_limits<std::int64_t>::max()
                                           : static_cast<std::int64_t>(std::max(exact, 0.0L));
    if (duration.value > Duration(0)) {
        scaled = std::max<std::int64_t>(scaled, 1);
    }
    duration.value = Duration(scaled);
    if (duration.isWritten()) {
        duration.text = durationText(duration.value);
        duration.form = testplan::DurationForm::Text;
    }
}

} // namespace

Duration scenarioDuration(const testplan::Scenario& scenario) {
    if (const auto* external = std::get_if<testplan::ExternallyControlled>(&scenario.executor);
        external != nullptr && external->duration.value == Duration(0)) {
        return kUntilStopped;
    }
    const Duration duration = std::visit(
        [](const auto& executor) {
            if constexpr (requires { executor.stages; }) {
                return sumOf(executor.stages);
            } else if constexpr (requires { executor.maxDuration; }) {
                return executor.maxDuration.value;
            } else {
                return executor.duration.value;
            }
        },
        scenario.executor);
    return std::max(duration, Duration(0));
}

Duration maxDuration(const testplan::Scenario& scenario) {
    return plus(scenarioDuration(scenario), std::max(scenario.gracefulStop.value, Duration(0)));
}

std::uint32_t maxVus(const testplan::Scenario& scenario) {
    const std::int64_t vus = std::visit(
        [](const auto& executor) -> std::int64_t {
            if constexpr (requires { executor.startVUs; }) {
                std::int64_t most = executor.startVUs;
                for (const testplan::Stage& stage : executor.stages) {
                    most = std::max(most, stage.target);
                }
                return most;
            } else if constexpr (requires { executor.preAllocatedVUs; }) {
                return std::max(executor.maxVUs, executor.preAllocatedVUs);
            } else if constexpr (requires { executor.maxVUs; }) {
                return std::max(executor.maxVUs, executor.vus);
            } else {
                return executor.vus;
            }
        },
        scenario.executor);
    return asCount(vus);
}

bool isOpenModel(const testplan::Scenario& scenario) {
    return std::holds_alternative<testplan::ConstantArrivalRate>(scenario.executor) ||
           std::holds_alternative<testplan::RampingArrivalRate>(scenario.executor);
}

testplan::Scenario scaled(const testplan::Scenario& scenario, double factor) {
    testplan::Scenario result = scenario;
    scale(result.startTime, factor);
    std::visit(
        [factor](auto& executor) {
            if constexpr (requires { executor.stages; }) {
                for (testplan::Stage& stage : executor.stages) {
                    scale(stage.duration, factor);
                }
            } else if constexpr (requires { executor.maxDuration; }) {
                scale(executor.maxDuration, factor);
            } else {
                scale(executor.duration, factor);
            }
        },
        result.executor);
    return result;
}

} // namespace bw::runplan
