#pragma once

#include "core/report/comparison_model.h"
#include "core/report/report_model.h"

#include <QByteArray>

namespace bw::ui_report {

// What htmlReport() and comparisonReport() say, on A4 pages: bookmarks, page numbers, embedded fonts, text as
// text, charts as vectors. The same model makes the same bytes. Needs a QGuiApplication, on whatever
// platform; any thread.
[[nodiscard]] QByteArray pdfReport(const report::ReportModel& model);
[[nodiscard]] QByteArray pdfComparison(const report::ComparisonModel& model);

} // namespace bw::ui_report
