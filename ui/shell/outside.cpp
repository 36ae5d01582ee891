#include "ui/shell/outside.h"

#include "ui/live/run_view.h"
#include "ui/shell/actions.h"
#include "ui/shell/presentation.h"
#include "ui/shell/run_herald.h"

namespace bw::shell {

void tellOutside(bridge::RunSession& session, const live::RunView& runView, Actions& actions,
                 QSettings& settings, QWidget& window) {
    new Presentation(session, runView, *actions.present, *actions.noteMoment,
                     {actions.run, actions.runAgain, actions.stop, actions.abort, actions.pause}, settings,
                     window);
    auto* herald = new RunHerald(session, *actions.notify, settings,
                                 RunHerald::Surroundings::ofDesktop(window), &window);
    QObject::connect(herald, &RunHerald::called, &window, [&window, &actions] {
        actions.showRun->trigger();
        window.setWindowState(window.windowState() & ~Qt::WindowMinimized);
        window.raise();
        window.activateWindow();
    });
}

} // namespace bw::shell
