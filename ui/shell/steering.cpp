#include "ui/shell/steering.h"

#include "ui/bridge/run_session.h"
#include "ui/live/run_view.h"
#include "ui/shell/actions.h"
#include "ui/theme/icons.h"

namespace bw::shell {
namespace {

using bridge::RunSession;
using live::RunView;

// One action for both, so that one key does.
void showPause(const Actions& actions, bool isPaused) {
    actions.pause->setData(isPaused);
    actions.pause->setText(isPaused ? Actions::tr("Resume") : Actions::tr("Pause"));
    actions.pause->setIcon(theme::icon(isPaused ? QStringLiteral("play") : QStringLiteral("pause")));
}

} // namespace

void connectSteering(const Actions& actions, RunView& view, RunSession& session) {
    QObject::connect(&view, &RunView::pauseRequested, &session, &RunSession::pause);
    QObject::connect(&view, &RunView::resumeRequested, &session, &RunSession::resume);
    QObject::connect(&view, &RunView::loadRequested, &session, &RunSession::addLoad);
    QObject::connect(&view, &RunView::noteRequested, &session, &RunSession::markMoment);
    QObject::connect(actions.pause, &QAction::triggered, &session, [&actions, &session] {
        actions.pause->data().toBool() ? session.resume() : session.pause();
    });
    QObject::connect(actions.noteMoment, &QAction::triggered, &view, [&actions, &view] {
        actions.showRun->trigger();
        view.askForNote();
    });
    const auto enable = [&actions, &session](bool isLoad) {
        const bool canSteer = isLoad && session.state() == RunSession::State::Running;
        actions.pause->setEnabled(canSteer);
        actions.noteMoment->setEnabled(canSteer);
    };
    QObject::connect(&session, &RunSession::momentChanged, &view,
                     [&actions, enable](const bridge::RunMoment& moment) {
                         enable(moment.stage == bridge::RunStage::Load);
                         showPause(actions, moment.isPaused);
                     });
    QObject::connect(&session, &RunSession::stateChanged, &view, [&actions, enable] {
        enable(false); // until the next moment says more
        showPause(actions, false);
    });
    enable(false);
}

} // namespace bw::shell
