#pragma once

#include "ui/bridge/run_session.h"

class QSettings;
class QWidget;

namespace bw::live {
class RunView;
}

namespace bw::shell {

class Actions;

// What people see of a run without looking at the window: the wall screen, messages of the desktop, the task
// bar. All of it becomes the window's, which is a child of none of the others; they outlive it.
void tellOutside(bridge::RunSession& session, const live::RunView& runView, Actions& actions,
                 QSettings& settings, QWidget& window);

} // namespace bw::shell
