#pragma once

#include <QByteArray>
#include <QString>
#include <QThreadPool>

#include <memory>
#include <optional>
#include <string>
#include <vector>

class QLockFile;

namespace bw::bridge {

// Keeps unsaved work in a folder until it is saved or given up, so that a crash loses a few seconds at most.
// One object per window; what it keeps is locked while its process lives. Plans may hold passwords: folder
// and files are for their owner alone.
class PlanRecovery {
public:
    explicit PlanRecovery(QString folder);
    ~PlanRecovery();

    struct Found {
        std::string path; // the plan's file; empty when it was never saved
        std::string text;
        std::string draft;   // what the editor held beside it, when that could not be read; else empty
        QByteArray diskHash; // of the plan's file when it was edited; empty: there was none
        QString file;        // where it is kept
    };
    // What crashed programs left. Damaged entries are passed over.
    [[nodiscard]] std::vector<Found> pending() const;
    // It was opened or given up.
    static void discard(const Found& found);

    // Replaces what was kept before, off the caller's thread; quietly does nothing when the folder cannot be
    // written, since the work itself is not in danger.
    void keep(const std::string& path, const std::string& text, const std::string& draft,
              const QByteArray& diskHash);
    // Afterwards what was given to keep() stands in its file.
    void flush();
    void forget();

private:
    [[nodiscard]] QString fileOfOurs() const;

    QString m_folder;
    QString m_name; // of this window
    std::unique_ptr<QLockFile> m_lock;
    QThreadPool m_writer;
};

} // namespace bw::bridge
