#include "core/testplan/validation.h"
#include "core/testplan/word.h"

namespace bw::testplan {
namespace {

// k6's table of what may be asked of which type (k6-semantics §4).
struct AllowedMethods {
    metrics::MetricType type;
    std::vector<Aggregation> methods;
    std::string_view names;
};

const AllowedMethods& allowedFor(metrics::MetricType type) {
    static const std::array<AllowedMethods, 4> kAllowed = {{
        {metrics::MetricType::Counter, {Aggregation::Count, Aggregation::Rate}, "count, rate"},
        {metrics::MetricType::Gauge, {Aggregation::Value}, "value"},
        {metrics::MetricType::Rate, {Aggregation::Rate}, "rate"},
        {metrics::MetricType::Trend,
         {Aggregation::Average, Aggregation::Minimum, Aggregation::Maximum, Aggregation::Median,
          Aggregation::Percentile},
         "avg, min, max, med, p(N)"},
    }};
    return *std::ranges::find(kAllowed, type, &AllowedMethods::type);
}

std::string_view methodText(const ThresholdExpression& expression) {
    static constexpr std::array<std::string_view, 8> kNames = {"count", "rate", "value", "avg",
                                                               "min",   "max",  "med",   "p(N)"};
    return kNames[static_cast<std::size_t>(expression.method)];
}

void validateExpression(Validation& check, const Place& place, const ThresholdSpec& spec,
                        const Validation::KnownMetric* metric) {
    const auto parsed = parseThreshold(spec.source);
    if (!parsed) {
        Problem problem;
        problem.kind = ProblemKind::BadThreshold;
        problem.place = place.text();
        problem.subject = parsed.error().subject;
        problem.code = static_cast<int>(parsed.error().kind);
        check.log().add(std::move(problem));
        return;
    }
    if (metric == nullptr) {
        return;
    }
    const AllowedMethods& allowed = allowedFor(metric->type);
    if (std::ranges::find(allowed.methods, parsed->method) == allowed.methods.end()) {
        check.log().add(ProblemKind::MethodNotForMetric, place, methodText(*parsed), allowed.names);
    }
}

void validateThreshold(Validation& check, const Place& place, const ThresholdSpec& spec,
                       const Validation::KnownMetric* metric) {
    const bool isObject = spec.form == ThresholdForm::Object;
    validateExpression(check, isObject ? place.member("threshold") : place, spec, metric);
    check.duration(place.member("delayAbortEval"), spec.delayAbortEval, Duration::zero(), ">= 0");
    check.duration(place.member("window"), spec.window, Duration::zero(), ">= 0");
    check.duration(place.member("warmUp"), spec.warmUp, Duration::zero(), ">= 0");
}

void reportSelector(Validation& check, const Place& place, const SelectorError& error) {
    Problem problem;
    problem.kind = ProblemKind::BadSelector;
    problem.place = place.text();
    problem.subject = error.subject;
    problem.code = static_cast<int>(error.kind);
    check.log().add(std::move(problem));
}

// A bound must be of one of these units.
void validateLimit(Validation& check, const Place& place, const UnitLimit& limit, LimitUnit unit,
                   std::string_view expected) {
    const std::optional<UnitLimit> parsed = parseUnitLimit(limit.text);
    if (!parsed || parsed->unit != unit) {
        check.log().add(ProblemKind::BadLimit, place, limit.text, expected);
    }
}

void positive(Validation& check, const Place& place, const std::optional<DurationText>& limit) {
    if (limit) {
        check.requiredDuration(place, *limit, Duration(1), "> 0");
    }
}

void validateRow(Validation& check, const Place& place, const RequestRow& row) {
    if (const auto tags = parseTagFilter(row.select); !tags) {
        reportSelector(check, place.member("select"), tags.error());
    }
    positive(check, place.member("p50"), row.p50);
    positive(check, place.member("p95"), row.p95);
    positive(check, place.member("p99"), row.p99);
    if (row.errorRate) {
        check.share(place.member("errorRate"), *row.errorRate);
    }
    if (row.throughput && !(row.throughput->value > 0 && row.throughput->value < 1e15)) {
        check.log().add(ProblemKind::OutOfRange, place.member("throughput"), row.throughput->text, "> 0");
    }
    const Place withins = place.member("within");
    for (const WithinLimit& within : row.within) {
        const Place withinPlace = withins.member(within.time.text);
        if (!within.time.isWritten()) {
            check.log().add(ProblemKind::NotADuration, withinPlace);
        }
        check.requiredDuration(withinPlace, within.time, Duration(1), "> 0");
        check.share(withinPlace, within.share);
    }
}

void validateRow(Validation& check, const Place& place, const MetricRow& row) {
    const auto* metric = check.metric(place.member("metric"), row.metric);
    if (metric == nullptr) {
        return;
    }
    if (metric->type != metrics::MetricType::Counter) {
        check.log().add(ProblemKind::MethodNotForMetric, place.member("rate"), "rate",
                        allowedFor(metric->type).names);
        return;
    }
    const bool bytes = metric->kind == metrics::MetricKind::Data;
    validateLimit(check, place.member("rate"), row.rate,
                  bytes ? LimitUnit::BytesPerSecond : LimitUnit::PerSecond, bytes ? "B/s" : "/s");
}

void validateRow(Validation& check, const Place& place, const ProcessRow& row) {
    check.notEmpty(place.member("process"), row.process);
    if (row.cpu) {
        validateLimit(check, place.member("cpu"), *row.cpu, LimitUnit::Cores, "%");
    }
    if (row.memory) {
        validateLimit(check, place.member("memory"), *row.memory, LimitUnit::Bytes, "B");
    }
    if (!row.cpu && !row.memory) {
        check.log().add(ProblemKind::NoneOfOne, place, {}, "cpu, memory");
    }
}

} // namespace

void validateBudgetRows(Validation& check, const Place& place, const std::vector<BudgetRow>& rows) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Place rowPlace = place.item(i);
        std::visit([&](const auto& row) { validateRow(check, rowPlace, row); }, rows[i]);
    }
}

void validateThresholds(Validation& check) {
    const Place root;
    const Place thresholds = root.member("thresholds");
    std::map<std::string_view, int> sources;
    for (const ThresholdGroup& group : check.plan().thresholds) {
        const Place place = thresholds.member(group.source);
        if (++sources[group.source] == 2) {
            check.log().add(ProblemKind::DuplicateKey, place, group.source);
        }
        const Validation::KnownMetric* metric = nullptr;
        if (const auto selector = parseSelector(group.source)) {
            metric = check.metric(place, selector->metric);
        } else {
            reportSelector(check, place, selector.error());
        }
        for (std::size_t i = 0; i < group.thresholds.size(); ++i) {
            validateThreshold(check, place.item(i), group.thresholds[i], metric);
        }
    }
}

} // namespace bw::testplan
