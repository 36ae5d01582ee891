#include "ui/format/summary_text.h"

#include "core/report/metric_sums.h"
#include "ui/format/limit_text.h"
#include "ui/format/summary_lines.h"
#include "ui/format/summary_value.h"
#include "ui/format/verdict_text.h"
#include "ui/format/words.h"

#include <algorithm>
#include <utility>

namespace bw::format {
namespace {

using namespace Qt::StringLiterals;
using verdict::BudgetState;
using verdict::ThresholdState;

enum class Ink { Good, Warning, Bad, Figure, Faint, Strong };

class SummaryWriter {
public:
    SummaryWriter(const report::ReportModel& model, SummaryStyle style)
        : m_model(model)
        , m_style(style) {}

    void writeThresholds();
    void writeBudgets();
    void writeTotals(const std::vector<SummaryLine>& lines);
    void writeWarnings();
    void writeVerdict();
    [[nodiscard]] QString take() { return std::exchange(m_text, {}); }

private:
    [[nodiscard]] QString inked(const QString& text, Ink ink) const;
    [[nodiscard]] QString mark(ThresholdState state) const;
    [[nodiscard]] QString mark(BudgetState state) const;
    void line(int indent, const QString& text) { m_text += QString(indent, u' ') + text + u'\n'; }
    void heading(const QString& text) {
        m_text += u"\n  "_s + inked(u"█ "_s + text, Ink::Strong) + u"\n\n"_s;
    }
    void writeRow(const verdict::BudgetRowResult& row);
    void writeCheckTotals(qsizetype width);
    void writeCheck(const verdict::CheckResult& check);
    void writeBlock(const QString& title, SummaryBlock block, const std::vector<SummaryLine>& lines,
                    qsizetype width);
    void metric(const QString& name, const QStringList& columns, qsizetype width);

