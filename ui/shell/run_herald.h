#pragma once

#include "ui/bridge/run_session.h"
#include "ui/shell/desktop_notices.h"
#include "ui/shell/task_bar_progress.h"

#include <QObject>

#include <functional>
#include <set>
#include <string>

class QAction;
class QSettings;

namespace bw::shell {

// Tells of a run outside the window while nobody looks at it: the first breach of each limit and the end, as
// messages of the desktop, which can be turned off; and how far it is, in the task bar.
class RunHerald : public QObject {
    Q_OBJECT

public:
    struct Surroundings {
        QDBusConnection bus;
        DesktopNotices::Instead instead; // of the bus's messages, where there are none
        std::function<bool()> isLookedAt;
        // The desktop's own bus and tray; looked at is whatever window of the program is active.
        static Surroundings ofDesktop(QObject& owner);
    };

    // `mayNotify` is the switch; the settings remember it. All of them outlive the herald.
    RunHerald(bridge::RunSession& session, QAction& mayNotify, QSettings& settings, Surroundings surroundings,
              QObject* parent = nullptr);

Q_SIGNALS:
    // Somebody clicked a message: the window should come forward.
    void called();

private:
    void connectSwitch(QAction& mayNotify, QSettings& settings);
    void onState(bridge::RunSession::State state);
    void onMoment(const bridge::RunMoment& moment);
    void onPicture(const bridge::RunPicture& picture);
    void onEnded(const bridge::RunPicture& picture);
    void tell(const QString& title, const QString& text, DesktopNotices::Urgency urgency);

    Surroundings m_surroundings;
    DesktopNotices m_notices;
    TaskBarProgress m_taskBar;
    std::set<std::string> m_breached; // limits of this run that were broken at some time
    bool m_mayNotify = true;
};

} // namespace bw::shell
