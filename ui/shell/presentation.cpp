#include "ui/shell/presentation.h"

#include "ui/live/run_view.h"
#include "ui/live/wall_view.h"

#include <QScreen>
#include <QShortcut>

namespace bw::shell {

using State = bridge::RunSession::State;

Presentation::Presentation(bridge::RunSession& session, const live::RunView& runView, QAction& present,
                           QAction& note, QList<QAction*> also, QSettings& settings, QWidget& window)
    : QObject(&window)
    , m_session(session)
    , m_runView(runView)
    , m_present(&present)
    , m_note(&note)
    , m_also(std::move(also))
    , m_settings(settings)
    , m_window(window) {
    connect(m_present, &QAction::toggled, this, [this](bool isOn) { isOn ? open() : close(); });
    connect(m_note, &QAction::triggered, this, &Presentation::close); // it is written in the window
}

void Presentation::open() {
    m_view = new live::WallView(m_settings, &m_window);
    m_view->setWindowFlag(Qt::Window);
    m_view->setAttribute(Qt::WA_DeleteOnClose);
    m_view->setWindowTitle(tr("A run on the wall – Bellwether"));
    m_view->addAction(m_present);
    m_view->addActions(m_also);
    m_view->addAction(m_note);
    connect(new QShortcut(QKeySequence(Qt::Key_Escape), m_view), &QShortcut::activated, m_view,
            &QWidget::close);
    connect(m_view, &QObject::destroyed, this, [this, opened = m_view.data()] {
        if (m_view && m_view != opened) {
            return; // another is open already
        }
        m_view.clear();
        if (m_present) {
            m_present->setChecked(false);
        }
    });
    follow();
    m_view->setGeometry(m_window.screen()->geometry());
    m_view->showFullScreen();
    m_view->activateWindow();
}

void Presentation::close() {
    if (m_view) {
        m_view->close();
        m_window.activateWindow();
    }
}

void Presentation::follow() {
    connect(&m_session, &bridge::RunSession::stateChanged, m_view, [this](State state) {
        if (state == State::Preparing) {
            m_view->begin();
        }
    });
    connect(&m_session, &bridge::RunSession::momentChanged, m_view, &live::WallView::setMoment);
    connect(&m_session, &bridge::RunSession::pictureChanged, m_view, &live::WallView::setPicture);
    connect(&m_session, &bridge::RunSession::ended, m_view, &live::WallView::setPicture);
    connect(&m_session, &bridge::RunSession::refused, m_view,
            [this] { wait(tr("The run did not begin; the window of Bellwether says why.")); });
    if (const bridge::RunPicturePtr picture = m_runView.picture()) {
        m_view->begin();
        m_view->setPicture(picture);
    } else if (m_session.isIdle()) {
        wait(tr("The next run is shown here as soon as it starts."));
    } else {
        m_view->begin();
    }
}

void Presentation::wait(const QString& sentence) {
    const QString key = m_also.front()->shortcut().toString(QKeySequence::NativeText);
    m_view->wait(sentence + u'\n' + tr("%1 starts the plan, Escape leaves.").arg(key));
}

} // namespace bw::shell