    const report::ReportModel& m_model;
    SummaryStyle m_style;
    QString m_text;
};

QString SummaryWriter::inked(const QString& text, Ink ink) const {
    if (m_style == SummaryStyle::Plain) {
        return text;
    }
    const auto code = [ink] {
        switch (ink) {
        case Ink::Good:
            return u"32"_s;
        case Ink::Warning:
            return u"33"_s;
        case Ink::Bad:
            return u"31"_s;
        case Ink::Figure:
            return u"36"_s;
        case Ink::Faint:
            return u"2"_s;
        case Ink::Strong:
            return u"1"_s;
        }
        return QString();
    }();
    return u"\u001b["_s + code + u'm' + text + u"\u001b[0m"_s;
}

QString SummaryWriter::mark(ThresholdState state) const {
    switch (state) {
    case ThresholdState::Pass:
        return inked(u"✓"_s, Ink::Good);
    case ThresholdState::Fail:
        return inked(u"✗"_s, Ink::Bad);
    case ThresholdState::NotYet:
    case ThresholdState::NoSamples:
        break;
    }
    return inked(u"?"_s, Ink::Warning);
}

QString SummaryWriter::mark(BudgetState state) const {
    switch (state) {
    case BudgetState::Pass:
        return inked(u"✓"_s, Ink::Good);
    case BudgetState::Fail:
        return inked(u"✗"_s, Ink::Bad);
    case BudgetState::NoSamples:
        return inked(u"?"_s, Ink::Warning);
    case BudgetState::NotYet:
    case BudgetState::NotExercised:
    case BudgetState::NotMeasured:
        break;
    }
    return inked(u"–"_s, Ink::Faint);
}

QString thresholdFigure(const verdict::ThresholdResult& threshold) {
    if (!threshold.value) {
        return stateWord(threshold.state);
    }
    const QString value = threshold.type == metrics::MetricType::Rate
                              ? summaryShare(*threshold.value)
                              : summaryFigure(*threshold.value, threshold.kind);
    return aggregationName(threshold.expression) + u'=' + value;
}

void SummaryWriter::writeThresholds() {
    const auto& thresholds = m_model.verdict.evaluation.thresholds;
    if (thresholds.empty()) {
        return;
    }
    heading(Words::tr("THRESHOLDS"));
    const std::string* selector = nullptr;
    for (const verdict::ThresholdResult& threshold : thresholds) {
        if (selector == nullptr || *selector != threshold.selector) {
            if (selector != nullptr) {
                m_text += u'\n';
            }
            selector = &threshold.selector;
            line(4, plain(threshold.selector));
        }
        line(4, mark(threshold.state) + u" '"_s + plain(threshold.source) + u"' "_s +
                    inked(thresholdFigure(threshold), Ink::Figure));
    }
}

void SummaryWriter::writeRow(const verdict::BudgetRowResult& row) {
    line(4, mark(row.state) + u' ' + subjectName(row.subject) +
                (row.state == BudgetState::Pass || row.state == BudgetState::Fail
                     ? QString()
                     : u"  "_s + inked(stateWord(row.state), Ink::Faint)));
    for (const verdict::LimitResult& limit : row.limits) {
        if (limit.value) {
            const QString room = headRoom(limit);
            line(6, mark(limit.state) + u' ' + limitName(limit) + u' ' +
                        inked(limitValueAgainst(limit), Ink::Figure) +
                        inked(u"  ("_s + limitBound(limit) + (room.isEmpty() ? room : u", "_s + room) + u')',
                              Ink::Faint));
        }
    }
}

void SummaryWriter::writeBudgets() {
    const auto& budgets = m_model.verdict.evaluation.budgets;
    if (budgets.empty()) {
        return;
    }
    heading(Words::tr("BUDGETS"));
    for (std::size_t index = 0; index < budgets.size(); ++index) {
        if (index > 0) {
            m_text += u'\n';
        }
        line(4, inked(plain(budgets[index].name), Ink::Strong));
        for (const verdict::BudgetRowResult& row : budgets[index].rows) {
            writeRow(row);
        }
    }
}

void SummaryWriter::metric(const QString& name, const QStringList& columns, qsizetype width) {
    const QString dots = inked(QString(width - name.size(), u'.') + u':', Ink::Faint);
    QString figures = inked(columns.value(0), Ink::Figure);
    for (qsizetype column = 1; column < columns.size(); ++column) {
        figures += u' ' + inked(columns[column], Ink::Figure);
    }
    line(4, name + dots + u' ' + figures);
}

void SummaryWriter::writeCheckTotals(qsizetype width) {
    std::uint64_t passes = 0;
    std::uint64_t fails = 0;
    for (const verdict::CheckResult& check : m_model.verdict.evaluation.checks) {
        passes += check.passes;
        fails += check.fails;
    }
    const auto total = static_cast<double>(passes + fails);
    const double seconds = std::chrono::duration<double>(m_model.run.measured()).count();
    const auto share = [total](std::uint64_t part) {
        return total > 0 ? static_cast<double>(part) / total : 0.0;
    };
    QStringList totals{summaryNumber(total), summaryShare(share(passes)), summaryShare(share(fails))};
    const qsizetype column = std::ranges::max(totals, {}, &QString::size).size();
    const auto outOf = [&](std::uint64_t part) {
        return Words::tr("%1 out of %2").arg(part).arg(passes + fails);
    };
    const QString rate = summaryNumber(seconds > 0 ? total / seconds : 0) + u"/s"_s;
    metric(u"checks_total"_s, {totals[0].leftJustified(column), rate}, width);
    metric(u"checks_succeeded"_s, {totals[1].leftJustified(column), outOf(passes)}, width);
    metric(u"checks_failed"_s, {totals[2].leftJustified(column), outOf(fails)}, width);
    m_text += u'\n';
}

void SummaryWriter::writeCheck(const verdict::CheckResult& check) {
    const std::string_view group(check.group);
    const QString path = group.starts_with("::") ? plain(group.substr(2)) : plain(group);
    const QString name = path.isEmpty() ? plain(check.name) : path + u"::"_s + plain(check.name);
    if (check.fails == 0) {
        line(4, inked(u"✓"_s, Ink::Good) + u' ' + name);
        return;
    }
    const double share = static_cast<double>(check.passes) / static_cast<double>(check.passes + check.fails);
    line(4, inked(u"✗"_s, Ink::Bad) + u' ' + name);
    // Cut off, so that 99.9 % are not 100 %.
    line(
        6,
        inked(u"↳  %1% — ✓ %2 / ✗ %3"_s.arg(static_cast<int>(share * 100)).arg(check.passes).arg(check.fails),
              Ink::Bad));
}

void SummaryWriter::writeBlock(const QString& title, SummaryBlock block,
                               const std::vector<SummaryLine>& lines, qsizetype width) {
    if (std::ranges::find(lines, block, &SummaryLine::block) == lines.end()) {
        return;
    }
    m_text += u'\n';
    line(4, inked(title, Ink::Strong));
    for (const SummaryLine& entry : lines) {
        if (entry.block == block) {
            metric(entry.name, entry.columns, width);
        }
    }
}

void SummaryWriter::writeTotals(const std::vector<SummaryLine>& lines) {
    heading(Words::tr("TOTAL RESULTS"));
    qsizetype width = 24;
    for (const SummaryLine& entry : lines) {
        width = std::max(width, entry.name.size() + 3);
    }
    if (const auto& checks = m_model.verdict.evaluation.checks; !checks.empty()) {
        writeCheckTotals(width);
        for (const verdict::CheckResult& check : checks) {
            writeCheck(check);
        }
    }
    writeBlock(Words::tr("CUSTOM"), SummaryBlock::Custom, lines, width);
    writeBlock(Words::tr("HTTP"), SummaryBlock::Http, lines, width);
    writeBlock(Words::tr("WEBSOCKET"), SummaryBlock::WebSocket, lines, width);
    writeBlock(Words::tr("GRPC"), SummaryBlock::Grpc, lines, width);
    writeBlock(Words::tr("EXECUTION"), SummaryBlock::Execution, lines, width);
    writeBlock(Words::tr("NETWORK"), SummaryBlock::Network, lines, width);
    writeBlock(Words::tr("TARGET"), SummaryBlock::Target, lines, width);
    writeBlock(Words::tr("GENERATOR"), SummaryBlock::Generator, lines, width);
}

void SummaryWriter::writeWarnings() {
    if (m_model.warnings.empty()) {
        return;
    }
    m_text += u'\n';
    for (const std::string& warning : m_model.warnings) {
        line(2, inked(u"! "_s + plain(warning), Ink::Warning));
    }
}

void SummaryWriter::writeVerdict() {
    const auto ink = [outcome = m_model.verdict.outcome] {
        switch (outcome) {
        case verdict::Outcome::Pass:
            return Ink::Good;
        case verdict::Outcome::Fail:
            return Ink::Bad;
        case verdict::Outcome::Inconclusive:
            break;
        }
        return Ink::Warning;
    }();
    m_text += u"\n  "_s + inked(verdictSentence(m_model.verdict), ink) + u'\n';
}

} // namespace

QString summaryText(const report::ReportModel& model, const metrics::Totals& totals,
                    const metrics::MetricRegistry& metrics, SummaryStyle style) {
    const double seconds = std::chrono::duration<double>(model.run.measured()).count();
    const auto sums = report::metricSums(totals, metrics, model.verdict);
    SummaryWriter writer(model, style);
    writer.writeThresholds();
    writer.writeBudgets();
    writer.writeTotals(summaryLines(sums, seconds));
    writer.writeWarnings();
    writer.writeVerdict();
    return writer.take();
}

} // namespace bw::format
