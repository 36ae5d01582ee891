#include "core/testplan/plan_writer.h"

namespace bw::testplan {
namespace {

bool needsObject(const ThresholdSpec& spec) {
    return spec.form == ThresholdForm::Object || spec.onFailure == OnFailure::Abort ||
           spec.whenEmpty == WhenEmpty::AsK6 || spec.delayAbortEval != DurationText{} ||
           spec.window != DurationText{} || spec.warmUp != DurationText{};
}

void writeThreshold(JsonEmitter& out, const ThresholdSpec& spec) {
    if (!needsObject(spec)) {
        out.string(spec.source);
        return;
    }
    ObjectWriter writer(out, spec.written);
    writer.text("threshold", spec.source);
    writer.optionalFlag("abortOnFail", spec.onFailure == OnFailure::Abort);
    writer.optionalDuration("delayAbortEval", spec.delayAbortEval);
    writer.optionalFlag("allowEmpty", spec.whenEmpty == WhenEmpty::AsK6);
    writer.optionalDuration("window", spec.window);
    writer.optionalDuration("warmUp", spec.warmUp);
}

void writeRow(JsonEmitter& out, const RequestRow& row) {
    ObjectWriter writer(out, row.written);
    writer.text("select", row.select);
    const auto duration = [&](std::string_view key, const std::optional<DurationText>& limit) {
        if (limit) {
            writer.duration(key, *limit);
        }
    };
    const auto number = [&](std::string_view key, const std::optional<NumberText>& limit) {
        if (limit) {
            writer.number(key, *limit);
        }
    };
    duration("p50", row.p50);
    duration("p95", row.p95);
    duration("p99", row.p99);
    number("errorRate", row.errorRate);
    number("throughput", row.throughput);
    if (writer.wants("within", !row.within.empty())) {
        out.key("within");
        out.beginObject();
        for (const WithinLimit& within : row.within) {
            out.key(textOf(within.time));
            writeNumber(out, within.share);
        }
        out.endObject();
    }
}

void writeRow(JsonEmitter& out, const MetricRow& row) {
    ObjectWriter writer(out, noWrittenKeys());
    writer.text("metric", row.metric);
    writer.text("rate", row.rate.text);
}

void writeRow(JsonEmitter& out, const ProcessRow& row) {
    ObjectWriter writer(out, noWrittenKeys());
    writer.text("process", row.process);
    if (row.cpu) {
        writer.text("cpu", row.cpu->text);
    }
    if (row.memory) {
        writer.text("memory", row.memory->text);
    }
}

} // namespace

void writeThresholds(JsonEmitter& out, const std::vector<ThresholdSpec>& thresholds) {
    out.beginArray();
    for (const ThresholdSpec& spec : thresholds) {
        writeThreshold(out, spec);
    }
    out.endArray();
}

void writeBudget(JsonEmitter& out, const BudgetSpec& budget) {
    ObjectWriter writer(out, budget.written);
    if (!budget.use.empty()) {
        writer.text("use", budget.use);
        return;
    }
    writer.text("name", budget.name);
    out.key("rows");
    out.beginArray();
    for (const BudgetRow& row : budget.rows) {
        std::visit([&](const auto& one) { writeRow(out, one); }, row);
    }
    out.endArray();
}

} // namespace bw::testplan
