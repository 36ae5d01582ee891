#include "ui/bridge/watched_text.h"

#include "core/observe/process_selection.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace bw::bridge {

std::expected<std::vector<std::string>, QString> watchedProcesses(const QString& text) {
    static const QRegularExpression between(QStringLiteral("[,\\s]+"));
    std::vector<std::string> processes;
    for (const QString& word : text.split(between, Qt::SkipEmptyParts)) {
        std::string process = word.toStdString();
        if (!observe::parseSelection(process)) {
            return std::unexpected(word);
        }
        if (std::ranges::find(processes, process) == processes.end()) {
            processes.push_back(std::move(process));
        }
    }
    return processes;
}

QString watchedText(const std::vector<std::string>& processes) {
    QStringList words;
    for (const std::string& process : processes) {
        words.append(QString::fromStdString(process));
    }
    return words.join(QStringLiteral(", "));
}

} // namespace bw::bridge
