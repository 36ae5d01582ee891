#include "ui/live/steering_bar.h"

#include "ui/format/units.h"
#include "ui/live/load_spin.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>

#include <algorithm>

namespace bw::live {
namespace {

constexpr int kMostNote = 1000; // characters

} // namespace

SteeringBar::SteeringBar(QWidget* parent)
    : QFrame(parent)
    , m_pause(new QToolButton(this))
    , m_loadLabel(new QLabel(tr("Load by hand"), this))
    , m_scenario(new QComboBox(this))
    , m_slider(new QSlider(Qt::Horizontal, this))
    , m_amount(new LoadSpin(this))
    , m_planned(new QToolButton(this))
    , m_noteLabel(new QLabel(this))
    , m_note(new QLineEdit(this)) {
    setupPause();
    setupLoad();
    setupNote();
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(2 * theme::kGrid, theme::kHalfGrid, 2 * theme::kGrid, theme::kHalfGrid);
    row->setSpacing(theme::kGrid);
    row->addWidget(m_pause);
    row->addSpacing(2 * theme::kGrid);
    for (QWidget* part :
         std::initializer_list<QWidget*>{m_loadLabel, m_scenario, m_slider, m_amount, m_planned}) {
        row->addWidget(part);
    }
    row->addSpacing(2 * theme::kGrid);
    row->addWidget(m_noteLabel);
    row->addWidget(m_note, 1);
    clear();
}

void SteeringBar::setupPause() {
    m_pause->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connect(m_pause, &QToolButton::clicked, this,
            [this] { m_moment.isPaused ? Q_EMIT resumeRequested() : Q_EMIT pauseRequested(); });
}

void SteeringBar::setupLoad() {
    m_loadLabel->setBuddy(m_scenario);
    m_scenario->setAccessibleName(tr("Scenario whose load is changed"));
    m_scenario->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_scenario->setMaximumWidth(220);
    m_slider->setAccessibleName(tr("Virtual users"));
    m_slider->setFixedWidth(160);
    m_planned->setText(tr("As planned"));
    m_planned->setToolTip(tr("Take back what was added or taken by hand"));
    connect(m_scenario, &QComboBox::currentIndexChanged, this, &SteeringBar::showLoad);
    connect(m_amount, &LoadSpin::loadRequested, this, &SteeringBar::loadRequested);
    connect(m_slider, &QSlider::valueChanged, m_amount, [this](int value) { m_amount->setValue(value); });
    connect(m_amount, &LoadSpin::valueChanged, m_slider, [this](double value) {
        const QSignalBlocker quiet(m_slider);
        m_slider->setValue(static_cast<int>(value));
    });
    connect(m_planned, &QToolButton::clicked, m_amount, [this] { m_amount->setValue(0); });
}

void SteeringBar::setupNote() {
    m_noteLabel->setBuddy(m_note);
    m_note->setMaxLength(kMostNote);
    m_note->setAccessibleName(tr("Note on a moment"));
    m_note->installEventFilter(this);
    connect(m_note, &QLineEdit::returnPressed, this, &SteeringBar::finishNote);
}

void SteeringBar::clear() {
    m_isSteerable = false;
    m_moment = {};
    m_scenario->clear();
    m_note->clear();
    showNote(std::nullopt);
    setVisible(false);
}

void SteeringBar::setMoment(const bridge::RunMoment& moment) {
    m_moment = moment;
    m_isSteerable = moment.stage == bridge::RunStage::Load;
    setVisible(m_isSteerable);
    showPause();
    showScenarios();
    showNote(m_noteAt);
}

void SteeringBar::showPause() {
    m_pause->setVisible(m_isSteerable);
    m_pause->setText(m_moment.isPaused ? tr("Resume") : tr("Pause"));
    m_pause->setIcon(theme::icon(m_moment.isPaused ? QStringLiteral("play") : QStringLiteral("pause")));
    m_pause->setToolTip(m_moment.isPaused
                            ? tr("Go on where the schedules stand")
                            : tr("Start no iteration any more and let the schedules stand still; the paused "
                                 "seconds are left out of the verdict"));
}

void SteeringBar::showScenarios() {
    QStringList names;
    for (const bridge::ScenarioMoment& scenario : m_moment.scenarios) {
        names.append(scenario.name);
    }
    bool isSame = names.size() == m_scenario->count();
    for (int i = 0; isSame && i < names.size(); ++i) {
        isSame = m_scenario->itemText(i) == names[i];
    }
    if (!isSame) {
        const QSignalBlocker quiet(m_scenario);
        m_scenario->clear();
        m_scenario->addItems(names);
    }
    showLoad();
}

const bridge::ScenarioMoment* SteeringBar::chosen() const {
    const int index = m_scenario->currentIndex();
    const bool isThere = index >= 0 && static_cast<std::size_t>(index) < m_moment.scenarios.size();
    return isThere ? &m_moment.scenarios[static_cast<std::size_t>(index)] : nullptr;
}

void SteeringBar::showLoad() {
    const bridge::ScenarioMoment* scenario = chosen();
    const bool isShown = m_isSteerable && scenario != nullptr;
    for (QWidget* part : std::initializer_list<QWidget*>{m_loadLabel, m_amount}) {
        part->setVisible(isShown);
    }
    m_scenario->setVisible(isShown && m_moment.scenarios.size() > 1);
    m_slider->setVisible(isShown && scenario->isExternal);
    m_planned->setVisible(isShown && !scenario->isExternal);
    if (!isShown) {
        return;
    }
    m_planned->setEnabled(scenario->added != 0);
    m_amount->setScenario(*scenario);
    const QSignalBlocker quiet(m_slider);
    m_slider->setRange(0, static_cast<int>(m_amount->maximum()));
    m_slider->setPageStep(std::max(1, m_slider->maximum() / 10));
    m_slider->setValue(static_cast<int>(m_amount->value()));
}

void SteeringBar::showNote(std::optional<Duration> at) {
    m_noteAt = at;
    m_noteLabel->setVisible(at.has_value());
    if (at) {
        m_noteLabel->setText(
            tr("Note at %1").arg(format::duration(std::chrono::round<std::chrono::seconds>(*at))));
    }
    m_note->setPlaceholderText(at ? tr("What happened? Enter keeps the note, Escape does not")
                                  : tr("Mark this moment with a note"));
}

void SteeringBar::askForNote(std::optional<Duration> at) {
    showNote(at);
    setVisible(true);
    showPause();
    showLoad();
    m_note->setFocus(Qt::ShortcutFocusReason);
}

void SteeringBar::finishNote() {
    const QString text = m_note->text().simplified();
    if (!text.isEmpty()) {
        Q_EMIT noteMade(text, m_noteAt);
    }
    m_note->clear();
    showNote(std::nullopt);
    setVisible(m_isSteerable);
}

bool SteeringBar::eventFilter(QObject* watched, QEvent* event) {
    const bool isEscape =
        event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape;
    if (watched == m_note && isEscape) {
        m_note->clear();
        showNote(std::nullopt);
        setVisible(m_isSteerable);
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace bw::live
