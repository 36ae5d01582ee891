#include "app/bellwether/run_text.h"

#include "app/bellwether/history_access.h"
#include "core/run/event_log.h"
#include "ui/format/event_text.h"
#include "ui/format/mark_text.h"
#include "ui/format/text_table.h"
#include "ui/format/units.h"
#include "ui/format/words.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

#include <algorithm>

namespace bw::app {
namespace {

using namespace Qt::StringLiterals;
using format::plain;

class HistoryWords {
    Q_DECLARE_TR_FUNCTIONS(history)
};

QString figure(const QJsonObject& figures, QLatin1StringView key, QString (*inWords)(double, int)) {
    const QJsonValue value = figures.value(key);
    return value.isDouble() ? inWords(value.toDouble(), format::kDigits) : u"–"_s;
}

QStringList tableRow(const history::RunSummary& run) {
    const QJsonObject figures =
        QJsonDocument::fromJson(QByteArray::fromStdString(run.keyFiguresJson)).object();
    return {QString::number(run.id.value),
            format::wallTime(run.started),
            plain(run.planName),
            verdictWord(run.verdict),
            stateWord(run.state),
            format::duration(std::chrono::seconds(run.seconds)),
            figure(figures, "rate"_L1, format::perSecond),
            figure(figures, "p99"_L1, format::milliseconds),
            figure(figures, "failedShare"_L1, format::percent),
            plain(run.build)};
}

// Every line of a foreign text, indented.
QString indented(const std::string& text) {
    QString result;
    for (const QString& line : QString::fromStdString(text).split(u'\n')) {
        QString bare = line;
        if (bare.endsWith(u'\r')) {
            bare.chop(1);
        }
        result += u"      "_s + plain(bare.toStdString()) + u'\n';
    }
    return result;
}

QString at(Duration time) {
    return format::duration(time);
}

QString heading(const QString& text) {
    return u"\n  █ "_s + text + u"\n\n"_s;
}

QString examplesText(const std::vector<history::ExampleRecord>& examples) {
    QString text;
    for (const history::ExampleRecord& example : examples) {
        text +=
            u"    "_s +
            HistoryWords::tr("%1: %2, at %3").arg(plain(example.name), plain(example.kind), at(example.at)) +
            u'\n' + indented(example.request);
        text += example.response.empty() ? u"      "_s + HistoryWords::tr("(no response)") + u'\n'
                                         : indented(example.response);
        text += u'\n';
    }
    return text;
}

QString messageText(const history::LogRecord& message) {
    const std::optional<engine::Event> event = run::eventOf(message);
    return event ? format::eventText(*event) : plain(message.source) + u": "_s + plain(message.text);
}

QString logText(const run::StoredRun& run) {
    QString text;
    for (const history::MarkRecord& mark : run.marks) {
        text += u"    %1  %2\n"_s.arg(at(mark.at), format::markText(mark));
    }
    for (const history::LogRecord& message : run.messages) {
        if (message.level != history::LogLevel::Debug) {
            text += u"    %1  %2\n"_s.arg(at(message.at), messageText(message));
        }
    }
    return text;
}

} // namespace

std::vector<std::string> warningsOf(const run::StoredRun& run) {
    constexpr std::size_t kMost = 1000;
    std::vector<std::string> warnings;
    for (const history::LogRecord& message : run.messages) {
        if (message.level >= history::LogLevel::Warning && warnings.size() < kMost) {
            warnings.push_back(messageText(message).toStdString());
        }
    }
    return warnings;
}

QString runTable(const std::vector<history::RunSummary>& runs) {
    if (runs.empty()) {
        return HistoryWords::tr("No runs yet.") + u'\n';
    }
    std::vector<QStringList> rows{{HistoryWords::tr("RUN"), HistoryWords::tr("STARTED"),
                                   HistoryWords::tr("PLAN"), HistoryWords::tr("VERDICT"),
                                   HistoryWords::tr("STATE"), HistoryWords::tr("LASTED"),
                                   HistoryWords::tr("REQUESTS"), HistoryWords::tr("P99"),
                                   HistoryWords::tr("FAILED"), HistoryWords::tr("BUILD")}};
    for (const history::RunSummary& run : runs) {
        rows.push_back(tableRow(run));
    }
    return format::inColumns(rows);
}

QString runHeading(const history::RunSummary& summary, const report::RunInfo& info) {
    QStringList lines{HistoryWords::tr("Run %1 of %2: %3, begun %4, lasted %5")
                          .arg(summary.id.value)
                          .arg(plain(summary.planName), stateWord(summary.state),
                               format::wallTime(summary.started), format::duration(info.duration))};
    const auto add = [&](const QString& label, const std::string& value) {
        if (!value.empty()) {
            lines += u"  %1: %2"_s.arg(label, plain(value));
        }
    };
    if (info.paused > Duration::zero()) {
        lines += u"  "_s + HistoryWords::tr("paused for %1, which is left out of figures and verdict")
                               .arg(format::duration(info.paused));
    }
    add(HistoryWords::tr("environment"), summary.environment);
    add(HistoryWords::tr("build"), summary.build);
    add(HistoryWords::tr("note"), summary.note);
    for (const auto& [key, value] : summary.tags) {
        add(plain(key), value);
    }
    const report::Surroundings& machine = info.surroundings;
    lines += u"  "_s +
             HistoryWords::tr("%1 on %2 (%3, %4), %5 workers, %6, seed %7")
                 .arg(plain(machine.program), plain(machine.host), plain(machine.kernel), plain(machine.cpu))
                 .arg(machine.workers)
                 .arg(plain(machine.reactor))
                 .arg(info.seed);
    if (summary.wideFrames > 0) {
        lines += u"  "_s + HistoryWords::tr("%1 stored values are wider than a second: the disk was too slow")
                               .arg(summary.wideFrames);
    }
    return lines.join(u'\n') + u'\n';
}

QString runRecords(const run::StoredRun& run) {
    QString text;
    if (!run.examples.empty()) {
        text += heading(HistoryWords::tr("FAILING EXCHANGES")) + examplesText(run.examples);
    }
    if (const QString log = logText(run); !log.isEmpty()) {
        text += heading(HistoryWords::tr("LOG")) + log;
    }
    if (run.recordsDropped > 0) {
        text += u"    "_s +
                HistoryWords::tr("%1 more examples or messages were not kept").arg(run.recordsDropped) +
                u'\n';
    }
    return text;
}

} // namespace bw::app
