#pragma once

#include "core/runplan/load_shape.h"
#include "core/testplan/test_plan.h"
#include "ui/designer/load/load_edits.h"

#include <optional>
#include <string>
#include <vector>

namespace bw::designer {

// One scenario's load over the time of the run, in seconds. Its levels are asked of core/runplan's own
// schedule, so what is drawn is what the engine will do. A value.
class LoadCurve {
public:
    LoadCurve(const testplan::Scenario& scenario, int colour);

    [[nodiscard]] const std::string& name() const { return m_name; }
    [[nodiscard]] int colour() const { return m_colour; } // its place in the fixed order
    [[nodiscard]] LoadUnit unit() const { return m_unit; }
    [[nodiscard]] double start() const { return m_start; }
    [[nodiscard]] double end() const { return m_end; } // no iteration starts after it
    [[nodiscard]] double gracefulEnd() const { return m_gracefulEnd; }
    [[nodiscard]] double peak() const { return m_peak; }
    // It ends earlier, when its iterations are done.
    [[nodiscard]] bool endsWhenDone() const { return m_endsWhenDone; }
    // None: as many as the target answers.
    [[nodiscard]] std::optional<std::uint64_t> iterations() const { return m_iterations; }
    [[nodiscard]] double mostVus() const { return m_mostVus; }
    // In time of the run.
    [[nodiscard]] const std::vector<LoadPoint>& points() const { return m_points; }
    // 0 outside the scenario's time.
    [[nodiscard]] double levelAt(double second) const;

private:
    runplan::LoadShape m_shape;
    std::string m_name;
    int m_colour;
    LoadUnit m_unit;
    double m_start;
    double m_end;
    double m_gracefulEnd;
    double m_peak = 0;
    double m_mostVus = 0;
    bool m_endsWhenDone = false;
    std::optional<std::uint64_t> m_iterations;
    std::vector<LoadPoint> m_points;
};

// What a plan will do, as one edits it.
struct LoadPicture {
    std::vector<LoadCurve> curves;
    double seconds = 0; // until the last scenario ends, without graceful windows
    double gracefulSeconds = 0;
    double peakVus = 0; // of all scenarios together
    double peakRate = 0;
    double mostVus = 0;                // that exist at a time, an open model's pool included
    std::uint64_t knownIterations = 0; // of scenarios that say how many
    bool hasUnknownIterations = false; // others run as many as the target answers
    double generatorBytes = 0;         // what this process will need, about

    [[nodiscard]] const LoadCurve* find(const std::string& scenario) const; // null: none
    [[nodiscard]] bool has(LoadUnit unit) const;
    [[nodiscard]] double totalAt(LoadUnit unit, double second) const;
};

// `scenarios` may be wrong in every way that a plan can be: what cannot be is drawn as nothing.
[[nodiscard]] LoadPicture loadPicture(const testplan::TestPlan& plan);

} // namespace bw::designer
