#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace bw::format {

// Lines for a terminal: columns as wide as their longest text, two blanks between them. All rows have as many
// columns as the first; none: empty.
[[nodiscard]] QString inColumns(const std::vector<QStringList>& rows);

} // namespace bw::format
