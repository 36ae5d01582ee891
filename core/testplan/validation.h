#pragma once

#include "core/expr/scope.h"
#include "core/metrics/metric.h"
#include "core/testplan/problem_log.h"
#include "core/testplan/test_plan.h"

#include <limits>
#include <map>
#include <string>
#include <string_view>
#include <vector>

// What must hold of a plan beyond its shape, one function a part. All report at the places of the document.
namespace bw::testplan {

// What the parts of a plan are checked against. The plan must outlive it.
class Validation {
public:
    explicit Validation(const TestPlan& plan);

    [[nodiscard]] const TestPlan& plan() const { return m_plan; }
    [[nodiscard]] ProblemLog& log() { return m_log; }
    [[nodiscard]] const expr::Scope& scope() const { return m_scope; }

    // Names of flows, WebSocket sessions.
    void flow(const Place& place, const std::string& name);
    void session(const Place& place, const std::string& name);

    struct KnownMetric {
        metrics::MetricType type;
        metrics::MetricKind kind;
    };
    // Reports a metric that neither is built in nor added by a step.
    [[nodiscard]] const KnownMetric* metric(const Place& place, const std::string& name);

    // Expressions and templates.
    void expression(const Place& place, const std::string& source);
    void text(const Place& place, const std::string& source);
    void texts(const Place& place, const NamedTexts& sources);
    void json(const Place& place, const JsonValue& value); // every string in it is a template

    // Single values. A duration that was not written is not looked at.
    void duration(const Place& place, const DurationText& value, Duration least, std::string_view bound);
    void requiredDuration(const Place& place, const DurationText& value, Duration least,
                          std::string_view bound);
    void integer(const Place& place, std::int64_t value, std::int64_t least,
                 std::int64_t most = std::numeric_limits<std::int64_t>::max());
    void share(const Place& place, const NumberText& value); // 0 to 1
    void notEmpty(const Place& place, std::string_view value);
    void variableName(const Place& place, std::string_view name);
    void label(const Place& place, std::string_view name); // of a check or group: not empty, no "::"
    void headerNames(const Place& place, const NamedTexts& headers);
    void planFile(const Place& place, const std::string& file); // stays under the plan's folder, by its text
    void url(const Place& place, const std::string& source,
             std::string_view scheme); // "http" or "ws", and with s

private:
    ProblemLog m_log;
    const TestPlan& m_plan;
    expr::Scope m_scope;
    std::vector<std::string> m_flows;
    std::vector<std::string> m_sessions;
    std::map<std::string, KnownMetric, std::less<>> m_metrics;
};

void validateData(Validation& check);
void validateHttpDefaults(Validation& check, const Place& place, const HttpDefaults& http);
void validateFlows(Validation& check);
void validateHttpStep(Validation& check, const Place& place, const HttpStep& http);
void validateScenarios(Validation& check);
void validateThresholds(Validation& check);
void validateBudgetRows(Validation& check, const Place& place, const std::vector<BudgetRow>& rows);

// Two parts of one name, which only a plan made by a program can have.
template <class Named>
void reportSameNames(Validation& check, const Place& place, const std::vector<Named>& all) {
    std::map<std::string_view, int> counts;
    for (const Named& one : all) {
        if (++counts[one.name] == 2) {
            check.log().add(ProblemKind::DuplicateKey, place.member(one.name), one.name);
        }
    }
}

} // namespace bw::testplan
