#include "core/testplan/plan_words.h"
#include "core/testplan/plan_writer.h"

namespace bw::testplan {
namespace {

void writeStages(ObjectWriter& writer, const std::vector<Stage>& stages) {
    JsonEmitter& out = writer.out();
    out.key("stages");
    out.beginArray();
    for (const Stage& stage : stages) {
        ObjectWriter fields(out, noWrittenKeys());
        fields.duration("duration", stage.duration);
        fields.integer("target", stage.target);
    }
    out.endArray();
}

void writeLoad(ObjectWriter& writer, const ConstantVus& load) {
    writer.optionalInteger("vus", load.vus, 1);
    writer.duration("duration", load.duration);
}

void writeLoad(ObjectWriter& writer, const RampingVus& load) {
    writer.optionalInteger("startVUs", load.startVUs, 1);
    writeStages(writer, load.stages);
    writer.optionalDuration("gracefulRampDown", load.gracefulRampDown, RampingVus{}.gracefulRampDown.value);
}

template <class Rate>
void writePool(ObjectWriter& writer, const Rate& load) {
    writer.integer("preAllocatedVUs", load.preAllocatedVUs);
    if (writer.wants("maxVUs", load.maxVUs != load.preAllocatedVUs || load.maxVUsWritten)) {
        writer.integer("maxVUs", load.maxVUs);
    }
}

void writeLoad(ObjectWriter& writer, const ConstantArrivalRate& load) {
    writer.integer("rate", load.rate);
    writer.optionalDuration("timeUnit", load.timeUnit, ConstantArrivalRate{}.timeUnit.value);
    writer.duration("duration", load.duration);
    writePool(writer, load);
}

void writeLoad(ObjectWriter& writer, const RampingArrivalRate& load) {
    writer.optionalInteger("startRate", load.startRate, 0);
    writer.optionalDuration("timeUnit", load.timeUnit, RampingArrivalRate{}.timeUnit.value);
    writeStages(writer, load.stages);
    writePool(writer, load);
}

template <class Iterations>
void writeIterations(ObjectWriter& writer, const Iterations& load) {
    writer.optionalInteger("vus", load.vus, 1);
    writer.optionalInteger("iterations", load.iterations, 1);
    writer.optionalDuration("maxDuration", load.maxDuration, Iterations{}.maxDuration.value);
}

void writeLoad(ObjectWriter& writer, const PerVuIterations& load) {
    writeIterations(writer, load);
}

void writeLoad(ObjectWriter& writer, const SharedIterations& load) {
    writeIterations(writer, load);
}

void writeLoad(ObjectWriter& writer, const ExternallyControlled& load) {
    writer.optionalInteger("vus", load.vus, 0);
    writer.integer("maxVUs", load.maxVUs);
    writer.duration("duration", load.duration);
}

void writeArrivals(ObjectWriter& writer, const Executor& executor) {
    std::visit(
        [&](const auto& load) {
            if constexpr (requires { load.arrivals; }) {
                if (writer.wants("arrivals", load.arrivals != Arrivals::Uniform || load.arrivalsWritten)) {
                    writer.text("arrivals", toWord(words::kArrivals, load.arrivals));
                }
            }
        },
        executor);
}

} // namespace

void writeScenario(JsonEmitter& out, const Scenario& scenario) {
    ObjectWriter writer(out, scenario.written);
    writer.text("executor", executorName(scenario.executor));
    writer.text("flow", scenario.flow);
    std::visit([&](const auto& load) { writeLoad(writer, load); }, scenario.executor);
    writer.optionalDuration("startTime", scenario.startTime);
    writer.optionalDuration("gracefulStop", scenario.gracefulStop, Scenario{}.gracefulStop.value);
    writeArrivals(writer, scenario.executor);
    writer.optionalNamedTexts("env", scenario.env);
    writer.optionalNamedTexts("tags", scenario.tags);
}

} // namespace bw::testplan
