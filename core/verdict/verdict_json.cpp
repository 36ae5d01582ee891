#include "core/verdict/verdict_json.h"

#include "core/verdict/verdict_words.h"

#include <cmath>
#include <nlohmann/json.hpp>

namespace bw::verdict {
namespace {

using Json = nlohmann::ordered_json;

// JSON has no infinity and no NaN, limits of plans may be both.
Json numberJson(double number) {
    if (std::isnan(number)) {
        return "nan";
    }
    if (std::isinf(number)) {
        return number > 0 ? "inf" : "-inf";
    }
    return number;
}

void addNumber(Json& json, const char* key, const std::optional<double>& number) {
    if (number) {
        json[key] = numberJson(*number);
    }
}

Json thresholdJson(const ThresholdResult& threshold) {
    Json json;
    json["group"] = threshold.group;
    json["index"] = threshold.index;
    json["selector"] = threshold.selector;
    json["source"] = threshold.source;
    json["method"] = toWord(kMethodWords, threshold.expression.method);
    json["percentile"] = numberJson(threshold.expression.percentile);
    json["op"] = toWord(kComparisonWords, threshold.expression.op);
    json["number"] = numberJson(threshold.expression.number);
    json["type"] = toWord(kTypeWords, threshold.type);
    json["kind"] = toWord(kKindWords, threshold.kind);
    json["state"] = toWord(kThresholdStateWords, threshold.state);
    json["abort"] = toWord(kAbortWords, threshold.abort);
    addNumber(json, "value", threshold.value);
    return json;
}

Json limitJson(const LimitResult& limit) {
    Json json;
    json["kind"] = toWord(kLimitWords, limit.kind);
    json["op"] = toWord(kComparisonWords, limit.op);
    json["limit"] = numberJson(limit.limit);
    json["time_ns"] = limit.time.count();
    json["state"] = toWord(kBudgetStateWords, limit.state);
    addNumber(json, "value", limit.value);
    addNumber(json, "offered", limit.offered);
    return json;
}

// An array of what `one` makes of each.
template <class Range, class One>
Json listJson(const Range& all, One one) {
    Json json = Json::array();
    for (const auto& each : all) {
        json.push_back(one(each));
    }
    return json;
}

Json rowJson(const BudgetRowResult& row) {
    Json json;
    json["subject"] = row.subject;
    json["state"] = toWord(kBudgetStateWords, row.state);
    json["requests"] = row.requests;
    json["limits"] = listJson(row.limits, limitJson);
    return json;
}

Json budgetJson(const BudgetResult& budget) {
    Json json;
    json["name"] = budget.name;
    json["state"] = toWord(kBudgetStateWords, budget.state);
    json["rows"] = listJson(budget.rows, rowJson);
    return json;
}

Json checkJson(const CheckResult& check) {
    Json json;
    json["group"] = check.group;
    json["name"] = check.name;
    json["passes"] = check.passes;
    json["fails"] = check.fails;
    return json;
}

Json busyJson(const BusyWorker& busy) {
    Json json;
    json["worker"] = busy.worker;
    json["busySeconds"] = busy.busySeconds;
    json["seconds"] = busy.seconds;
    return json;
}

Json doubtJson(const GeneratorDoubt& doubt) {
    Json json;
    json["busy"] = listJson(doubt.busy, busyJson);
    if (doubt.late) {
        json["late"]["p99"] = numberJson(doubt.late->p99);
        json["late"]["bound"] = numberJson(doubt.late->bound);
    }
    return json;
}

Json reasonJson(const Reason& reason) {
    Json json;
    json["kind"] = toWord(kReasonWords, reason.kind);
    json["index"] = reason.index;
    json["row"] = reason.row;
    json["limit"] = reason.limit;
    return json;
}

} // namespace

std::string verdictJson(const Verdict& verdict) {
    const Evaluation& evaluation = verdict.evaluation;
    Json json;
    json["version"] = kVerdictVersion;
    json["outcome"] = outcomeName(verdict.outcome);
    json["reasons"] = listJson(verdict.reasons, reasonJson);
    if (verdict.certificates == Certificates::NotVerified) {
        json["certificates"] = "not verified";
    }
    json["elapsed_ns"] = evaluation.elapsed.count();
    if (evaluation.leftOut > Duration::zero()) {
        json["left_out_ns"] = evaluation.leftOut.count();
    }
    json["thresholds"] = listJson(evaluation.thresholds, thresholdJson);
    json["budgets"] = listJson(evaluation.budgets, budgetJson);
    json["checks"] = listJson(evaluation.checks, checkJson);
    json["doubt"] = doubtJson(evaluation.doubt);
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace bw::verdict
