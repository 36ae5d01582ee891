#include "tests/ui/report/sample_report.h"

#include "core/report/report_builder.h"
#include "tests/core/report/frame_source.h"

#include <cmath>
#include <optional>
#include <random>
#include <string>
#include <utility>

namespace bw::ui_report {
namespace {

using analysis::ComparedRow;
using analysis::Finding;
using analysis::Statistic;
using metrics::Builtin;
using report::FrameSource;
using verdict::BudgetState;
using verdict::LimitKind;
using verdict::ThresholdState;

report::RunInfo runOf(std::chrono::seconds duration) {
    report::RunInfo run;
    run.id = "214";
    run.planName = "JTS market open";
    run.description =
        "The first minutes after the market opens: logins, quotes, and orders at three times the usual rate.";
    run.environment = "local";
    run.build = "2026.11.3-rc2";
    run.tags = {{"branch", "order-cache"}};
    run.started = WallTime{1'795'449'600'000'000'000};
    run.duration = duration;
    run.seed = 42;
    run.surroundings = {.program = "Bellwether 0.2",
                        .host = "bench-03",
                        .kernel = "Linux 6.1.0-18-amd64",
                        .cpu = "AMD EPYC 7443P 24-Core Processor",
                        .reactor = "epoll",
                        .processors = 8,
                        .workers = 8,
                        .memory = 67'000'000'000};
    return run;
}

verdict::LimitResult limitOf(LimitKind kind, double limit, std::optional<double> value, BudgetState state) {
    verdict::LimitResult result;
    result.kind = kind;
    result.limit = limit;
    result.value = value;
    result.state = state;
    if (kind == LimitKind::Throughput) {
        result.op = testplan::Comparison::GreaterOrEqual;
    }
    return result;
}

verdict::ThresholdResult thresholdOf(std::string selector, std::string source, metrics::MetricType type,
                                     metrics::MetricKind kind, ThresholdState state,
                                     std::optional<double> value) {
    verdict::ThresholdResult result;
    result.selector = std::move(selector);
    result.source = std::move(source);
    result.expression = *testplan::parseThreshold(result.source);
    result.type = type;
    result.kind = kind;
    result.state = state;
    result.value = value;
    return result;
}

verdict::Verdict failedVerdict() {
    verdict::Verdict verdict;
    verdict.outcome = verdict::Outcome::Fail;
    verdict.reasons = {{verdict::ReasonKind::LimitFailed, 0, 0, 2},
                       {verdict::ReasonKind::ThresholdFailed, 1}};
    using metrics::MetricKind;
    using metrics::MetricType;
    verdict.evaluation.thresholds = {thresholdOf("http_req_duration", "p(95)<25", MetricType::Trend,
                                                 MetricKind::Time, ThresholdState::Pass, 17.3),
                                     thresholdOf("http_req_duration", "p(99)<20", MetricType::Trend,
                                                 MetricKind::Time, ThresholdState::Fail, 24.19),
                                     thresholdOf("http_req_failed", "rate<0.01", MetricType::Rate,
                                                 MetricKind::Default, ThresholdState::Pass, 0.0042),
                                     thresholdOf("ws_msg_latency{channel:quotes}", "p(99)<5",
                                                 MetricType::Trend, MetricKind::Time,
                                                 ThresholdState::NoSamples, std::nullopt)};
    verdict.evaluation.budgets = {
        {"jts-api",
         BudgetState::Fail,
         {{"name:order_placement",
           BudgetState::Fail,
           24'000,
           {limitOf(LimitKind::P50, 10, 8.2, BudgetState::Pass),
            limitOf(LimitKind::P95, 20, 17.1, BudgetState::Pass),
            limitOf(LimitKind::P99, 22, 25.6, BudgetState::Fail),
            limitOf(LimitKind::Throughput, 180, 199.4, BudgetState::Pass)}},
          {"name:login",
           BudgetState::Pass,
           2'400,
           {limitOf(LimitKind::P95, 200, 17.0, BudgetState::Pass),
            limitOf(LimitKind::ErrorRate, 0.01, 0.0004, BudgetState::Pass)}},
          {"name:settlement",
           BudgetState::NotExercised,
           0,
           {limitOf(LimitKind::P99, 500, std::nullopt, BudgetState::NotExercised)}}}}};
    verdict.evaluation.checks = {{"", "status is 200", 47'800, 200}, {"::order", "has an id", 24'000, 0}};
    return verdict;
}

void addSecond(FrameSource& source, std::mt19937& random, int second, int seconds, int requests) {
    std::lognormal_distribution<double> times(2.0, 0.4);
    const double load = 0.6 + 0.4 * std::sin(second * 6.28 / seconds);
    const double slow = second > seconds * 2 / 3 ? 1.6 : 1.0;
    for (int i = 0; i < requests * load; ++i) {
        const double time = times(random) * slow;
        source.request(i % 10 == 0 ? "login" : i % 2 == 0 ? "order_placement" : "quote", time, time * 1.05);
    }
    source.count(Builtin::Iterations, {}, requests * load / 2);
    source.count(Builtin::DataReceived, {}, 4'000 * load * requests);
    source.count(Builtin::DataSent, {}, 700 * load * requests);
    source.gauge(Builtin::Vus, std::round(80 * load));
    source.gauge(Builtin::VusMax, 100);
    source.gauge(Builtin::GeneratorCpu, 0.3 * load + 0.02 * (second % 3));
    source.gauge(Builtin::GeneratorMemory, 38e6 + 2e4 * second);
}

report::ReportModel built(std::chrono::seconds length, int requests, verdict::Verdict verdict) {
    FrameSource source;
    std::mt19937 random(7);
    report::ReportBuilder builder;
    const int seconds = static_cast<int>(length.count());
    for (int second = 0; second < seconds; ++second) {
        addSecond(source, random, second, seconds, requests);
        if (seconds > 60 && second % 40 > 34) {
            source.failure("order_placement", "", "503");
            source.failure("login", second % 2 == 0 ? "refused" : "timeout", "0");
        }
        builder.add(source.take());
    }
    report::ReportModel model = builder.build(runOf(length), std::move(verdict));
    model.planText = "{\n  \"bellwether\": 1,\n  \"name\": \"JTS market open\"\n}\n";
    return model;
}

ComparedRow rowOf(const char* metric, const char* name, Statistic statistic, Finding finding, double effect) {
    ComparedRow row;
    row.subject = {metric, name};
    row.statistic = statistic;
    row.finding = finding;
    row.before = statistic == Statistic::Share ? 0.01 : 10;
    row.after = statistic == Statistic::Share ? 0.01 + effect : 10 * (1 + effect);
    row.effect = effect;
    row.low = effect - 0.04;
    row.high = effect + 0.05;
    return row;
}

} // namespace

report::ReportModel failedReport() {
    report::ReportModel model = built(std::chrono::minutes(2), 60, failedVerdict());
    model.warnings = {"3 series were counted together because there were more than 5,000."};
    return model;
}

report::ReportModel oneSecondReport() {
    return built(std::chrono::seconds(1), 60, {});
}

report::ReportModel longReport() {
    verdict::Verdict verdict;
    verdict.outcome = verdict::Outcome::Inconclusive;
    verdict.evaluation.doubt.busy = {{"3", 812, 7'200}};
    verdict.reasons = {{verdict::ReasonKind::GeneratorBusy, 0}};
    return built(std::chrono::hours(2), 16, std::move(verdict));
}

report::ComparisonModel sampleComparison() {
    report::ComparisonModel model;
    history::RunSummary before;
    before.id = {12};
    before.planName = "Orders <&> more";
    before.build = "1.0";
    before.started = {1'760'000'000'000'000'000};
    history::RunSummary after = before;
    after.id = {15};
    after.build = "<b>2.0</b>";
    model.before = {before};
    model.after = {after};
    model.comparison.knowsRunToRun = true;
    model.comparison.otherRuns = 9;
    model.comparison.rows = {
        rowOf("http_req_duration", "place", Statistic::P50, Finding::Worse, 0.18),
        rowOf("http_req_duration", "place", Statistic::P95, Finding::NeedsMoreRuns, 0.06),
        rowOf("http_req_duration", "cancel", Statistic::P50, Finding::Better, -0.2),
        rowOf("http_req_failed", "", Statistic::Share, Finding::NoDifference, 0.0001),
        rowOf("http_reqs", "", Statistic::PerSecond, Finding::NoDifference, 0.001),
        rowOf("group_duration", "::basket", Statistic::P99, Finding::NotComparable, 0)};
    return model;
}

} // namespace bw::ui_report
