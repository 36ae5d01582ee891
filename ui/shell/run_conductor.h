#pragma once

#include "ui/bridge/plan_document.h"
#include "ui/bridge/run_session.h"

#include <QObject>

#include <string>
#include <utility>
#include <vector>

class QSettings;

namespace bw::shell {

class NoticeArea;

// From a person's "run" to the session: which plan, with which answers and options, and what to say when it
// does not begin. Owns neither.
class RunConductor : public QObject {
    Q_OBJECT

public:
    RunConductor(bridge::PlanDocument& document, bridge::RunSession& session, NoticeArea& notices,
                 QSettings& settings, QObject* parent = nullptr);

    // Variables given on the command line: they beat the plan's in every run of this window.
    void setVariables(std::vector<std::pair<std::string, std::string>> variables);
    void setEnvironment(const QString& name) { m_environment = name.toStdString(); }

    // What the plan says, without options.
    void run();
    void smokeRun();
    // The last run's options once more, on the plan as it is now.
    void runAgain();
    void runWith(bridge::RunOptions options);
    [[nodiscard]] bool canRun() const { return m_document.canBeSaved() && m_session.isIdle(); }
    [[nodiscard]] bool hasRun() const { return m_hasRun; }
    // What there is to say is said while the plan is the current one of its window.
    void setCurrent(bool isCurrent);
    // Filled with plan, environment and variables.
    [[nodiscard]] bridge::RunOptions options() const;
    // With the hosts that the person allowed this plan.
    [[nodiscard]] bridge::RunOptions allowedOptions() const { return withHosts(options()); }

Q_SIGNALS:
    // A run is being prepared: time to look at it.
    void begun();

private:
    void onRefused(const bridge::RunRefusal& refusal);
    void askForHosts(const std::vector<std::string>& hosts);
    void offerSmokeRun();
    void rememberWatched(const std::vector<std::string>& processes);
    [[nodiscard]] QString hostsKey() const;
    [[nodiscard]] QString planKey(const QString& group) const;
    [[nodiscard]] bridge::RunOptions withHosts(bridge::RunOptions options) const;

    bridge::PlanDocument& m_document;
    bridge::RunSession& m_session;
    NoticeArea& m_notices;
    QSettings& m_settings;
    std::vector<std::pair<std::string, std::string>> m_variables;
    std::string m_environment;
    bridge::RunOptions m_last;
    std::string m_lastText; // of the plan as it ran last
    bool m_hasRun = false;
    bool m_isMine = false; // what the session does
    bool m_isCurrent = false;
};

} // namespace bw::shell
