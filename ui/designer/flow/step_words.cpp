#include "ui/designer/flow/step_words.h"

#include "ui/format/words.h"

#include <QCoreApplication>
#include <QStringList>

#include <map>

namespace bw::designer {
namespace {

using format::plain;
using namespace testplan;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Steps)
};

// What a step says of itself when it has no name.
struct Label {
    QString operator()(const HttpStep& http) const { return plain(http.url); }
    QString operator()(const ThinkStep& think) const {
        return std::visit([](const auto& wait) { return time(wait); }, think.wait);
    }
    QString operator()(const PacingStep& pacing) const {
        return Words::tr("at least %1 an iteration").arg(plain(pacing.period.text));
    }
    QString operator()(const GroupStep& group) const { return plain(group.name); }
    QString operator()(const LoopStep& loop) const {
        return std::visit([](const auto& kind) { return rounds(kind); }, loop.kind);
    }
    QString operator()(const IfStep& condition) const { return plain(condition.condition); }
    QString operator()(const ChooseStep& choose) const {
        return Words::tr("%n branch(es)", nullptr, static_cast<int>(choose.choices.size()));
    }
    QString operator()(const ParallelStep& parallel) const {
        return Words::tr("at most %1 at a time").arg(parallel.max);
    }
    QString operator()(const RetryStep& retry) const { return Words::tr("until %1").arg(plain(retry.until)); }
    QString operator()(const MetricStep& metric) const { return plain(metric.metric); }
    QString operator()(const WebSocketStep& session) const { return plain(session.url); }
    QString operator()(const ExpectStep& expect) const { return plain(expect.condition); }
    QString operator()(const ScriptStep& script) const { return plain(script.source).simplified(); }

private:
    static QString time(const ConstantThink& wait) { return plain(wait.time.text); }
    static QString time(const UniformThink& wait) {
        return QStringLiteral("%1..%2").arg(plain(wait.low.text), plain(wait.high.text));
    }
    static QString time(const NormalThink& wait) {
        return QStringLiteral("%1 ± %2").arg(plain(wait.mean.text), plain(wait.deviation.text));
    }
    static QString time(const ExponentialThink& wait) {
        return Words::tr("%1 on average").arg(plain(wait.mean.text));
    }
    static QString rounds(const CountLoop& loop) {
        return Words::tr("%n time(s)", nullptr, static_cast<int>(loop.count));
    }
    static QString rounds(const OverLoop& loop) {
        return Words::tr("%1 over %n item(s)", nullptr, static_cast<int>(loop.items.size()))
            .arg(plain(loop.as));
    }
    static QString rounds(const WhileLoop& loop) { return Words::tr("while %1").arg(plain(loop.condition)); }
};

struct Results {
    std::size_t checks = 0;
    std::size_t extractors = 0;
};

Results resultsOf(const Step& step) {
    if (const auto* http = std::get_if<HttpStep>(&step.kind)) {
        return {http->checks.size(), http->extract.size()};
    }
    if (const auto* session = std::get_if<WebSocketStep>(&step.kind)) {
        return {session->messages.checks.size(), session->messages.extract.size()};
    }
    return {};
}

} // namespace

QString stepKindWords(std::string_view kind) {
    static const std::map<std::string_view, const char*> kWords{
        {"http", QT_TRANSLATE_NOOP("Steps", "HTTP request")},
        {"websocket", QT_TRANSLATE_NOOP("Steps", "WebSocket session")},
        {"think", QT_TRANSLATE_NOOP("Steps", "Think time")},
        {"pacing", QT_TRANSLATE_NOOP("Steps", "Pacing")},
        {"group", QT_TRANSLATE_NOOP("Steps", "Group")},
        {"loop", QT_TRANSLATE_NOOP("Steps", "Loop")},
        {"if", QT_TRANSLATE_NOOP("Steps", "Condition")},
        {"choose", QT_TRANSLATE_NOOP("Steps", "Weighted choice")},
        {"parallel", QT_TRANSLATE_NOOP("Steps", "Parallel requests")},
        {"retry", QT_TRANSLATE_NOOP("Steps", "Retry")},
        {"metric", QT_TRANSLATE_NOOP("Steps", "Metric")},
        {"expect", QT_TRANSLATE_NOOP("Steps", "Expected message")},
        {"script", QT_TRANSLATE_NOOP("Steps", "Script")},
    };
    const auto found = kWords.find(kind);
    return found == kWords.end() ? plain(kind) : Words::tr(found->second);
}

QString stepBadge(const Step& step) {
    if (const auto* http = std::get_if<HttpStep>(&step.kind)) {
        return plain(http->method);
    }
    return plain(stepKindName(step.kind));
}

QString stepLabel(const Step& step) {
    return step.name.empty() ? std::visit(Label(), step.kind) : plain(step.name);
}

QString stepDetails(const Step& step) {
    const Results results = resultsOf(step);
    QStringList parts;
    if (step.state == StepState::Disabled) {
        parts << Words::tr("disabled");
    }
    if (results.checks > 0) {
        parts << Words::tr("%n check(s)", nullptr, static_cast<int>(results.checks));
    }
    if (results.extractors > 0) {
        parts << Words::tr("%n extractor(s)", nullptr, static_cast<int>(results.extractors));
    }
    return parts.join(QStringLiteral(", "));
}

} // namespace bw::designer
