#include "ui/bridge/run_session.h"

#include "core/run/run_controller.h"
#include "ui/bridge/live_run.h"
#include "ui/bridge/run_asked.h"
#include "ui/bridge/session_post.h"
#include "ui/format/event_text.h"

#include <QPointer>

#include <algorithm>
#include <mutex>

namespace bw::bridge {

// Between the user's thread and the run's: stops go one way, values the other.
struct RunSession::Link {
    std::mutex mutex;
    run::RunController* controller = nullptr; // while it runs
    int stops = 0;
    Latest<RunMoment> moment;
    Latest<RunPicturePtr> picture;

    void requestStops(int wanted) {
        const std::lock_guard lock(mutex);
        for (; stops < wanted; ++stops) {
            if (controller != nullptr) {
                controller->requestStop();
            }
        }
    }
    void attach(run::RunController& to) {
        const std::lock_guard lock(mutex);
        controller = &to;
        for (int i = 0; i < stops; ++i) {
            to.requestStop();
        }
    }
    void send(run::RunCommand command) {
        const std::lock_guard lock(mutex);
        if (controller != nullptr) {
            controller->send(std::move(command));
        }
    }
    void detach() {
        const std::lock_guard lock(mutex);
        controller = nullptr;
    }
};

// What happens on the run's thread.
class RunThread {
public:
    RunThread(RunSession& session, std::shared_ptr<RunSession::Link> link, std::uint64_t generation)
        : m_session(session)
        , m_link(std::move(link))
        , m_generation(generation) {}

    void operator()(const run::RunRequest& request, bool hostsAreAnswered);

private:
    template <typename Call>
    void post(Call call) {
        postTo(m_session, m_generation, std::move(call));
    }
    void refuse(RunRefusal refusal);
    void postMoment(RunMoment moment);
    void postPicture(RunPicturePtr picture);

    RunSession& m_session;
    std::shared_ptr<RunSession::Link> m_link;
    std::uint64_t m_generation;
};

namespace {

bool isLoopback(const std::string& host) {
    return host == "localhost" || host == "::1" || host == "[::1]" || host.starts_with("127.");
}

std::vector<std::string> hostsToAsk(const testplan::TestPlan& plan) {
    std::vector<std::string> hosts;
    std::ranges::copy_if(plan.allowedHosts, std::back_inserter(hosts), std::not_fn(isLoopback));
    return hosts;
}

} // namespace

void RunThread::operator()(const run::RunRequest& request, bool hostsAreAnswered) {
    auto prepared = run::prepareRun(request);
    if (!prepared) {
        return refuse(refusalOf(prepared.error()));
    }
    if (auto hosts = hostsToAsk(prepared->plan); !hosts.empty() && !hostsAreAnswered) {
        return refuse({{}, std::move(hosts)});
    }
    LiveRun live(
        *prepared, [this](RunMoment moment) { postMoment(std::move(moment)); },
        [this](RunPicturePtr picture) { postPicture(std::move(picture)); });
    auto controller = run::RunController::create(std::move(*prepared), SystemClock::instance());
    if (!controller) {
        return refuse({{format::startErrorText(controller.error())}, {}});
    }
    post([](RunSession& session) {
        if (session.m_state == RunSession::State::Preparing) {
            session.setState(RunSession::State::Running);
        }
    });
    m_link->attach(**controller);
    const run::RunResult result = (*controller)->run(live);
    m_link->detach();
    controller->reset(); // before the user's thread waits for this one
    post([picture = live.finalPicture(result)](RunSession& session) {
        session.finish();
        Q_EMIT session.ended(picture);
    });
}

void RunThread::refuse(RunRefusal refusal) {
    post([refusal = std::move(refusal)](RunSession& session) {
        session.finish();
        Q_EMIT session.refused(refusal);
    });
}

void RunThread::postMoment(RunMoment moment) {
    if (m_link->moment.put(std::move(moment))) {
        post([link = m_link](RunSession& session) { Q_EMIT session.momentChanged(link->moment.take()); });
    }
}

void RunThread::postPicture(RunPicturePtr picture) {
    if (m_link->picture.put(std::move(picture))) {
        post([link = m_link](RunSession& session) { Q_EMIT session.pictureChanged(link->picture.take()); });
    }
}

RunSession::RunSession(std::string resources, std::string history, QObject* parent)
    : QObject(parent)
    , m_resources(std::move(resources))
    , m_history(std::move(history)) {
    qRegisterMetaType<RunPicturePtr>();
    qRegisterMetaType<RunMoment>();
    qRegisterMetaType<RunRefusal>();
}

RunSession::~RunSession() {
    ++m_generation; // nothing reaches a session that is going
    requestStops(2);
    if (m_thread.joinable()) {
        m_thread.join();
    }
}

void RunSession::start(RunOptions options) {
    Q_ASSERT(isIdle());
    m_options = std::move(options);
    ++m_generation;
    m_link = std::make_shared<Link>();
    setState(State::Preparing);
    m_thread = std::thread(RunThread(*this, m_link, m_generation),
                           requestOf(m_options, m_resources, m_history), m_options.hostsAreAnswered);
}

void RunSession::stop() {
    if (!isIdle()) {
        requestStops(1);
        setState(State::Stopping);
    }
}

void RunSession::abort() {
    if (!isIdle()) {
        requestStops(2);
        setState(State::Stopping);
    }
}

void RunSession::pause() {
    send(run::PauseLoad{});
}

void RunSession::resume() {
    send(run::ResumeLoad{});
}

void RunSession::addLoad(const QString& scenario, double amount) {
    send(run::AddLoad{scenario.toStdString(), amount});
}

void RunSession::markMoment(const QString& text, std::optional<Duration> at) {
    send(run::MarkMoment{text.toStdString(), at});
}

void RunSession::send(run::RunCommand command) {
    if (m_link && m_state == State::Running) {
        m_link->send(std::move(command));
    }
}

void RunSession::requestStops(int stops) {
    if (m_link) {
        m_link->requestStops(stops);
    }
}

void RunSession::finish() {
    // The thread has nothing left to do but end.
    m_thread.join();
    setState(State::Idle);
}

void RunSession::setState(State state) {
    if (m_state != state) {
        m_state = state;
        Q_EMIT stateChanged(state);
    }
}

} // namespace bw::bridge
