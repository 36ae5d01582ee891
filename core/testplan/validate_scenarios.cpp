#include "core/testplan/validation.h"

namespace bw::testplan {
namespace {

using std::chrono::seconds;

constexpr std::int64_t kMostVus = 100'000'000; // k6's limit
constexpr std::int64_t kMostRate = 1'000'000'000;

// Reports what is wrong with one scenario's load, by k6's rules.
class LoadCheck {
public:
    LoadCheck(Validation& check, const Place& place)
        : m_check(check)
        , m_place(place) {}

    void operator()(const ConstantVus& load) {
        vus("vus", load.vus, 1);
        m_check.requiredDuration(m_place.member("duration"), load.duration, seconds(1), ">= 1s");
    }

    void operator()(const RampingVus& load) {
        vus("startVUs", load.startVUs, 0);
        stages(load.stages, kMostVus);
        if (load.startVUs == 0 && isFlatZero(load.stages)) {
            m_check.log().add(ProblemKind::NeverAnyLoad, m_place);
        }
        m_check.duration(m_place.member("gracefulRampDown"), load.gracefulRampDown, Duration::zero(), ">= 0");
    }

    void operator()(const ConstantArrivalRate& load) {
        m_check.integer(m_place.member("rate"), load.rate, 1, kMostRate);
        m_check.requiredDuration(m_place.member("duration"), load.duration, seconds(1), ">= 1s");
        arrivals(load);
    }

    void operator()(const RampingArrivalRate& load) {
        m_check.integer(m_place.member("startRate"), load.startRate, 0, kMostRate);
        stages(load.stages, kMostRate);
        if (load.startRate == 0 && isFlatZero(load.stages)) {
            warnNoLoad();
        }
        arrivals(load);
    }

    void operator()(const PerVuIterations& load) {
        vus("vus", load.vus, 1);
        m_check.integer(m_place.member("iterations"), load.iterations, 1);
        m_check.duration(m_place.member("maxDuration"), load.maxDuration, seconds(1), ">= 1s");
    }

    void operator()(const SharedIterations& load) {
        vus("vus", load.vus, 1);
        m_check.integer(m_place.member("iterations"), load.iterations, 1);
        if (load.iterations >= 1 && load.iterations < load.vus) {
            m_check.log().add(ProblemKind::FewerIterationsThanVus, m_place.member("iterations"),
                              std::to_string(load.iterations), std::to_string(load.vus));
        }
        m_check.duration(m_place.member("maxDuration"), load.maxDuration, seconds(1), ">= 1s");
    }

    void operator()(const ExternallyControlled& load) {
        vus("vus", load.vus, 0);
        vus("maxVUs", load.maxVUs, std::max<std::int64_t>(1, load.vus));
        m_check.duration(m_place.member("duration"), load.duration, Duration::zero(), ">= 0");
    }

private:
    void vus(std::string_view key, std::int64_t count, std::int64_t least) {
        m_check.integer(m_place.member(key), count, least, kMostVus);
    }

    void stages(const std::vector<Stage>& stages, std::int64_t most) {
        const Place place = m_place.member("stages");
        if (stages.empty()) {
            m_check.log().add(ProblemKind::Empty, place);
        }
        for (std::size_t i = 0; i < stages.size(); ++i) {
            const Place stage = place.item(i);
            m_check.duration(stage.member("duration"), stages[i].duration, Duration::zero(), ">= 0");
            m_check.integer(stage.member("target"), stages[i].target, 0, most);
        }
    }

    template <class Rate>
    void arrivals(const Rate& load) {
        m_check.duration(m_place.member("timeUnit"), load.timeUnit, Duration(1), "> 0");
        vus("preAllocatedVUs", load.preAllocatedVUs, 0);
        vus("maxVUs", load.maxVUs, 0);
        if (load.maxVUs < load.preAllocatedVUs) {
            m_check.log().add(ProblemKind::MaxBelowPreAllocated, m_place.member("maxVUs"),
                              std::to_string(load.maxVUs), std::to_string(load.preAllocatedVUs));
        } else if (load.maxVUs == 0) {
            warnNoLoad();
        }
    }

    // k6 lets it pass, so it is no error.
    void warnNoLoad() {
        Problem problem;
        problem.severity = Severity::Warning;
        problem.kind = ProblemKind::NeverAnyLoad;
        problem.place = m_place.text();
        m_check.log().add(std::move(problem));
    }

    static bool isFlatZero(const std::vector<Stage>& stages) {
        return std::ranges::all_of(stages, [](const Stage& stage) { return stage.target <= 0; });
    }

    Validation& m_check;
    const Place& m_place;
};

bool isScenarioName(std::string_view name) {
    return !name.empty() && std::ranges::all_of(name, [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
               c == '-';
    });
}

void validateScenario(Validation& check, const Place& place, const Scenario& scenario) {
    if (!isScenarioName(scenario.name)) {
        check.log().add(ProblemKind::BadName, place, scenario.name, "[0-9a-zA-Z_-]+");
    }
    check.flow(place.member("flow"), scenario.flow);
    std::visit(LoadCheck(check, place), scenario.executor);
    check.duration(place.member("startTime"), scenario.startTime, Duration::zero(), ">= 0");
    check.duration(place.member("gracefulStop"), scenario.gracefulStop, Duration::zero(), ">= 0");
    const Place env = place.member("env");
    for (const auto& [name, value] : scenario.env) {
        check.variableName(env.member(name), name);
    }
    check.texts(env, scenario.env);
    check.texts(place.member("tags"), scenario.tags);
}

} // namespace

void validateScenarios(Validation& check) {
    const Place root;
    const Place scenarios = root.member("scenarios");
    if (check.plan().scenarios.empty()) {
        Problem problem;
        problem.severity = Severity::Warning;
        problem.kind = ProblemKind::Empty;
        problem.place = scenarios.text();
        check.log().add(std::move(problem));
    }
    reportSameNames(check, scenarios, check.plan().scenarios);
    for (const Scenario& scenario : check.plan().scenarios) {
        validateScenario(check, scenarios.member(scenario.name), scenario);
    }
}

} // namespace bw::testplan
