#include "ui/report/session_section.h"

#include "ui/format/session_text.h"
#include "ui/format/units.h"
#include "ui/report/report_words.h"
#include "ui/report/table.h"

#include <vector>

namespace bw::ui_report {
namespace {

using namespace Qt::StringLiterals;

QString timesCells(const report::Times& times) {
    if (times.count == 0) {
        return u"<td class=\"n muted\" colspan=\"4\">–</td>"_s;
    }
    QString text;
    for (const double figure :
         {times.percentiles.p50, times.percentiles.p95, times.percentiles.p99, times.max}) {
        text += numberCell(escaped(format::milliseconds(figure)));
    }
    return text;
}

QString countCell(std::uint64_t count, Tone tone = Tone::Plain) {
    return numberCell(format::exactCount(count), tone);
}

QString sessionRow(const report::SessionRow& row) {
    const QString name = row.name.empty() ? escaped(Words::tr("without a name")) : escaped(row.name);
    return u"<tr>"_s + nameCell(name) + countCell(row.asked - row.refused) +
           countCell(row.refused, row.refused > 0 ? Tone::Bad : Tone::Plain) +
           numberCell(row.connecting.count == 0
                          ? u"–"_s
                          : escaped(format::milliseconds(row.connecting.percentiles.p95))) +
           countCell(row.received) + numberCell(format::perSecond(row.receivedRate)) + countCell(row.sent) +
           countCell(row.lost, row.lost > 0 ? Tone::Bad : Tone::Plain) + timesCells(row.latency) +
           u"</tr>\n"_s;
}

QString endingsTable(const report::ReportModel& model) {
    QString rows;
    for (const report::SessionRow& row : model.sessions) {
        for (const report::SessionEnding& ending : row.endings) {
            rows += u"<tr>"_s + nameCell(escaped(row.name)) + u"<td>"_s +
                    escaped(format::endingText(ending)) + u"</td>"_s + countCell(ending.count) + u"</tr>\n"_s;
        }
    }
    if (rows.isEmpty()) {
        return {};
    }
    return u"<h3>"_s + escaped(Words::tr("How they ended")) + u"</h3>\n"_s +
           tableHead({{Words::tr("Session"), Align::Left},
                      {Words::tr("Close code, or what happened"), Align::Left},
                      {Words::tr("Count"), Align::Right}}) +
           rows + tableEnd();
}

} // namespace

QString sessionsSection(const report::ReportModel& model) {
    if (model.sessions.empty()) {
        return {};
    }
    const QString above = u"<tr><td colspan=\"4\"></td><th colspan=\"4\" scope=\"colgroup\">%1</th>"
                          "<th colspan=\"4\" scope=\"colgroup\">%2</th></tr>"_s.arg(
                              escaped(Words::tr("Messages")), escaped(Words::tr("Message latency")));
    QString text = u"<section><h2>"_s + escaped(Words::tr("WebSocket sessions")) + u"</h2>\n"_s;
    std::vector<Heading> headings{{Words::tr("Name"), Align::Left}};
    for (const QString& figure : {Words::tr("Opened"), Words::tr("Refused"), Words::tr("Connect P95"),
                                  Words::tr("Received"), Words::tr("Rate"), Words::tr("Sent"),
                                  Words::tr("Lost"), u"P50"_s, u"P95"_s, u"P99"_s, Words::tr("Max")}) {
        headings.push_back({figure, Align::Right});
    }
    text += tableHead(headings, above);
    for (const report::SessionRow& row : model.sessions) {
        text += sessionRow(row);
    }
    return text + tableEnd() + endingsTable(model) + u"</section>\n"_s;
}

} // namespace bw::ui_report
