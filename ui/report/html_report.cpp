#include "ui/report/html_report.h"

#include "ui/format/units.h"
#include "ui/format/verdict_text.h"
#include "ui/report/chart_section.h"
#include "ui/report/moment_section.h"
#include "ui/report/page_head.h"
#include "ui/report/process_section.h"
#include "ui/report/report_words.h"
#include "ui/report/session_section.h"
#include "ui/report/table_sections.h"
#include "ui/report/verdict_sections.h"

namespace bw::ui_report {
namespace {

using namespace Qt::StringLiterals;
using report::ReportModel;
using report::RunState;

QString stateText(RunState state) {
    switch (state) {
    case RunState::Running:
        return Words::tr("still running");
    case RunState::Finished:
        return Words::tr("finished");
    case RunState::Interrupted:
        return Words::tr("interrupted");
    case RunState::Aborted:
        return Words::tr("aborted");
    }
    return {};
}

QString verdictMark(verdict::Outcome outcome) {
    switch (outcome) {
    case verdict::Outcome::Pass:
        return pageMark(u"good"_s);
    case verdict::Outcome::Fail:
        return pageMark(u"bad"_s);
    case verdict::Outcome::Inconclusive:
        break;
    }
    return pageMark(u"warning"_s);
}

QString fact(const QString& term, const QString& value) {
    return value.isEmpty() ? QString()
                           : u"<span>"_s + escaped(term) + u" <b>"_s + escaped(value) + u"</b></span>\n"_s;
}

QString header(const ReportModel& model) {
    const report::RunInfo& run = model.run;
    QString text = u"<header><p class=\"plan\">"_s + escaped(run.planName) + u"</p>\n<h1>"_s +
                   verdictMark(model.verdict.outcome) + u"<span>"_s +
                   escaped(format::verdictSentence(model.verdict)) + u"</span></h1>\n"_s;
    text += reasonsSection(model.verdict) + u"<p class=\"facts\">"_s;
    if (run.started != WallTime{}) {
        text += fact(Words::tr("started"), format::wallTime(run.started));
    }
    text += fact(stateText(run.state) + u' ' + Words::tr("after"), format::duration(run.duration));
    if (run.paused > Duration::zero()) {
        text += fact(Words::tr("paused, left out"), format::duration(run.paused));
    }
    text += fact(Words::tr("environment"), format::plain(run.environment));
    text += fact(Words::tr("build"), format::plain(run.build));
    for (const auto& [key, value] : run.tags) {
        text += fact(format::plain(key), format::plain(value));
    }
    text += u"</p>\n"_s;
    for (const std::string& paragraph : {run.note, run.description}) {
        if (!paragraph.empty()) {
            text += u"<p class=\"text\">"_s + escaped(paragraph) + u"</p>\n"_s;
        }
    }
    return text + u"</header>\n"_s;
}

QString figure(const QString& term, const QString& value, const QString& note = {},
               const QString& tone = {}) {
    return u"<div><dt>%1</dt><dd class=\"%2\">%3<small>%4</small></dd></div>\n"_s.arg(
        escaped(term), tone, escaped(value), escaped(note));
}

QString requestFigures(const report::KeyFigures& figures) {
    QString text = figure(Words::tr("Requests"), format::perSecond(figures.requestRate),
                          Words::tr("%1 in all").arg(format::exactCount(figures.requests)));
    text +=
        figure(Words::tr("Failed"), figures.requests == 0 ? u"–"_s : format::percent(figures.failedShare()),
               Words::tr("%1 requests").arg(format::exactCount(figures.failed)),
               figures.failed > 0 ? u"bad"_s : QString());
    const auto time = [&](double value) {
        return figures.latency.answered == 0 ? u"–"_s : format::milliseconds(value);
    };
    const QString note = figures.latency.answered == 0 ? Words::tr("no samples") : Words::tr("response time");
    text += figure(u"P50"_s, time(figures.latency.response.p50), note);
    text += figure(u"P95"_s, time(figures.latency.response.p95), note);
    text += figure(u"P99"_s, time(figures.latency.response.p99), note);
    return text;
}

QString sessionFigures(const report::KeyFigures& figures) {
    if (figures.sessions == 0) {
        return {};
    }
    QString text =
        figure(Words::tr("Sessions"), format::count(figures.sessionsHighest), Words::tr("open at a time"));
    text +=
        figure(Words::tr("Connect rate"), format::perSecond(figures.openedHighest), Words::tr("at the most"));
    text += figure(Words::tr("Messages"), format::perSecond(figures.messageRate),
                   Words::tr("%1 in all").arg(format::exactCount(figures.messages)));
    if (figures.messagesLost > 0) {
        text += figure(Words::tr("Lost"), format::count(static_cast<double>(figures.messagesLost)),
                       Words::tr("messages"), u"bad"_s);
    }
    if (figures.messageLatency.count > 0) {
        const report::Percentiles& times = figures.messageLatency.percentiles;
        text += figure(u"P50"_s, format::milliseconds(times.p50), Words::tr("message latency"));
        text += figure(u"P95"_s, format::milliseconds(times.p95), Words::tr("message latency"));
        text += figure(u"P99"_s, format::milliseconds(times.p99), Words::tr("message latency"));
    }
    return text;
}

QString keyFigures(const report::KeyFigures& figures) {
    const bool onlyListens = figures.requests == 0 && figures.sessions > 0;
    QString text = u"<dl class=\"figures\">\n"_s;
    text += (onlyListens ? QString() : requestFigures(figures)) + sessionFigures(figures);
    text += figure(Words::tr("Iterations"), format::perSecond(figures.iterationRate),
                   Words::tr("%1 in all").arg(format::exactCount(figures.iterations)));
    if (figures.dropped > 0) {
        text += figure(Words::tr("Dropped"), format::count(static_cast<double>(figures.dropped)),
                       Words::tr("iterations without a VU"), u"warning"_s);
    }
    if (figures.interrupted > 0) {
        text += figure(Words::tr("Cut off"), format::count(static_cast<double>(figures.interrupted)),
                       Words::tr("iterations at the end"));
    }
    text += figure(Words::tr("Received"), format::bytes(figures.bytesReceived),
                   Words::tr("%1 sent").arg(format::bytes(figures.bytesSent)));
    return text + u"</dl>\n"_s;
}

QString warnings(const ReportModel& model) {
    if (model.warnings.empty()) {
        return {};
    }
    QString text = u"<section><h2>"_s + escaped(Words::tr("Warnings")) + u"</h2>\n<ul>"_s;
    for (const std::string& warning : model.warnings) {
        text += u"<li class=\"warning\">⚠ "_s + escaped(warning) + u"</li>\n"_s;
    }
    return text + u"</ul></section>\n"_s;
}

QString head(const ReportModel& model) {
    const QString title =
        format::plain(model.run.planName) + u" – "_s + format::outcomeWord(model.verdict.outcome);
    return pageHead(title);
}

} // namespace

QString htmlReport(const ReportModel& model, Medium medium) {
    const verdict::Evaluation& evaluation = model.verdict.evaluation;
    QString page = head(model) + u"<body><main>\n"_s;
    page += header(model) + keyFigures(model.figures) + warnings(model);
    page += thresholdsSection(evaluation) + budgetsSection(evaluation) + chartsSection(model, medium) +
            momentsSection(model);
    page += requestsSection(model) + sessionsSection(model) + checksSection(evaluation) +
            errorsSection(model) + examplesSection(model, medium);
    page += processesSection(model) + surroundingsSection(model.run) + planSection(model);
    return page + u"</main></body></html>\n"_s;
}

} // namespace bw::ui_report
