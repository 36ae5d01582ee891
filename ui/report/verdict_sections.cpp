#include "ui/report/verdict_sections.h"

#include "ui/format/limit_text.h"
#include "ui/format/units.h"
#include "ui/format/verdict_text.h"
#include "ui/report/report_words.h"
#include "ui/report/table.h"

#include <algorithm>
#include <cmath>

namespace bw::ui_report {
namespace {

using namespace Qt::StringLiterals;
using verdict::BudgetState;
using verdict::ThresholdState;

QString stateCell(const QString& mark, const QString& tone, const QString& word, const QString& sentence) {
    return u"<td class=\"state %1\" title=\"%2\">%3 %4</td>"_s.arg(tone, escaped(sentence), mark,
                                                                   escaped(word));
}

QString stateCell(ThresholdState state) {
    const auto cell = [state](const QString& mark, const QString& tone) {
        return stateCell(mark, tone, format::stateWord(state), format::stateSentence(state));
    };
    switch (state) {
    case ThresholdState::Pass:
        return cell(u"✓"_s, u"good"_s);
    case ThresholdState::Fail:
        return cell(u"✗"_s, u"bad"_s);
    case ThresholdState::NotYet:
    case ThresholdState::NoSamples:
        break;
    }
    return cell(u"?"_s, u"warning"_s);
}

QString stateCell(BudgetState state) {
    const auto cell = [state](const QString& mark, const QString& tone) {
        return stateCell(mark, tone, format::stateWord(state), format::stateSentence(state));
    };
    switch (state) {
    case BudgetState::Pass:
        return cell(u"✓"_s, u"good"_s);
    case BudgetState::Fail:
        return cell(u"✗"_s, u"bad"_s);
    case BudgetState::NoSamples:
        return cell(u"?"_s, u"warning"_s);
    case BudgetState::NotYet:
    case BudgetState::NotExercised:
    case BudgetState::NotMeasured:
        break;
    }
    return cell(u"–"_s, u"muted"_s);
}

// The value beside its limit: the tick is the limit, the bar the value, cut off at half as much again.
QString roomBar(const verdict::LimitResult& limit) {
    if (!limit.value || limit.limit <= 0 || !std::isfinite(*limit.value) || !std::isfinite(limit.limit)) {
        return {};
    }
    constexpr double width = 96;
    constexpr double tick = width / 1.5;
    const double length = std::clamp(*limit.value / limit.limit * tick, 1.0, width);
    return u"<svg class=\"room\" viewBox=\"0 0 96 8\" aria-hidden=\"true\"><rect class=\"track\" "
           u"width=\"96\" "
           "height=\"4\" y=\"2\"/><rect class=\"%1\" width=\"%2\" height=\"4\" y=\"2\"/><line class=\"tick\" "
           "x1=\"%3\" x2=\"%3\" y1=\"0\" y2=\"8\"/></svg>"_s.arg(
               limit.state == BudgetState::Fail ? u"over"_s : u"fill"_s, QString::number(length, 'f', 1),
               QString::number(tick, 'f', 1));
}

QString limitRow(const verdict::BudgetRowResult& row, const verdict::LimitResult& limit, bool first) {
    QString text = first ? u"<tr>"_s : u"<tr class=\"same\">"_s;
    text += nameCell(first ? escaped(format::subjectName(row.subject)) : QString());
    text += cell(escaped(format::limitName(limit)));
    text += numberCell(escaped(limit.value ? format::limitValueAgainst(limit) : Words::tr("no samples")));
    text += numberCell(escaped(format::limitBound(limit)));
    text += u"<td class=\"keep\">"_s + roomBar(limit) + escaped(format::headRoom(limit)) + u"</td>"_s;
    return text + stateCell(limit.state) + u"</tr>\n"_s;
}

QString budgetTable(const verdict::BudgetResult& budget) {
    QString text = u"<h3>"_s + escaped(budget.name) + u"</h3>\n"_s;
    text += tableHead({{Words::tr("Of"), Align::Left},
                       {Words::tr("Figure"), Align::Left},
                       {Words::tr("Value"), Align::Right},
                       {Words::tr("Limit"), Align::Right},
                       {Words::tr("Head-room"), Align::Left},
                       {Words::tr("State"), Align::Left}});
    for (const verdict::BudgetRowResult& row : budget.rows) {
        bool first = true;
        for (const verdict::LimitResult& limit : row.limits) {
            text += limitRow(row, limit, first);
            first = false;
        }
    }
    return text + tableEnd();
}

} // namespace

QString reasonsSection(const verdict::Verdict& verdict) {
    if (verdict.reasons.size() < 2) {
        return {};
    }
    QString text = u"<ul class=\"reasons\">"_s;
    for (auto reason = verdict.reasons.begin() + 1; reason != verdict.reasons.end(); ++reason) {
        text += u"<li>"_s + escaped(format::reasonText(*reason, verdict.evaluation)) + u"</li>\n"_s;
    }
    return text + u"</ul>\n"_s;
}

QString thresholdsSection(const verdict::Evaluation& evaluation) {
    if (evaluation.thresholds.empty()) {
        return {};
    }
    QString text = u"<section><h2>"_s + escaped(Words::tr("Thresholds")) + u"</h2>\n"_s;
    text += tableHead({{Words::tr("Metric"), Align::Left},
                       {Words::tr("Threshold"), Align::Left},
                       {Words::tr("Value"), Align::Right},
                       {Words::tr("State"), Align::Left}});
    const std::string* before = nullptr;
    for (const verdict::ThresholdResult& threshold : evaluation.thresholds) {
        const bool same = before != nullptr && *before == threshold.selector;
        before = &threshold.selector;
        text += same ? u"<tr class=\"same\">"_s : u"<tr>"_s;
        text += nameCell(same ? QString() : escaped(threshold.selector));
        text += cell(u"<code>"_s + escaped(threshold.source) + u"</code>"_s);
        text += numberCell(escaped(format::thresholdValueAgainst(threshold)));
        text += stateCell(threshold.state) + u"</tr>\n"_s;
    }
    return text + tableEnd() + u"</section>\n"_s;
}

QString budgetsSection(const verdict::Evaluation& evaluation) {
    if (evaluation.budgets.empty()) {
        return {};
    }
    QString text = u"<section><h2>"_s + escaped(Words::tr("Budgets")) + u"</h2>\n"_s;
    for (const verdict::BudgetResult& budget : evaluation.budgets) {
        text += budgetTable(budget);
    }
    return text + u"</section>\n"_s;
}

QString checksSection(const verdict::Evaluation& evaluation) {
    if (evaluation.checks.empty()) {
        return {};
    }
    QString text = u"<section><h2>"_s + escaped(Words::tr("Checks")) + u"</h2>\n"_s;
    text += tableHead({{Words::tr("Check"), Align::Left},
                       {Words::tr("Passed"), Align::Right},
                       {Words::tr("Failed"), Align::Right},
                       {Words::tr("Share passed"), Align::Right}});
    for (const verdict::CheckResult& check : evaluation.checks) {
        const std::uint64_t all = check.passes + check.fails;
        const double share = all == 0 ? NAN : static_cast<double>(check.passes) / static_cast<double>(all);
        const QString group = check.group.empty()
                                  ? QString()
                                  : u"<span class=\"muted\">"_s + escaped(check.group) + u"</span> "_s;
        text += u"<tr>"_s + nameCell(group + escaped(check.name));
        text += numberCell(format::exactCount(check.passes));
        text += numberCell(format::exactCount(check.fails), check.fails > 0 ? Tone::Bad : Tone::Plain);
        text += numberCell(escaped(format::percent(share))) + u"</tr>\n"_s;
    }
    return text + tableEnd() + u"</section>\n"_s;
}

} // namespace bw::ui_report
