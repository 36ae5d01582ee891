#include "ui/report/comparison_report.h"

#include "ui/format/comparison_text.h"
#include "ui/format/units.h"
#include "ui/report/page_head.h"
#include "ui/report/report_words.h"
#include "ui/report/table.h"

#include <algorithm>
#include <cmath>

namespace bw::ui_report {
namespace {

using namespace Qt::StringLiterals;
using analysis::ComparedRow;
using analysis::Finding;
using analysis::Statistic;
using report::ComparisonModel;
using report::Conclusion;

constexpr double kWidth = 160; // of an interval's drawing
constexpr double kHeight = 14;
constexpr double kLeastScale = 0.1; // so that small changes look small
constexpr double kMostScale = 1;    // a ratio of 2 is at the edge

QString toneOf(Conclusion conclusion) {
    switch (conclusion) {
    case Conclusion::Worse:
        return u"bad"_s;
    case Conclusion::Better:
    case Conclusion::NoDifference:
        return u"good"_s;
    case Conclusion::NotComparable:
    case Conclusion::NeedsMoreRuns:
        break;
    }
    return u"warning"_s;
}

QString classOf(Finding finding) {
    switch (finding) {
    case Finding::Worse:
        return u"bad"_s;
    case Finding::Better:
        return u"good"_s;
    case Finding::NeedsMoreRuns:
        return u"warning"_s;
    case Finding::NoDifference:
    case Finding::NotComparable:
        break;
    }
    return u"muted"_s;
}

bool isDrawn(const ComparedRow& row) {
    return row.finding != Finding::NotComparable && row.statistic != Statistic::Share;
}

// One scale for all rows: as far as the farthest interval, within bounds.
double scaleOf(const std::vector<ComparedRow>& rows) {
    double farthest = kLeastScale;
    for (const ComparedRow& row : rows) {
        if (isDrawn(row)) {
            farthest = std::max({farthest, std::abs(row.low), std::abs(row.high)});
        }
    }
    return std::min(farthest, kMostScale);
}

// The interval as a bar with its middle marked, no change being the middle of the drawing.
QString drawing(const ComparedRow& row, double scale) {
    if (!isDrawn(row)) {
        return {};
    }
    const auto x = [scale](double effect) {
        return QString::number(kWidth / 2 * (1 + std::clamp(effect / scale, -1.0, 1.0)), 'f', 1);
    };
    const QString middle = QString::number(kHeight / 2);
    return u"<svg class=\"interval %1\" viewBox=\"0 0 %2 %3\" aria-hidden=\"true\"><path class=\"zero\" "
           "d=\"M%4 0V%3\"/><path class=\"reach\" d=\"M%5 %6H%7\"/><circle cx=\"%8\" cy=\"%6\" r=\"3\"/></svg>"_s
               .arg(classOf(row.finding), QString::number(kWidth), QString::number(kHeight),
                    QString::number(kWidth / 2), x(row.low), middle, x(row.high), x(row.effect));
}

QString tableRow(const ComparedRow& row, double scale) {
    const bool isCompared = row.finding != Finding::NotComparable;
    const QString none = u"–"_s;
    const QString state = u"<span class=\"%1\">%2</span>"_s.arg(classOf(row.finding),
                                                                escaped(format::findingText(row.finding)));
    return u"<tr>"_s + cell(state) + nameCell(escaped(format::subjectText(row.subject))) +
           cell(escaped(format::statisticText(row.subject, row.statistic))) +
           numberCell(escaped(format::comparedValue(row.statistic, row.before))) +
           numberCell(escaped(format::comparedValue(row.statistic, row.after))) +
           numberCell(isCompared ? escaped(format::effectText(row, row.effect)) : none) +
           numberCell(isCompared ? escaped(format::intervalText(row)) : none) + cell(drawing(row, scale)) +
           u"</tr>\n"_s;
}

QString differences(const ComparisonModel& model) {
    const std::vector<ComparedRow> rows = format::inReadingOrder(model.comparison.rows);
    if (rows.empty()) {
        return {};
    }
    const double scale = scaleOf(rows);
    QString text = u"<section><h2>"_s + escaped(Words::tr("Differences")) + u"</h2>\n<div class=\"wide\">"_s;
    text += tableHead({{Words::tr("Finding")},
                       {Words::tr("Of")},
                       {Words::tr("Figure")},
                       {u"A"_s, Align::Right},
                       {u"B"_s, Align::Right},
                       {Words::tr("Change"), Align::Right},
                       {Words::tr("95 % interval"), Align::Right},
                       {u"−%1 … +%1"_s.arg(format::percent(scale, 2))}});
    for (const ComparedRow& row : rows) {
        text += tableRow(row, scale);
    }
    return text + tableEnd() + u"</div></section>\n"_s;
}

QString sideRows(const QString& side, const std::vector<history::RunSummary>& runs) {
    QString text;
    for (const history::RunSummary& run : runs) {
        text += u"<tr>"_s + cell(u"<b>"_s + side + u"</b>"_s) + numberCell(QString::number(run.id.value)) +
                nameCell(escaped(run.planName)) + cell(escaped(format::wallTime(run.started))) +
                cell(escaped(run.build)) + cell(escaped(run.environment)) + cell(escaped(run.note)) +
                u"</tr>\n"_s;
    }
    return text;
}

QString sides(const ComparisonModel& model) {
    return u"<section><h2>"_s + escaped(Words::tr("Runs")) + u"</h2>\n<div class=\"wide\">"_s +
           tableHead({{QString()},
                      {Words::tr("Run"), Align::Right},
                      {Words::tr("Plan")},
                      {Words::tr("Started")},
                      {Words::tr("Build")},
                      {Words::tr("Environment")},
                      {Words::tr("Note")}}) +
           sideRows(u"A"_s, model.before) + sideRows(u"B"_s, model.after) + tableEnd() +
           u"</div></section>\n"_s;
}

QString header(const ComparisonModel& model) {
    const QString plan = model.before.empty() ? QString() : escaped(model.before.front().planName);
    QString text = u"<header><p class=\"plan\">"_s + plan + u"</p>\n<h1>"_s +
                   pageMark(toneOf(report::conclusionOf(model))) + u"<span>"_s +
                   escaped(format::conclusionText(model)) + u"</span></h1>\n<ul class=\"reasons\">"_s;
    for (const report::Obstacle& obstacle : model.obstacles) {
        text += u"<li class=\"warning\">"_s + escaped(format::obstacleText(obstacle)) + u"</li>\n"_s;
    }
    return text + u"<li class=\"muted\">"_s + escaped(format::groundsText(model)) +
           u"</li></ul></header>\n"_s;
}

} // namespace

QString comparisonReport(const ComparisonModel& model) {
    const QString plan = model.before.empty() ? QString() : format::plain(model.before.front().planName);
    return pageHead(Words::tr("%1: comparison").arg(plan)) + u"<body><main>\n"_s + header(model) +
           sides(model) + differences(model) + u"</main></body></html>\n"_s;
}

} // namespace bw::ui_report
