#include "core/base/nearest.h"
#include "core/testplan/plan_keys.h"
#include "core/testplan/plan_reader.h"
#include "core/testplan/plan_words.h"

namespace bw::testplan {
namespace {

void readStages(ObjectReader& reader, std::vector<Stage>& into) {
    reader.items("stages", Presence::Required, [&](const JsonValue& value, const Place& place) {
        Stage& stage = into.emplace_back();
        ObjectReader fields(reader.log(), value, place, keys::kStage);
        fields.duration("duration", stage.duration, Presence::Required);
        fields.integer("target", stage.target, Presence::Required);
    });
}

void read(ObjectReader& reader, ConstantVus& into) {
    reader.integer("vus", into.vus);
    reader.duration("duration", into.duration, Presence::Required);
}

void read(ObjectReader& reader, RampingVus& into) {
    reader.integer("startVUs", into.startVUs);
    readStages(reader, into.stages);
    reader.duration("gracefulRampDown", into.gracefulRampDown);
}

// What the two arrival-rate executors share.
template <class Rate>
void readArrivals(ObjectReader& reader, Rate& into) {
    reader.duration("timeUnit", into.timeUnit);
    reader.integer("preAllocatedVUs", into.preAllocatedVUs, Presence::Required);
    into.maxVUs = into.preAllocatedVUs;
    into.maxVUsWritten = reader.has("maxVUs");
    reader.integer("maxVUs", into.maxVUs);
    into.arrivalsWritten = reader.has("arrivals");
    reader.word("arrivals", words::kArrivals, into.arrivals);
}

void read(ObjectReader& reader, ConstantArrivalRate& into) {
    reader.integer("rate", into.rate, Presence::Required);
    reader.duration("duration", into.duration, Presence::Required);
    readArrivals(reader, into);
}

void read(ObjectReader& reader, RampingArrivalRate& into) {
    reader.integer("startRate", into.startRate);
    readStages(reader, into.stages);
    readArrivals(reader, into);
}

template <class Iterations>
void readIterations(ObjectReader& reader, Iterations& into) {
    reader.integer("vus", into.vus);
    reader.integer("iterations", into.iterations);
    reader.duration("maxDuration", into.maxDuration);
}

void read(ObjectReader& reader, PerVuIterations& into) {
    readIterations(reader, into);
}

void read(ObjectReader& reader, SharedIterations& into) {
    readIterations(reader, into);
}

void read(ObjectReader& reader, ExternallyControlled& into) {
    reader.integer("vus", into.vus);
    reader.integer("maxVUs", into.maxVUs, Presence::Required);
    reader.duration("duration", into.duration, Presence::Required);
}

struct ExecutorKind {
    std::string_view name;
    std::span<const std::string_view> keys;
    Executor empty;
};

const ExecutorKind* findExecutor(std::string_view name) {
    static const std::array kKinds = {
        ExecutorKind{"constant-vus", keys::kConstantVus, ConstantVus{}},
        ExecutorKind{"ramping-vus", keys::kRampingVus, RampingVus{}},
        ExecutorKind{"constant-arrival-rate", keys::kConstantArrivalRate, ConstantArrivalRate{}},
        ExecutorKind{"ramping-arrival-rate", keys::kRampingArrivalRate, RampingArrivalRate{}},
        ExecutorKind{"per-vu-iterations", keys::kIterations, PerVuIterations{}},
        ExecutorKind{"shared-iterations", keys::kIterations, SharedIterations{}},
        ExecutorKind{"externally-controlled", keys::kExternallyControlled, ExternallyControlled{}},
    };
    for (const ExecutorKind& kind : kKinds) {
        if (kind.name == name) {
            return &kind;
        }
    }
    return nullptr;
}

// Without a known executor the other keys cannot be judged.
const ExecutorKind* readExecutor(ProblemLog& log, const JsonValue& scenario, const Place& place) {
    static constexpr auto kNames =
        keys::list("constant-vus", "ramping-vus", "constant-arrival-rate", "ramping-arrival-rate",
                   "per-vu-iterations", "shared-iterations", "externally-controlled");
    if (!scenario.is(JsonKind::Object)) {
        reportType(log, scenario, place, "object");
        return nullptr;
    }
    const JsonValue* executor = scenario.find("executor");
    const Place executorPlace = place.member("executor");
    std::string name;
    if (executor == nullptr) {
        log.add(ProblemKind::MissingKey, executorPlace, "executor", joined(kNames));
        return nullptr;
    }
    if (!readText(log, *executor, executorPlace, name)) {
        return nullptr;
    }
    const ExecutorKind* kind = findExecutor(name);
    if (kind == nullptr) {
        log.add(ProblemKind::NotOneOf, executorPlace, name, joined(kNames), nearest(name, kNames));
    }
    return kind;
}

} // namespace

Scenario readScenario(ProblemLog& log, const JsonMember& member, const Place& place) {
    Scenario scenario;
    scenario.name = member.key;
    const ExecutorKind* kind = readExecutor(log, member.value, place);
    if (kind == nullptr) {
        // Harmless in place of what is unknown, so that nothing else is said of it.
        scenario.executor = ConstantVus{1, DurationText::from("1s")};
        if (const JsonValue* flow = member.value.find("flow")) {
            scenario.flow = flow->text;
        }
        return scenario;
    }
    scenario.executor = kind->empty;
    ObjectReader reader(log, member.value, place, kind->keys, &scenario.written);
    reader.text("flow", scenario.flow, Presence::Required);
    std::visit([&](auto& executor) { read(reader, executor); }, scenario.executor);
    reader.duration("startTime", scenario.startTime);
    reader.duration("gracefulStop", scenario.gracefulStop);
    reader.namedTexts("env", scenario.env);
    reader.namedTexts("tags", scenario.tags);
    return scenario;
}

} // namespace bw::testplan
