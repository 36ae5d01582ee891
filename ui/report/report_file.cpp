#include "ui/report/report_file.h"

#include "ui/report/comparison_report.h"
#include "ui/report/html_report.h"
#include "ui/report/pdf_report.h"

namespace bw::ui_report {

std::optional<FileFormat> fileFormatOf(const QString& name) {
    const auto endsWith = [&](const char* ending) {
        return name.endsWith(QLatin1String(ending), Qt::CaseInsensitive);
    };
    if (endsWith(".pdf")) {
        return FileFormat::Pdf;
    }
    return endsWith(".html") || endsWith(".htm") ? std::optional(FileFormat::Html) : std::nullopt;
}

std::string reportFile(const report::ReportModel& model, FileFormat format) {
    return format == FileFormat::Pdf ? pdfReport(model).toStdString() : htmlReport(model).toStdString();
}

std::string comparisonFile(const report::ComparisonModel& model, FileFormat format) {
    return format == FileFormat::Pdf ? pdfComparison(model).toStdString()
                                     : comparisonReport(model).toStdString();
}

} // namespace bw::ui_report
