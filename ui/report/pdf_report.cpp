#include "ui/report/pdf_report.h"

#include "ui/format/units.h"
#include "ui/format/verdict_text.h"
#include "ui/report/comparison_report.h"
#include "ui/report/html_report.h"
#include "ui/report/page_head.h"
#include "ui/report/paper/page_reader.h"
#include "ui/report/paper/pdf_document.h"
#include "ui/report/report_words.h"

#include <QStringList>

namespace bw::ui_report {
namespace {

using namespace Qt::StringLiterals;

QString numbersOf(const std::vector<history::RunSummary>& runs) {
    QStringList numbers;
    for (const history::RunSummary& run : runs) {
        numbers += QString::number(run.id.value);
    }
    return numbers.join(u", "_s);
}

// "run 214 · 2026-11-23 12:00"
QString runText(const report::RunInfo& run) {
    QStringList parts;
    if (!run.id.empty()) {
        parts += Words::tr("run %1").arg(format::plain(run.id));
    }
    if (run.started != WallTime{}) {
        parts += format::wallTime(run.started);
    }
    return parts.join(u" · "_s);
}

paper::Sheet sheetOf(const QString& title) {
    const QString program = u"Bellwether "_s + QCoreApplication::applicationVersion();
    return {.title = title,
            .head = {},
            .headRight = {},
            .program = program.trimmed(),
            .language = pageLanguage()};
}

} // namespace

QByteArray pdfReport(const report::ReportModel& model) {
    const QString plan = format::plain(model.run.planName);
    paper::Sheet sheet = sheetOf(plan + u" – "_s + format::outcomeWord(model.verdict.outcome));
    sheet.head = plan;
    sheet.headRight = runText(model.run);
    return paper::pdfDocument(sheet, paper::readPage(htmlReport(model, Medium::Paper)));
}

QByteArray pdfComparison(const report::ComparisonModel& model) {
    const QString plan = model.before.empty() ? QString() : format::plain(model.before.front().planName);
    paper::Sheet sheet = sheetOf(Words::tr("%1: comparison").arg(plan));
    sheet.head = plan;
    sheet.headRight = Words::tr("A: run %1 · B: run %2").arg(numbersOf(model.before), numbersOf(model.after));
    return paper::pdfDocument(sheet, paper::readPage(comparisonReport(model)));
}

} // namespace bw::ui_report
