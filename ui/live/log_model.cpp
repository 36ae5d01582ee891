#include "ui/live/log_model.h"

#include "ui/format/units.h"
#include "ui/widgets/data_table.h"

namespace bw::live {
namespace {

using bridge::LogLevel;

QString wordOf(LogLevel level) {
    switch (level) {
    case LogLevel::Debug:
        return LogModel::tr("Detail");
    case LogLevel::Warning:
        return LogModel::tr("Warning");
    case LogLevel::Error:
        return LogModel::tr("Error");
    case LogLevel::Info:
        break;
    }
    return LogModel::tr("Note");
}

theme::Ink toneOf(LogLevel level) {
    switch (level) {
    case LogLevel::Debug:
        return theme::Ink::Muted;
    case LogLevel::Warning:
        return theme::Ink::Warning;
    case LogLevel::Error:
        return theme::Ink::Bad;
    case LogLevel::Info:
        break;
    }
    return theme::Ink::Text;
}

QString iconOf(LogLevel level) {
    return level == LogLevel::Warning ? QStringLiteral("warning")
           : level == LogLevel::Error ? QStringLiteral("fail")
                                      : QStringLiteral("info");
}

QString textOf(const bridge::LogLine& line, int column) {
    switch (column) {
    case LogModel::At:
        return format::duration(line.at);
    case LogModel::Level:
        return wordOf(line.level);
    case LogModel::Source:
        return line.source;
    case LogModel::Text:
        return line.text;
    default:
        return {};
    }
}

} // namespace

void LogModel::setLines(std::vector<bridge::LogLine> lines) {
    take(std::move(lines),
         [](const bridge::LogLine& a, const bridge::LogLine& b) { return a.at == b.at && a.text == b.text; });
}

int LogModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : kColumns;
}

QVariant LogModel::data(const QModelIndex& index, int role) const {
    const bridge::LogLine* line = rowAt(index);
    if (line == nullptr) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        return textOf(*line, index.column());
    case Qt::TextAlignmentRole:
        return widgets::alignmentOf(index.column() != At);
    case widgets::kSortRole:
        return index.column() == At      ? QVariant(static_cast<qlonglong>(line->at.count()))
               : index.column() == Level ? QVariant(static_cast<int>(line->level))
                                         : QVariant(textOf(*line, index.column()));
    case widgets::kToneRole:
        return QVariant::fromValue(index.column() == Level ? toneOf(line->level) : theme::Ink::Text);
    case widgets::kIconRole:
        return index.column() == Level ? iconOf(line->level) : QString();
    default:
        return {};
    }
}

QVariant LogModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= kColumns) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return widgets::alignmentOf(section != At);
    }
    const QString titles[] = {tr("At"), tr("Kind"), tr("From"), tr("What happened")};
    return role == Qt::DisplayRole ? QVariant(titles[section]) : QVariant();
}

} // namespace bw::live
