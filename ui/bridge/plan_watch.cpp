#include "ui/bridge/plan_watch.h"

#include "core/testplan/parse.h"
#include "ui/bridge/plan_storage.h"

#include <QFileInfo>

namespace bw::bridge {
namespace {

// A program that replaces a file touches its folder several times.
constexpr int kSettleMs = 50;

} // namespace

PlanWatch::PlanWatch(QObject* parent)
    : QObject(parent) {
    m_settle.setSingleShot(true);
    m_settle.setInterval(kSettleMs);
    connect(&m_settle, &QTimer::timeout, this, &PlanWatch::look);
    const auto settle = [this] { m_settle.start(); };
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, settle);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, settle);
}

void PlanWatch::watch(const std::string& path, const QByteArray& knownHash) {
    ++m_generation;
    m_path = path;
    m_known = knownHash;
    m_told = Told::Same;
    m_seen = Told::Same;
    m_settle.stop();
    follow();
    if (!path.empty()) {
        m_settle.start();
    }
}

void PlanWatch::follow() {
    const QStringList watched = m_watcher.files() + m_watcher.directories();
    if (!watched.isEmpty()) {
        m_watcher.removePaths(watched);
    }
    if (!m_path.empty()) {
        // Most programs replace the file, which ends the watch on it: its folder tells of the new one.
        const QFileInfo file(QString::fromStdString(m_path));
        m_watcher.addPaths({file.absoluteFilePath(), file.absolutePath()});
    }
}

void PlanWatch::look() {
    if (m_path.empty()) {
        return;
    }
    follow();
    m_worker.run([path = m_path] { return readFile(path, testplan::kMaxPlanBytes); },
                 [this, generation = m_generation](Result<std::string, FileError> text) {
                     if (generation != m_generation) {
                         return;
                     }
                     if (text) {
                         const QByteArray hash = contentHash(*text);
                         tell(hash == m_known ? Told::Same : Told::Changed, hash);
                     } else if (text.error().kind == FileErrorKind::NotFound) {
                         tell(Told::Missing, {});
                     }
                 });
}

void PlanWatch::tell(Told told, const QByteArray& hash) {
    // A file that is being written shows a part of itself, one that is being replaced is gone for a moment:
    // news is what two looks agree on.
    const bool isConfirmed = told == m_seen && hash == m_seenHash;
    m_seen = told;
    m_seenHash = hash;
    if (told != Told::Same && !isConfirmed) {
        m_settle.start();
        return;
    }
    const bool isNews = told != m_told || (told == Told::Changed && hash != m_toldHash);
    m_told = told;
    m_toldHash = hash;
    if (!isNews) {
        return;
    }
    switch (told) {
    case Told::Same:
        Q_EMIT restored();
        break;
    case Told::Changed:
        Q_EMIT changed(hash);
        break;
    case Told::Missing:
        Q_EMIT missing();
        break;
    }
}

} // namespace bw::bridge
