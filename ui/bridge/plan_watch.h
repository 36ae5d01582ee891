#pragma once

#include "ui/bridge/plan_worker.h"

#include <QByteArray>
#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

#include <cstdint>
#include <string>

namespace bw::bridge {

// Notices that another program wrote or removed a file. Touching alone is nothing: contents are compared.
// Lives on the user's thread and reads on another.
class PlanWatch : public QObject {
    Q_OBJECT

public:
    explicit PlanWatch(QObject* parent = nullptr);

    // From now on this file, whose content is known by its hash; looks at once. An empty path: nothing.
    void watch(const std::string& path, const QByteArray& knownHash);
    // This content is no news any more.
    void setKnown(const QByteArray& hash) { m_known = hash; }

Q_SIGNALS:
    // The file has a content that is not the known one.
    void changed(const QByteArray& hash);
    void missing();
    // It is as it is known, after changed() or missing().
    void restored();

private:
    enum class Told : std::uint8_t { Same, Changed, Missing };
    void follow();
    void look();
    void tell(Told told, const QByteArray& hash);

    std::string m_path;
    QByteArray m_known;
    Told m_told = Told::Same;
    QByteArray m_toldHash;
    Told m_seen = Told::Same; // by the last look
    QByteArray m_seenHash;
    std::uint64_t m_generation = 0;
    QFileSystemWatcher m_watcher;
    QTimer m_settle;
    PlanWorker m_worker;
};

} // namespace bw::bridge
