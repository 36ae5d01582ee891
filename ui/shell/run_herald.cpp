#include "ui/shell/run_herald.h"

#include "ui/format/units.h"
#include "ui/format/verdict_text.h"
#include "ui/format/words.h"

#include <QAction>
#include <QApplication>
#include <QSettings>
#include <QSystemTrayIcon>
#include <QTimer>

namespace bw::shell {
namespace {

const QString kSetting = QStringLiteral("window/notifications");
constexpr std::size_t kMostBreaches = 3; // in one message
constexpr int kStaysMs = 10'000;

bool isBreach(const verdict::Reason& reason) {
    return reason.kind == verdict::ReasonKind::ThresholdFailed ||
           reason.kind == verdict::ReasonKind::LimitFailed;
}

// Which limit of the plan a reason is about.
std::string keyOf(const verdict::Reason& reason) {
    return std::to_string(static_cast<int>(reason.kind)) + '.' + std::to_string(reason.index) + '.' +
           std::to_string(reason.row) + '.' + std::to_string(reason.limit);
}

QString capitalised(QString sentence) {
    if (!sentence.isEmpty()) {
        sentence[0] = sentence[0].toUpper();
    }
    return sentence + u'.';
}

QString titleOf(const bridge::RunPicture& picture) {
    const report::RunInfo& run = picture.model.run;
    const QString plan = format::plain(run.planName);
    if (run.state == report::RunState::Interrupted) {
        return RunHerald::tr("Run stopped: %1").arg(plan);
    }
    switch (picture.model.verdict.outcome) {
    case verdict::Outcome::Pass:
        return RunHerald::tr("Run passed: %1").arg(plan);
    case verdict::Outcome::Fail:
        return RunHerald::tr("Run failed: %1").arg(plan);
    case verdict::Outcome::Inconclusive:
        break;
    }
    return RunHerald::tr("Run inconclusive: %1").arg(plan);
}

QString figuresOf(const bridge::RunPicture& picture) {
    const report::KeyFigures& figures = picture.model.figures;
    QStringList parts{format::duration(picture.model.run.duration)};
    if (figures.requests > 0) {
        parts.append(RunHerald::tr("%1 requests").arg(format::count(static_cast<double>(figures.requests))));
        parts.append(RunHerald::tr("%1 of them failed").arg(format::percent(figures.failedShare())));
    }
    if (figures.latency.answered > 0) {
        parts.append(RunHerald::tr("P95 %1").arg(format::milliseconds(figures.latency.service.p95)));
    }
    if (figures.messages > 0) {
        parts.append(RunHerald::tr("%1 messages").arg(format::count(static_cast<double>(figures.messages))));
    }
    return parts.join(QStringLiteral(" · "));
}

} // namespace

RunHerald::Surroundings RunHerald::Surroundings::ofDesktop(QObject& owner) {
    const auto instead = [&owner](const QString& title, const QString& text) {
        auto* tray = owner.findChild<QSystemTrayIcon*>();
        if (tray == nullptr && QSystemTrayIcon::isSystemTrayAvailable()) {
            tray = new QSystemTrayIcon(QApplication::windowIcon(), &owner);
        }
        if (tray != nullptr) {
            tray->show();
            tray->showMessage(title, text, QSystemTrayIcon::Information, kStaysMs);
            QTimer::singleShot(kStaysMs, tray, &QSystemTrayIcon::hide);
        }
    };
    return {QDBusConnection::sessionBus(), instead, [] { return QApplication::activeWindow() != nullptr; }};
}

RunHerald::RunHerald(bridge::RunSession& session, QAction& mayNotify, QSettings& settings,
                     Surroundings surroundings, QObject* parent)
    : QObject(parent)
    , m_surroundings(std::move(surroundings))
    , m_notices(m_surroundings.bus, m_surroundings.instead)
    , m_taskBar(m_surroundings.bus) {
    connectSwitch(mayNotify, settings);
    connect(&m_notices, &DesktopNotices::activated, this, &RunHerald::called);
    connect(&session, &bridge::RunSession::stateChanged, this, &RunHerald::onState);
    connect(&session, &bridge::RunSession::momentChanged, this, &RunHerald::onMoment);
    connect(&session, &bridge::RunSession::pictureChanged, this,
            [this](const bridge::RunPicturePtr& picture) { onPicture(*picture); });
    connect(&session, &bridge::RunSession::ended, this,
            [this](const bridge::RunPicturePtr& picture) { onEnded(*picture); });
}

void RunHerald::connectSwitch(QAction& mayNotify, QSettings& settings) {
    m_mayNotify = settings.value(kSetting, true).toBool();
    mayNotify.setChecked(m_mayNotify);
    connect(&mayNotify, &QAction::toggled, this, [this, &settings](bool isOn) {
        m_mayNotify = isOn;
        settings.setValue(kSetting, isOn);
    });
}

void RunHerald::onState(bridge::RunSession::State state) {
    if (state == bridge::RunSession::State::Preparing) {
        m_breached.clear();
    }
    if (state == bridge::RunSession::State::Idle) {
        m_taskBar.clear();
    }
}

void RunHerald::onMoment(const bridge::RunMoment& moment) {
    if (moment.planned > Duration::zero()) {
        m_taskBar.show(std::chrono::duration<double>(moment.runTime) /
                       std::chrono::duration<double>(moment.planned));
    }
}

// A breach that somebody saw in the window counts as told.
void RunHerald::onPicture(const bridge::RunPicture& picture) {
    const verdict::Verdict& verdict = picture.model.verdict;
    QStringList sentences;
    int more = 0;
    for (const verdict::Reason& reason : verdict.reasons) {
        if (isBreach(reason) && m_breached.insert(keyOf(reason)).second) {
            if (static_cast<std::size_t>(sentences.size()) < kMostBreaches) {
                sentences.append(capitalised(format::reasonText(reason, verdict.evaluation)));
            } else {
                ++more;
            }
        }
    }
    if (sentences.isEmpty()) {
        return;
    }
    if (more > 0) {
        sentences.append(tr("And %n more limit(s).", nullptr, more));
    }
    tell(tr("A limit is broken: %1").arg(format::plain(picture.model.run.planName)), sentences.join(u'\n'),
         DesktopNotices::Urgency::Critical);
}

void RunHerald::onEnded(const bridge::RunPicture& picture) {
    const bool isFailed = picture.model.verdict.outcome == verdict::Outcome::Fail;
    tell(titleOf(picture), format::verdictSentence(picture.model.verdict) + u'\n' + figuresOf(picture),
         isFailed ? DesktopNotices::Urgency::Critical : DesktopNotices::Urgency::Normal);
}

void RunHerald::tell(const QString& title, const QString& text, DesktopNotices::Urgency urgency) {
    if (m_mayNotify && !m_surroundings.isLookedAt()) {
        m_notices.tell(title, text, urgency);
    }
}

} // namespace bw::shell
