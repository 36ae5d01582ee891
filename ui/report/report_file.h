#pragma once

#include "core/report/comparison_model.h"
#include "core/report/report_model.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <string>

namespace bw::ui_report {

enum class FileFormat : std::uint8_t { Html, Pdf };

// By the end of a file's name: .html, .htm, .pdf.
[[nodiscard]] std::optional<FileFormat> fileFormatOf(const QString& name);

// The bytes of the file. PDF needs a QGuiApplication; any thread.
[[nodiscard]] std::string reportFile(const report::ReportModel& model, FileFormat format);
[[nodiscard]] std::string comparisonFile(const report::ComparisonModel& model, FileFormat format);

} // namespace bw::ui_report
