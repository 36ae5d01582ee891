#include "core/testplan/plan_keys.h"
#include "core/testplan/plan_reader.h"

#include <algorithm>

namespace bw::testplan {
namespace {

void readThreshold(ProblemLog& log, const JsonValue& value, const Place& place, ThresholdSpec& into) {
    if (value.is(JsonKind::String)) {
        into = ThresholdSpec::from(value.text);
        return;
    }
    if (!value.is(JsonKind::Object)) {
        reportType(log, value, place, "string, object");
        return;
    }
    WrittenKeys written;
    ObjectReader reader(log, value, place, keys::kThreshold, &written);
    std::string source;
    reader.text("threshold", source, Presence::Required);
    into = ThresholdSpec::from(std::move(source));
    into.written = written;
    into.form = ThresholdForm::Object;
    bool abort = false;
    reader.flag("abortOnFail", abort);
    into.onFailure = abort ? OnFailure::Abort : OnFailure::GoOn;
    reader.duration("delayAbortEval", into.delayAbortEval);
    bool allowEmpty = false;
    reader.flag("allowEmpty", allowEmpty);
    into.whenEmpty = allowEmpty ? WhenEmpty::AsK6 : WhenEmpty::Inconclusive;
    reader.duration("window", into.window);
    reader.duration("warmUp", into.warmUp);
}

// A limit whose text does not parse keeps the text; validation tells.
void readLimit(ProblemLog& log, const JsonValue& value, const Place& place, UnitLimit& into) {
    std::string text;
    if (readText(log, value, place, text)) {
        into = parseUnitLimit(text).value_or(UnitLimit{});
        into.text = std::move(text);
    }
}

void readLimit(ObjectReader& reader, std::string_view key, std::optional<UnitLimit>& into) {
    reader.with(key, Presence::Optional, [&](const JsonValue& value, const Place& place) {
        readLimit(reader.log(), value, place, into.emplace());
    });
}

void readDurationLimit(ObjectReader& reader, std::string_view key, std::optional<DurationText>& into) {
    if (reader.has(key)) {
        reader.duration(key, into.emplace());
    }
}

void readNumberLimit(ObjectReader& reader, std::string_view key, std::optional<NumberText>& into) {
    if (reader.has(key)) {
        reader.number(key, into.emplace());
    }
}

RequestRow readRequestRow(ProblemLog& log, const JsonValue& value, const Place& place) {
    RequestRow row;
    ObjectReader reader(log, value, place, keys::kRequestRow, &row.written);
    reader.text("select", row.select);
    row.tags = parseTagFilter(row.select).value_or(std::vector<std::pair<std::string, std::string>>{});
    readDurationLimit(reader, "p50", row.p50);
    readDurationLimit(reader, "p95", row.p95);
    readDurationLimit(reader, "p99", row.p99);
    readNumberLimit(reader, "errorRate", row.errorRate);
    readNumberLimit(reader, "throughput", row.throughput);
    reader.named("within", Presence::Optional, [&](const JsonMember& member, const Place& memberPlace) {
        WithinLimit& within = row.within.emplace_back();
        within.time = DurationText::from(member.key);
        readNumber(log, member.value, memberPlace, within.share);
    });
    return row;
}

MetricRow readMetricRow(ProblemLog& log, const JsonValue& value, const Place& place) {
    MetricRow row;
    ObjectReader reader(log, value, place, keys::kMetricRow);
    reader.text("metric", row.metric);
    reader.with("rate", Presence::Required, [&](const JsonValue& rate, const Place& ratePlace) {
        readLimit(log, rate, ratePlace, row.rate);
    });
    return row;
}

ProcessRow readProcessRow(ProblemLog& log, const JsonValue& value, const Place& place) {
    ProcessRow row;
    ObjectReader reader(log, value, place, keys::kProcessRow);
    reader.text("process", row.process);
    readLimit(reader, "cpu", row.cpu);
    readLimit(reader, "memory", row.memory);
    return row;
}

BudgetRow readRow(ProblemLog& log, const JsonValue& value, const Place& place) {
    const auto has = [&](std::string_view key) { return value.find(key) != nullptr; };
    if (std::ranges::count_if(keys::kRowKinds, has) != 1) {
        ObjectReader any(log, value, place, keys::kAnyRow);
        (void)oneOf(any, keys::kRowKinds, Presence::Required);
        return RequestRow{};
    }
    if (has("metric")) {
        return readMetricRow(log, value, place);
    }
    if (has("process")) {
        return readProcessRow(log, value, place);
    }
    return readRequestRow(log, value, place);
}

} // namespace

ThresholdGroup readThresholds(ProblemLog& log, const JsonMember& member, const Place& place) {
    ThresholdGroup group = ThresholdGroup::from(member.key);
    if (!member.value.is(JsonKind::Array)) {
        reportType(log, member.value, place, "array");
        return group;
    }
    for (std::size_t i = 0; i < member.value.items.size(); ++i) {
        readThreshold(log, member.value.items[i], place.item(i), group.thresholds.emplace_back());
    }
    return group;
}

void readBudgetRows(ObjectReader& reader, std::vector<BudgetRow>& into) {
    reader.items("rows", Presence::Required, [&](const JsonValue& value, const Place& place) {
        into.push_back(readRow(reader.log(), value, place));
    });
}

BudgetSpec readBudget(ProblemLog& log, const JsonValue& value, const Place& place) {
    BudgetSpec budget;
    ObjectReader reader(log, value, place, keys::kBudget, &budget.written);
    static constexpr auto kUseOrName = keys::list("use", "name");
    const std::string_view kind = oneOf(reader, kUseOrName, Presence::Required);
    if (kind == "use") {
        reader.text("use", budget.use);
        if (budget.use.empty()) {
            log.add(ProblemKind::Empty, place.member("use"));
        }
        if (reader.has("rows")) {
            log.add(ProblemKind::TwoOfOne, place, "use, rows", "use, rows");
        }
    } else if (kind == "name") {
        reader.text("name", budget.name);
        readBudgetRows(reader, budget.rows);
    }
    return budget;
}

} // namespace bw::testplan
