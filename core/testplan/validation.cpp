#include "core/testplan/validation.h"

#include "core/base/duration_text.h"
#include "core/base/nearest.h"
#include "core/expr/expression.h"
#include "core/expr/template.h"
#include "core/testplan/plan_scope.h"
#include "core/testplan/step_walk.h"
#include "core/testplan/word.h"

#include <algorithm>

namespace bw::testplan {
namespace {

metrics::MetricType typeOf(MetricStepType type) {
    switch (type) {
    case MetricStepType::Counter:
        return metrics::MetricType::Counter;
    case MetricStepType::Gauge:
        return metrics::MetricType::Gauge;
    case MetricStepType::Rate:
        return metrics::MetricType::Rate;
    case MetricStepType::Trend:
        break;
    }
    return metrics::MetricType::Trend;
}

void addProblems(ProblemLog& log, const Place& place, ProblemKind kind, const std::string& source,
                 const std::vector<expr::Problem>& found) {
    for (const expr::Problem& one : found) {
        Problem problem;
        problem.kind = kind;
        problem.place = place.text();
        problem.subject = source;
        problem.suggestion = one.suggestion;
        problem.expression = one;
        log.add(std::move(problem));
    }
}

bool leavesFolder(std::string_view path) {
    for (std::size_t begin = 0; begin <= path.size();) {
        const std::size_t end = std::min(path.find('/', begin), path.size());
        if (path.substr(begin, end - begin) == "..") {
            return true;
        }
        begin = end + 1;
    }
    return path.starts_with('/') || path.find('\0') != std::string_view::npos;
}

} // namespace

Validation::Validation(const TestPlan& plan)
    : m_plan(plan)
    , m_scope(scopeOf(plan)) {
    m_flows.reserve(plan.flows.size());
    for (const Flow& flow : plan.flows) {
        m_flows.push_back(flow.name);
    }
    for (const metrics::Metric& metric : metrics::builtinMetrics()) {
        m_metrics.emplace(metric.name, KnownMetric{metric.type, metric.kind});
    }
    forEachStep(plan, [this](const Step& step) {
        const auto add = [this](const MetricStep& metric) {
            m_metrics.emplace(metric.metric, KnownMetric{typeOf(metric.type), metrics::MetricKind::Default});
        };
        if (const auto* webSocket = std::get_if<WebSocketStep>(&step.kind)) {
            m_sessions.push_back(step.name);
            std::ranges::for_each(webSocket->messages.metrics, add);
        } else if (const auto* metric = std::get_if<MetricStep>(&step.kind)) {
            add(*metric);
        }
    });
}

void Validation::flow(const Place& place, const std::string& name) {
    if (std::ranges::find(m_flows, name) == m_flows.end()) {
        m_log.add(ProblemKind::NoSuchFlow, place, name, joined(m_flows), nearest(name, m_flows));
    }
}

void Validation::session(const Place& place, const std::string& name) {
    if (name.empty() || std::ranges::find(m_sessions, name) == m_sessions.end()) {
        m_log.add(ProblemKind::NoSuchSession, place, name, joined(m_sessions), nearest(name, m_sessions));
    }
}

const Validation::KnownMetric* Validation::metric(const Place& place, const std::string& name) {
    const auto found = m_metrics.find(name);
    if (found != m_metrics.end()) {
        return &found->second;
    }
    std::vector<std::string_view> names;
    names.reserve(m_metrics.size());
    for (const auto& [known, type] : m_metrics) {
        names.push_back(known);
    }
    m_log.add(ProblemKind::NoSuchMetric, place, name, {},
              nearest(name, std::span<const std::string_view>(names)));
    return nullptr;
}

void Validation::expression(const Place& place, const std::string& source) {
    if (const auto compiled = expr::Expression::compile(source, m_scope); !compiled) {
        addProblems(m_log, place, ProblemKind::BadExpression, source, compiled.error());
    }
}

void Validation::text(const Place& place, const std::string& source) {
    // Most texts are plain, and a large body has many.
    if (source.find("${") == std::string::npos) {
        return;
    }
    if (const auto compiled = expr::Template::compile(source, m_scope); !compiled) {
        addProblems(m_log, place, ProblemKind::BadTemplate, source, compiled.error());
    }
}

void Validation::texts(const Place& place, const NamedTexts& sources) {
    for (const auto& [name, source] : sources) {
        text(place.member(name), source);
    }
}

void Validation::json(const Place& place, const JsonValue& value) {
    if (value.is(JsonKind::String)) {
        text(place, value.text);
    }
    for (std::size_t i = 0; i < value.items.size(); ++i) {
        json(place.item(i), value.items[i]);
    }
    for (const JsonMember& member : value.members) {
        json(place.member(member.key), member.value);
    }
}

void Validation::duration(const Place& place, const DurationText& value, Duration least,
                          std::string_view bound) {
    if (value.isWritten() && !parseDuration(value.text)) {
        m_log.add(ProblemKind::NotADuration, place, value.text);
    } else if (value.value < least) {
        m_log.add(ProblemKind::OutOfRange, place, value.isWritten() ? value.text : durationText(value.value),
                  bound);
    }
}

void Validation::requiredDuration(const Place& place, const DurationText& value, Duration least,
                                  std::string_view bound) {
    if (!value.isWritten() && value.value == Duration::zero() && least > Duration::zero()) {
        m_log.add(ProblemKind::OutOfRange, place, durationText(value.value), bound);
        return;
    }
    duration(place, value, least, bound);
}

void Validation::integer(const Place& place, std::int64_t value, std::int64_t least, std::int64_t most) {
    if (value < least) {
        m_log.add(ProblemKind::OutOfRange, place, std::to_string(value), ">= " + std::to_string(least));
    } else if (value > most) {
        m_log.add(ProblemKind::OutOfRange, place, std::to_string(value), "<= " + std::to_string(most));
    }
}

void Validation::share(const Place& place, const NumberText& value) {
    if (!(value.value >= 0 && value.value <= 1)) {
        m_log.add(ProblemKind::OutOfRange, place, value.text, "0..1");
    }
}

void Validation::notEmpty(const Place& place, std::string_view value) {
    if (value.empty()) {
        m_log.add(ProblemKind::Empty, place);
    }
}

void Validation::variableName(const Place& place, std::string_view name) {
    if (!expr::Scope::isName(name)) {
        m_log.add(ProblemKind::BadName, place, name, "[A-Za-z_$][A-Za-z0-9_$]*");
    } else if (expr::Scope::isReserved(name)) {
        m_log.add(ProblemKind::NameTaken, place, name);
    }
}

void Validation::label(const Place& place, std::string_view name) {
    if (name.empty()) {
        m_log.add(ProblemKind::Empty, place);
    } else if (name.find("::") != std::string_view::npos) {
        m_log.add(ProblemKind::BadName, place, name, "(?!.*::).+");
    }
}

// RFC 9110 §5.6.2: a token.
void Validation::headerNames(const Place& place, const NamedTexts& headers) {
    static constexpr std::string_view kToken =
        "!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    for (const auto& [name, value] : headers) {
        if (name.empty() || name.find_first_not_of(kToken) != std::string::npos) {
            m_log.add(ProblemKind::BadName, place.member(name), name, "[A-Za-z0-9!#$%&'*+.^_`|~-]+");
        }
    }
}

void Validation::planFile(const Place& place, const std::string& file) {
    notEmpty(place, file);
    if (leavesFolder(file)) {
        m_log.add(ProblemKind::FileOutsideFolder, place, file);
    }
}

void Validation::url(const Place& place, const std::string& source, std::string_view scheme) {
    notEmpty(place, source);
    text(place, source);
    if (source.empty() || source.starts_with("${")) {
        return;
    }
    std::string_view rest = source;
    const bool known = rest.starts_with(scheme);
    rest.remove_prefix(known ? scheme.size() : 0);
    rest.remove_prefix(known && rest.starts_with('s') ? 1 : 0);
    if (!known || !rest.starts_with("://") || rest.size() == 3) {
        m_log.add(ProblemKind::NotAUrl, place, source, scheme);
    }
}

} // namespace bw::testplan
