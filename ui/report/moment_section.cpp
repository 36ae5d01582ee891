#include "ui/report/moment_section.h"

#include "ui/format/mark_text.h"
#include "ui/format/units.h"
#include "ui/report/report_words.h"
#include "ui/report/table.h"

#include <ranges>

namespace bw::ui_report {
namespace {

using namespace Qt::StringLiterals;

constexpr std::size_t kMostMoments = 100; // more would be a fence before the curves

auto shownOf(const report::ReportModel& model) {
    return model.marks | std::views::take(kMostMoments);
}

} // namespace

QString momentsSection(const report::ReportModel& model) {
    if (model.marks.empty()) {
        return {};
    }
    QString text = u"<section><h2>"_s + escaped(Words::tr("What happened")) + u"</h2>\n"_s;
    text += tableHead({{Words::tr("No."), Align::Right},
                       {Words::tr("At"), Align::Right},
                       {Words::tr("For"), Align::Right},
                       {Words::tr("What"), Align::Left}});
    int number = 0;
    for (const report::MarkRow& mark : shownOf(model)) {
        const bool isLong = mark.length > Duration::zero();
        text += u"<tr>"_s + numberCell(QString::number(++number)) +
                numberCell(escaped(format::duration(mark.record.at))) +
                numberCell(isLong ? escaped(format::duration(mark.length)) : QString()) +
                u"<td class=\"rest\">"_s + escaped(format::markText(mark.record)) + u"</td></tr>\n"_s;
    }
    text += tableEnd();
    if (model.marks.size() > kMostMoments) {
        text +=
            u"<p class=\"text muted\">"_s +
            escaped(Words::tr("… left out: %1").arg(format::exactCount(model.marks.size() - kMostMoments))) +
            u"</p>\n"_s;
    }
    return text + u"</section>\n"_s;
}

std::vector<ChartMoment> chartMoments(const report::ReportModel& model) {
    std::vector<ChartMoment> moments;
    for (const report::MarkRow& mark : shownOf(model)) {
        moments.push_back({.number = QString::number(moments.size() + 1),
                           .second = std::chrono::duration<double>(mark.record.at).count(),
                           .length = std::chrono::duration<double>(mark.length).count()});
    }
    return moments;
}

} // namespace bw::ui_report
