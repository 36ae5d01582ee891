#include "ui/report/table_sections.h"

#include "ui/format/error_text.h"
#include "ui/format/units.h"
#include "ui/report/report_words.h"
#include "ui/report/table.h"

#include <algorithm>
#include <cstddef>
#include <ranges>
#include <vector>

namespace bw::ui_report {
namespace {

using namespace Qt::StringLiterals;

constexpr std::size_t kExamplesOnPaper = 12;

QString requestName(const std::string& name) {
    return name.empty() ? u"<span class=\"muted\">"_s + escaped(Words::tr("without a name")) + u"</span>"_s
                        : escaped(name);
}

QString requestRow(const report::RequestRow& row) {
    QString text = u"<tr>"_s + nameCell(requestName(row.name));
    text += numberCell(format::exactCount(row.requests)) + numberCell(format::perSecond(row.rate));
    text += numberCell(escaped(format::percent(row.failedShare())), row.failed > 0 ? Tone::Bad : Tone::Plain);
    if (row.latency.answered == 0) {
        return text + u"<td class=\"n muted\" colspan=\"8\">"_s + escaped(Words::tr("never answered")) +
               u"</td></tr>\n"_s;
    }
    const report::Latency& latency = row.latency;
    for (const double figure :
         {latency.service.p50, latency.service.p95, latency.service.p99, latency.serviceMax,
          latency.response.p50, latency.response.p95, latency.response.p99, latency.responseMax}) {
        text += numberCell(escaped(format::milliseconds(figure)));
    }
    return text + u"</tr>\n"_s;
}

void pair(QString& text, const QString& term, const QString& value) {
    if (!value.isEmpty()) {
        text += u"<dt>"_s + escaped(term) + u"</dt><dd>"_s + escaped(value) + u"</dd>\n"_s;
    }
}

QString known(std::uint64_t number) {
    return number == 0 ? QString() : format::exactCount(number);
}

QString secondsText(std::int64_t second) {
    return format::duration(std::chrono::seconds(second));
}

} // namespace

QString requestsSection(const report::ReportModel& model) {
    if (model.requests.empty() && !model.sessions.empty()) {
        return {}; // it was not to make any
    }
    QString text = u"<section><h2>"_s + escaped(Words::tr("Requests")) + u"</h2>\n"_s;
    if (model.requests.empty()) {
        return text + u"<p class=\"muted\">"_s + escaped(Words::tr("The run made no request.")) +
               u"</p></section>\n"_s;
    }
    const QString above =
        u"<tr><td colspan=\"4\"></td><th colspan=\"4\" scope=\"colgroup\">%1</th>"
        "<th colspan=\"4\" scope=\"colgroup\">%2</th></tr>"_s.arg(
            escaped(Words::tr("Service time, from sending")), escaped(Words::tr("Response time, from due")));
    std::vector<Heading> headings{{Words::tr("Name"), Align::Left},
                                  {Words::tr("Requests"), Align::Right},
                                  {Words::tr("Rate"), Align::Right},
                                  {Words::tr("Failed"), Align::Right}};
    for (int kind = 0; kind < 2; ++kind) {
        for (const QString& figure : {u"P50"_s, u"P95"_s, u"P99"_s, Words::tr("Max")}) {
            headings.push_back({figure, Align::Right});
        }
    }
    text += tableHead(headings, above);
    for (const report::RequestRow& row : model.requests) {
        text += requestRow(row);
    }
    return text + tableEnd() + u"</section>\n"_s;
}

QString errorsSection(const report::ReportModel& model) {
    if (model.errors.empty()) {
        return {};
    }
    QString text = u"<section><h2>"_s + escaped(Words::tr("Errors")) + u"</h2>\n"_s;
    text += tableHead({{Words::tr("Request"), Align::Left},
                       {Words::tr("What happened"), Align::Left},
                       {Words::tr("Count"), Align::Right},
                       {Words::tr("First at"), Align::Right},
                       {Words::tr("Last at"), Align::Right}});
    for (const report::ErrorRow& row : model.errors) {
        text += u"<tr>"_s + nameCell(requestName(row.name));
        text += u"<td class=\"bad\">"_s + escaped(format::failureText(row.code, row.status)) + u"</td>"_s;
        text += numberCell(format::exactCount(row.count)) + numberCell(escaped(secondsText(row.first))) +
                numberCell(escaped(secondsText(row.last))) + u"</tr>\n"_s;
    }
    return text + tableEnd() + u"</section>\n"_s;
}

QString examplesSection(const report::ReportModel& model, Medium medium) {
    if (model.examples.empty()) {
        return {};
    }
    const auto block = [](const QString& title, const std::string& text) {
        return u"<h3>"_s + escaped(title) + u"</h3><pre>"_s +
               QString::fromStdString(text).remove(u'\0').toHtmlEscaped() + u"</pre>\n"_s;
    };
    QString text = u"<details class=\"examples\"><summary>"_s +
                   escaped(Words::tr("Failing exchanges (%1)").arg(model.examples.size())) +
                   u"</summary>\n"_s;
    const std::size_t shown =
        medium == Medium::Paper ? std::min(kExamplesOnPaper, model.examples.size()) : model.examples.size();
    for (const report::ExampleRow& row : model.examples | std::views::take(shown)) {
        text += u"<section><h2>"_s + requestName(row.name) + u": "_s + escaped(format::plain(row.kind)) +
                u" <small>"_s + escaped(Words::tr("after %1").arg(format::duration(row.at))) +
                u"</small></h2>\n"_s;
        text += block(Words::tr("Request"), row.request);
        text += row.response.empty()
                    ? u"<p class=\"text\">"_s + escaped(Words::tr("No response came.")) + u"</p>\n"_s
                    : block(Words::tr("Response"), row.response);
        text += u"</section>\n"_s;
    }
    if (shown < model.examples.size()) {
        text += u"<p class=\"text muted\">"_s +
                escaped(Words::tr("… exchanges left out: %1; the page (HTML) has them")
                            .arg(format::exactCount(model.examples.size() - shown))) +
                u"</p>\n"_s;
    }
    return text + u"</details>\n"_s;
}

QString surroundingsSection(const report::RunInfo& run) {
    const report::Surroundings& around = run.surroundings;
    QString pairs;
    pair(pairs, Words::tr("Run"), format::plain(run.id));
    pair(pairs, Words::tr("Program"), format::plain(around.program));
    pair(pairs, Words::tr("Host"), format::plain(around.host));
    pair(pairs, Words::tr("Kernel"), format::plain(around.kernel));
    pair(pairs, Words::tr("Processor"), format::plain(around.cpu));
    pair(pairs, Words::tr("Cores it may use"), known(around.processors));
    pair(pairs, Words::tr("Memory"),
         around.memory == 0 ? QString() : format::bytes(static_cast<double>(around.memory)));
    pair(pairs, Words::tr("Workers"), known(around.workers));
    pair(pairs, Words::tr("Event loop"), format::plain(around.reactor));
    pair(pairs, Words::tr("Seed"), QString::number(run.seed));
    return u"<section><h2>"_s + escaped(Words::tr("Surroundings")) + u"</h2>\n<dl class=\"pairs\">"_s +
           pairs + u"</dl></section>\n"_s;
}

QString planSection(const report::ReportModel& model) {
    if (model.planText.empty()) {
        return {};
    }
    return u"<details><summary>"_s + escaped(Words::tr("The plan")) + u"</summary>\n<pre>"_s +
           QString::fromStdString(model.planText).remove(u'\0').toHtmlEscaped() + u"</pre></details>\n"_s;
}

} // namespace bw::ui_report
