#pragma once

#include <QString>

class QWidget;

namespace bw::shell {

// Asks where to write a report and as what: a page or a PDF, by the file's ending, which follows the chosen
// kind. `name` is what to propose, without ending. Empty: cancelled.
[[nodiscard]] QString askForReportFile(QWidget* parent, const QString& name);

} // namespace bw::shell
