#include "ui/format/text_table.h"

#include <algorithm>

namespace bw::format {

QString inColumns(const std::vector<QStringList>& rows) {
    QString text;
    if (rows.empty()) {
        return text;
    }
    std::vector<qsizetype> widths(static_cast<std::size_t>(rows.front().size()), 0);
    for (const QStringList& row : rows) {
        for (std::size_t column = 0; column < widths.size(); ++column) {
            widths[column] = std::max(widths[column], row[static_cast<qsizetype>(column)].size());
        }
    }
    for (const QStringList& row : rows) {
        QString line;
        for (std::size_t column = 0; column < widths.size(); ++column) {
            line += row[static_cast<qsizetype>(column)].leftJustified(widths[column] + 2);
        }
        while (line.endsWith(u' ')) {
            line.chop(1);
        }
        text += line + u'\n';
    }
    return text;
}

} // namespace bw::format
