#pragma once

#include <QDBusConnection>

#include <optional>

namespace bw::shell {

// How far a run is, on the program's entry in the task bar, where the desktop reads
// com.canonical.Unity.LauncherEntry (KDE's task bar, Ubuntu's dock). Signals only: nothing answers, nothing
// waits.
class TaskBarProgress {
public:
    explicit TaskBarProgress(const QDBusConnection& bus);

    // 0 to 1; told when it moved by a hundredth.
    void show(double share);
    void clear();

private:
    void send() const;

    QDBusConnection m_bus;
    std::optional<int> m_hundredths; // none: not shown
};

} // namespace bw::shell
