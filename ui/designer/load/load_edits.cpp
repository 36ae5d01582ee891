#include "ui/designer/load/load_edits.h"

#include "core/base/duration_text.h"
#include "core/runplan/schedule_extent.h"
#include "ui/designer/load/load_options.h"

#include <algorithm>
#include <cmath>

namespace bw::designer {
namespace {

using namespace testplan;

constexpr double kMostLevel = 1e9;

std::vector<Stage>* stagesOf(Scenario& scenario) {
    return std::visit(
        [](auto& load) -> std::vector<Stage>* {
            if constexpr (requires { load.stages; }) {
                return &load.stages;
            }
            return nullptr;
        },
        scenario.executor);
}

std::int64_t written(const Scenario& scenario, double level) {
    return std::llround(std::clamp(level, 0.0, kMostLevel) / levelUnit(scenario));
}

// The number at the start: of VUs, or of iterations per time unit.
std::int64_t& startOf(Executor& executor) {
    return std::visit(
        [](auto& load) -> std::int64_t& {
            if constexpr (requires { load.startVUs; }) {
                return load.startVUs;
            } else if constexpr (requires { load.startRate; }) {
                return load.startRate;
            } else if constexpr (requires { load.rate; }) {
                return load.rate;
            } else {
                return load.vus;
            }
        },
        executor);
}

std::int64_t startOf(const Executor& executor) {
    return startOf(const_cast<Executor&>(executor)); // only looked at
}

const char* startKey(const Executor& executor) {
    return std::visit(
        [](const auto& load) {
            if constexpr (requires { load.startVUs; }) {
                return "startVUs";
            } else if constexpr (requires { load.startRate; }) {
                return "startRate";
            } else if constexpr (requires { load.rate; }) {
                return "rate";
            } else {
                return "vus";
            }
        },
        executor);
}

void writeStart(Scenario& scenario, std::int64_t number) {
    const bool neverNone = !hasStages(scenario);
    writeOption(scenario, startKey(scenario.executor),
                QString::number(std::max<std::int64_t>(number, neverNone ? 1 : 0)));
}

DurationText textOf(Duration time) {
    return DurationText::from(durationText(std::max(time, Duration(0))));
}

void setWhole(Scenario& scenario, Duration time) {
    const bool isMax = readOption(scenario, "maxDuration").has_value();
    writeOption(scenario, isMax ? "maxDuration" : "duration",
                QString::fromStdString(durationText(std::max(time, Duration(std::chrono::milliseconds(1))))));
}

void moveStage(Scenario& scenario, std::vector<Stage>& stages, const PointMove& move) {
    const auto index = static_cast<std::size_t>(move.point - 1);
    const std::vector<LoadPoint> points = loadPoints(scenario);
    if (move.level) {
        stages[index].target = written(scenario, *move.level);
    }
    if (!move.at) {
        return;
    }
    const Duration before = points[index].at;
    Duration at = std::max(*move.at, before);
    if (move.later == Later::Stay && index + 1 < stages.size()) {
        const Duration next = points[index + 2].at;
        at = std::min(at, next);
        stages[index + 1].duration = textOf(next - at);
    }
    stages[index].duration = textOf(at - before);
}

} // namespace

double levelUnit(const Scenario& scenario) {
    return std::visit(
        [](const auto& load) {
            if constexpr (requires { load.timeUnit; }) {
                const std::int64_t unit = std::max<std::int64_t>(1, load.timeUnit.value.count());
                return 1e9 / static_cast<double>(unit);
            }
            return 1.0;
        },
        scenario.executor);
}

LoadUnit loadUnit(const Scenario& scenario) {
    return runplan::isOpenModel(scenario) ? LoadUnit::Rate : LoadUnit::Vus;
}

bool hasStages(const Scenario& scenario) {
    return std::visit([](const auto& load) { return requires { load.stages; }; }, scenario.executor);
}

std::vector<LoadPoint> loadPoints(const Scenario& scenario) {
    const double unit = levelUnit(scenario);
    std::vector<LoadPoint> points{{Duration(0), static_cast<double>(startOf(scenario.executor)) * unit}};
    const std::vector<Stage>* stages = stagesOf(const_cast<Scenario&>(scenario)); // only looked at
    if (stages == nullptr) {
        points.push_back({runplan::scenarioDuration(scenario), points.front().level});
        return points;
    }
    Duration at{};
    for (const Stage& stage : *stages) {
        at += std::clamp(stage.duration.value, Duration(0), Duration::max() - at);
        points.push_back({at, static_cast<double>(stage.target) * unit});
    }
    return points;
}

void movePoint(Scenario& scenario, const PointMove& move) {
    if (move.point < 0) {
        return;
    }
    std::vector<Stage>* stages = stagesOf(scenario);
    if (stages != nullptr && move.point > 0 && move.point <= static_cast<int>(stages->size())) {
        moveStage(scenario, *stages, move);
        return;
    }
    if (move.level) {
        writeStart(scenario, written(scenario, *move.level));
    }
    if (move.at && stages == nullptr && move.point > 0) {
        setWhole(scenario, *move.at);
    }
}

int addPoint(Scenario& scenario, Duration at, double level) {
    std::vector<Stage>& stages = *stagesOf(scenario);
    const std::vector<LoadPoint> points = loadPoints(scenario);
    const auto after =
        std::ranges::upper_bound(points, std::max(at, Duration(0)), {}, &LoadPoint::at) - points.begin();
    const auto index = std::clamp<std::ptrdiff_t>(after - 1, 0, static_cast<std::ptrdiff_t>(stages.size()));
    const Duration before = points[static_cast<std::size_t>(index)].at;
    if (index < static_cast<std::ptrdiff_t>(stages.size())) {
        Stage& rest = stages[static_cast<std::size_t>(index)];
        rest.duration = textOf(before + rest.duration.value - at);
    }
    stages.insert(stages.begin() + index, Stage{textOf(at - before), written(scenario, level)});
    return static_cast<int>(index) + 1;
}

bool removePoint(Scenario& scenario, int point) {
    std::vector<Stage>* stages = stagesOf(scenario);
    if (stages == nullptr || point < 1 || point > static_cast<int>(stages->size()) || stages->size() < 2) {
        return false;
    }
    const auto index = static_cast<std::size_t>(point - 1);
    if (index + 1 < stages->size()) {
        Stage& next = (*stages)[index + 1];
        next.duration = textOf(next.duration.value + (*stages)[index].duration.value);
    }
    stages->erase(stages->begin() + static_cast<std::ptrdiff_t>(index));
    return true;
}

void moveStart(Scenario& scenario, Duration startTime) {
    const Duration at = std::max(startTime, Duration(0));
    writeOption(scenario, "startTime",
                at == Duration(0) ? QString() : QString::fromStdString(durationText(at)));
}

} // namespace bw::designer
