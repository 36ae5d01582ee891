#pragma once

#include "ui/bridge/run_session.h"
#include "ui/live/wall_view.h"

#include <QAction>
#include <QList>
#include <QObject>
#include <QPointer>

class QSettings;

namespace bw::live {
class RunView;
} // namespace bw::live

namespace bw::shell {

// The run on the whole screen, for all in the room: opened and closed by its action, closed by Escape. It
// follows what the session does from run to run.
class Presentation : public QObject {
    Q_OBJECT

public:
    // `present` is checkable; `note` asks for a note in the window, which ends the presentation; `also`:
    // actions whose keys work while it is shown, first the one that starts a run. `runView` has the run that
    // is watched already. The window is its parent; the others are used while it lives.
    Presentation(bridge::RunSession& session, const live::RunView& runView, QAction& present, QAction& note,
                 QList<QAction*> also, QSettings& settings, QWidget& window);

    // nullptr while it is closed.
    [[nodiscard]] live::WallView* view() const { return m_view; }

private:
    void open();
    void close();
    void follow();
    void wait(const QString& sentence);

    bridge::RunSession& m_session;
    const live::RunView& m_runView;
    QPointer<QAction> m_present; // the window's, which ends before this does
    QPointer<QAction> m_note;
    QList<QAction*> m_also;
    QSettings& m_settings;
    QWidget& m_window;
    QPointer<live::WallView> m_view;
};

} // namespace bw::shell
