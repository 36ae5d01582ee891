#include "ui/designer/load/load_curves.h"

#include "core/runplan/schedule_extent.h"
#include "ui/designer/load/generator_memory.h"

#include <algorithm>

namespace bw::designer {
namespace {

using namespace testplan;

constexpr std::int64_t kMostUsers = 10'000'000;
constexpr std::int64_t kMostRate = 1'000'000'000;
constexpr Duration kLongest = std::chrono::hours(24 * 365);

double secondsOf(Duration time) {
    return std::chrono::duration<double>(time).count();
}

Duration durationOf(double seconds) {
    return std::chrono::duration_cast<Duration>(std::chrono::duration<double>(seconds));
}

void bound(std::int64_t& number, std::int64_t most) {
    number = std::clamp<std::int64_t>(number, 0, most);
}

void bound(DurationText& time, Duration least) {
    time.value = std::clamp(time.value, least, kLongest);
}

// A plan that is being typed holds numbers that no schedule takes.
Scenario bounded(Scenario scenario) {
    bound(scenario.startTime, Duration(0));
    bound(scenario.gracefulStop, Duration(0));
    std::visit(
        [](auto& load) {
            if constexpr (requires { load.vus; }) {
                bound(load.vus, kMostUsers);
            }
            if constexpr (requires { load.startVUs; }) {
                bound(load.startVUs, kMostUsers);
            }
            if constexpr (requires { load.rate; }) {
                bound(load.rate, kMostRate);
            }
            if constexpr (requires { load.startRate; }) {
                bound(load.startRate, kMostRate);
            }
            if constexpr (requires { load.timeUnit; }) {
                bound(load.timeUnit, Duration(1));
            }
            if constexpr (requires { load.preAllocatedVUs; }) {
                bound(load.preAllocatedVUs, kMostUsers);
            }
            if constexpr (requires { load.maxVUs; }) {
                bound(load.maxVUs, kMostUsers);
            }
            if constexpr (requires { load.iterations; }) {
                bound(load.iterations, kMostRate);
            }
            if constexpr (requires { load.duration; }) {
                bound(load.duration, Duration(0));
            }
            if constexpr (requires { load.maxDuration; }) {
                bound(load.maxDuration, Duration(0));
            }
            if constexpr (requires { load.stages; }) {
                for (Stage& stage : load.stages) {
                    bound(stage.target, kMostRate);
                    bound(stage.duration, Duration(0));
                }
            }
        },
        scenario.executor);
    return scenario;
}

std::optional<std::uint64_t> iterationsOf(const runplan::LoadShape& shape) {
    switch (shape.model()) {
    case runplan::LoadModel::Arrivals:
        return shape.arrivalCount();
    case runplan::LoadModel::SharedIterations:
        return shape.iterations();
    case runplan::LoadModel::PerVuIterations:
        return shape.iterations() * shape.maxVus();
    case runplan::LoadModel::Vus:
        break;
    }
    return std::nullopt;
}

// Between changes of its parts a total has no peak.
double peakOf(const LoadPicture& picture, LoadUnit unit) {
    constexpr double kBefore = 1e-6;
    double peak = 0;
    for (const LoadCurve& curve : picture.curves) {
        if (curve.unit() != unit) {
            continue;
        }
        for (const LoadPoint& point : curve.points()) {
            const double at = secondsOf(point.at);
            peak = std::max({peak, picture.totalAt(unit, at), picture.totalAt(unit, at - kBefore)});
        }
    }
    return peak;
}

} // namespace

LoadCurve::LoadCurve(const Scenario& scenario, int colour)
    : m_shape(bounded(scenario), 0)
    , m_name(scenario.name)
    , m_colour(colour)
    , m_unit(loadUnit(scenario)) {
    const Scenario sane = bounded(scenario);
    m_start = secondsOf(sane.startTime.value);
    m_end = m_start + secondsOf(m_shape.duration());
    m_gracefulEnd = m_end + secondsOf(m_shape.gracefulStop());
    m_mostVus = m_shape.maxVus();
    m_iterations = iterationsOf(m_shape);
    m_endsWhenDone = m_shape.model() == runplan::LoadModel::PerVuIterations ||
                     m_shape.model() == runplan::LoadModel::SharedIterations;
    m_points = loadPoints(sane);
    for (LoadPoint& point : m_points) {
        m_peak = std::max(m_peak, point.level);
        point.at += sane.startTime.value;
    }
}

double LoadCurve::levelAt(double second) const {
    if (second < m_start || second > m_end) {
        return 0;
    }
    const Duration at = durationOf(second - m_start);
    return m_unit == LoadUnit::Vus ? m_shape.vusAt(at) : m_shape.arrivalRateAt(at);
}

const LoadCurve* LoadPicture::find(const std::string& scenario) const {
    const auto found = std::ranges::find(curves, scenario, &LoadCurve::name);
    return found == curves.end() ? nullptr : &*found;
}

bool LoadPicture::has(LoadUnit unit) const {
    return std::ranges::find(curves, unit, &LoadCurve::unit) != curves.end();
}

double LoadPicture::totalAt(LoadUnit unit, double second) const {
    double total = 0;
    for (const LoadCurve& curve : curves) {
        total += curve.unit() == unit ? curve.levelAt(second) : 0;
    }
    return total;
}

LoadPicture loadPicture(const TestPlan& plan) {
    LoadPicture picture;
    int colour = 0;
    for (const Scenario& scenario : plan.scenarios) {
        const LoadCurve& curve = picture.curves.emplace_back(scenario, colour++);
        picture.seconds = std::max(picture.seconds, curve.end());
        picture.gracefulSeconds = std::max(picture.gracefulSeconds, curve.gracefulEnd());
        picture.mostVus += curve.mostVus();
        picture.knownIterations += curve.iterations().value_or(0);
        picture.hasUnknownIterations = picture.hasUnknownIterations || !curve.iterations();
    }
    picture.peakVus = peakOf(picture, LoadUnit::Vus);
    picture.peakRate = peakOf(picture, LoadUnit::Rate);
    picture.generatorBytes = generatorBytes(plan, picture.mostVus);
    return picture;
}

} // namespace bw::designer
