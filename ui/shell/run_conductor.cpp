#include "ui/shell/run_conductor.h"

#include "ui/bridge/watched_text.h"
#include "ui/format/words.h"
#include "ui/shell/notice_area.h"

#include <QCryptographicHash>
#include <QSettings>

#include <algorithm>
#include <utility>

namespace bw::shell {
namespace {

using widgets::NoticeBar;

const QString kRunTopic = QStringLiteral("run");
const QString kSmokeTopic = QStringLiteral("smoke");
constexpr qsizetype kMostProblems = 3; // in a notice; all of them are in the Design view

} // namespace

RunConductor::RunConductor(bridge::PlanDocument& document, bridge::RunSession& session, NoticeArea& notices,
                           QSettings& settings, QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_session(session)
    , m_notices(notices)
    , m_settings(settings) {
    connect(&m_session, &bridge::RunSession::refused, this, [this](const bridge::RunRefusal& refusal) {
        if (std::exchange(m_isMine, false)) {
            onRefused(refusal);
        }
    });
    connect(&m_session, &bridge::RunSession::ended, this, [this] { m_isMine = false; });
    connect(&m_document, &bridge::PlanDocument::stateChanged, this, &RunConductor::offerSmokeRun);
    connect(&m_document, &bridge::PlanDocument::opened, this, [this] {
        m_hasRun = false;
        m_lastText.clear();
        m_notices.dismiss(kSmokeTopic);
        m_notices.dismiss(kRunTopic);
    });
}

void RunConductor::setVariables(std::vector<std::pair<std::string, std::string>> variables) {
    m_variables = std::move(variables);
}

bridge::RunOptions RunConductor::options() const {
    bridge::RunOptions options;
    options.planPath = m_document.path();
    options.environment = m_environment;
    options.variables = m_variables;
    const QString watched = m_settings.value(planKey(QStringLiteral("watched/"))).toString();
    options.watched = bridge::watchedProcesses(watched).value_or(std::vector<std::string>());
    return options;
}

void RunConductor::run() {
    runWith(options());
}

void RunConductor::smokeRun() {
    bridge::RunOptions smoke = options();
    smoke.smoke = true;
    runWith(std::move(smoke));
}

void RunConductor::runAgain() {
    runWith(m_last);
}

void RunConductor::runWith(bridge::RunOptions options) {
    if (!canRun()) {
        return;
    }
    m_notices.dismiss(kRunTopic);
    m_notices.dismiss(kSmokeTopic);
    m_last = options;
    m_lastText = m_document.state()->text;
    m_hasRun = true;
    options.planText = m_lastText;
    m_isMine = true;
    rememberWatched(options.watched);
    m_session.start(withHosts(std::move(options)));
    Q_EMIT begun();
}

bridge::RunOptions RunConductor::withHosts(bridge::RunOptions options) const {
    const QStringList allowed = m_settings.value(hostsKey()).toStringList();
    for (const QString& host : allowed) {
        options.allowedHosts.push_back(host.toStdString());
    }
    options.hostsAreAnswered = options.hostsAreAnswered || !allowed.isEmpty();
    return options;
}

// The plan's next runs watch them, too.
void RunConductor::rememberWatched(const std::vector<std::string>& processes) {
    const QString key = planKey(QStringLiteral("watched/"));
    if (processes.empty()) {
        m_settings.remove(key);
    } else {
        m_settings.setValue(key, bridge::watchedText(processes));
    }
}

QString RunConductor::hostsKey() const {
    return planKey(QStringLiteral("hosts/"));
}

// Settings' keys must not hold slashes of a path.
QString RunConductor::planKey(const QString& group) const {
    const QByteArray path = QByteArray::fromStdString(m_document.path());
    return group + QString::fromLatin1(QCryptographicHash::hash(path, QCryptographicHash::Sha1).toHex());
}

void RunConductor::onRefused(const bridge::RunRefusal& refusal) {
    if (!refusal.hosts.empty()) {
        askForHosts(refusal.hosts);
        return;
    }
    QStringList shown = refusal.problems.mid(0, kMostProblems);
    if (refusal.problems.size() > kMostProblems) {
        shown.append(tr("%n more", nullptr, static_cast<int>(refusal.problems.size() - kMostProblems)));
    }
    m_notices.show(kRunTopic, NoticeBar::Kind::Bad, tr("The run did not begin.") + u'\n' + shown.join(u'\n'));
}

void RunConductor::askForHosts(const std::vector<std::string>& hosts) {
    QStringList names;
    for (const std::string& host : hosts) {
        names.append(format::plain(host));
    }
    NoticeBar* bar = m_notices.show(
        kRunTopic, NoticeBar::Kind::Warning,
        tr("This plan may send load beyond this computer, to %1. Only do that to systems you may load.")
            .arg(names.join(QStringLiteral(", "))));
    bar->addAnswer(tr("Allow and run"), [this, names] {
        m_settings.setValue(hostsKey(), names);
        runWith(m_last);
    });
    bar->addAnswer(tr("Run on this computer only"), [this] {
        bridge::RunOptions local = m_last;
        local.hostsAreAnswered = true;
        runWith(std::move(local));
    });
}

void RunConductor::setCurrent(bool isCurrent) {
    if (m_isCurrent && !isCurrent) {
        m_notices.dismiss(kSmokeTopic);
        m_notices.dismiss(kRunTopic);
    }
    m_isCurrent = isCurrent;
    offerSmokeRun();
}

void RunConductor::offerSmokeRun() {
    if (!m_isCurrent) {
        return;
    }
    const bool hasChanged = m_hasRun && m_document.canBeSaved() && m_document.state()->text != m_lastText;
    if (!hasChanged || !m_session.isIdle()) {
        m_notices.dismiss(kSmokeTopic);
        return;
    }
    if (m_notices.find(kSmokeTopic) != nullptr) {
        return;
    }
    NoticeBar* bar =
        m_notices.show(kSmokeTopic, NoticeBar::Kind::Info,
                       tr("The plan has changed since its last run. A smoke run tries every scenario "
                          "once, with one virtual user, before the load."));
    bar->addAnswer(tr("Smoke run"), [this] { smokeRun(); });
}

} // namespace bw::shell
