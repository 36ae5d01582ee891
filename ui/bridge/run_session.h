#pragma once

#include "core/run/run_command.h"
#include "ui/bridge/run_options.h"
#include "ui/bridge/run_picture.h"

#include <QObject>
#include <QStringList>

#include <atomic>
#include <memory>
#include <thread>

namespace bw::run {
class RunController;
}

namespace bw::bridge {

// Why a run did not begin, in words.
struct RunRefusal {
    QStringList problems;
    std::vector<std::string> hosts; // that the person has to allow first, when that is all
};

// Runs plans, one at a time, on a thread of its own. Lives on the user's thread and never makes it wait:
// signals come queued, once for each tick, and what belongs to an earlier run is dropped.
class RunSession : public QObject {
    Q_OBJECT

public:
    enum class State { Idle, Preparing, Running, Stopping };
    Q_ENUM(State)

    // `resources`: the folder with budgets/. `history`: the file runs are kept in; empty: nothing is kept.
    RunSession(std::string resources, std::string history, QObject* parent = nullptr);
    // Cuts off a run that goes and waits for its end, a second at the most on a healthy machine.
    ~RunSession() override;

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isIdle() const { return m_state == State::Idle; }
    [[nodiscard]] const RunOptions& options() const { return m_options; }

    // Precondition: idle.
    void start(RunOptions options);
    // No new iterations; those in flight may end. Nothing when idle.
    void stop();
    // Cuts everything off.
    void abort();

    // See run::RunCommand; nothing unless it is running. What comes of it shows in the moments and marks.
    void pause();
    void resume();
    // `scenario` as ScenarioMoment names it.
    void addLoad(const QString& scenario, double amount);
    // None: now.
    void markMoment(const QString& text, std::optional<Duration> at = std::nullopt);
    // Counts what it begins.
    [[nodiscard]] std::uint64_t generation() const { return m_generation; }

Q_SIGNALS:
    void stateChanged(bw::bridge::RunSession::State state);
    // Ten times a second.
    void momentChanged(const bw::bridge::RunMoment& moment);
    // Once a second, and whenever the verdict changes.
    void pictureChanged(const bw::bridge::RunPicturePtr& picture);
    void refused(const bw::bridge::RunRefusal& refusal);
    // The last picture; not live any more.
    void ended(const bw::bridge::RunPicturePtr& picture);

private:
    friend class RunThread;
    void setState(State state);
    void requestStops(int stops);
    void send(run::RunCommand command);
    void finish();

    std::string m_resources;
    std::string m_history;
    State m_state = State::Idle;
    RunOptions m_options;
    std::uint64_t m_generation = 0;
    // Shared with the run's thread, which may not yet have a controller when the first stop comes.
    struct Link;
    std::shared_ptr<Link> m_link;
    std::thread m_thread;
};

} // namespace bw::bridge

Q_DECLARE_METATYPE(bw::bridge::RunRefusal)
