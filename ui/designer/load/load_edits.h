#pragma once

#include "core/base/clock.h"
#include "core/testplan/scenario.h"

#include <optional>
#include <vector>

// A scenario's load as points in time, and what is done to them. Pure functions. Levels are VUs, or
// iterations a second whatever the scenario's time unit; times count from the scenario's own start.
namespace bw::designer {

enum class LoadUnit : std::uint8_t { Vus, Rate };

[[nodiscard]] LoadUnit loadUnit(const testplan::Scenario& scenario);
// The least by which its level can change: one VU, or one iteration per time unit.
[[nodiscard]] double levelUnit(const testplan::Scenario& scenario);

// Where the load begins, and where each stage ends; a scenario without stages has its beginning and its end.
struct LoadPoint {
    Duration at{};
    double level = 0;
    friend bool operator==(const LoadPoint&, const LoadPoint&) = default;
};
[[nodiscard]] std::vector<LoadPoint> loadPoints(const testplan::Scenario& scenario);

// What becomes of the points behind one that moves in time.
enum class Later : std::uint8_t { Stay, Follow };

struct PointMove {
    int point = 0;
    std::optional<Duration> at;    // the first point stays at the start
    std::optional<double> level{}; // without stages, the whole load has one level
    Later later = Later::Stay;
};
// What would be before the point before it, or behind one that stays, stops there.
void movePoint(testplan::Scenario& scenario, const PointMove& move);

[[nodiscard]] bool hasStages(const testplan::Scenario& scenario);
// Splits the stage at this time, or adds one behind the last; the number of the point. Precondition:
// hasStages().
int addPoint(testplan::Scenario& scenario, Duration at, double level);
// The stage behind takes the time of the one that goes, so that later points stay. False when it cannot be:
// the first point and the only stage stay.
bool removePoint(testplan::Scenario& scenario, int point);

void moveStart(testplan::Scenario& scenario, Duration startTime);

} // namespace bw::designer
