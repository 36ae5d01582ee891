#pragma once

#include "ui/bridge/run_options.h"
#include "ui/bridge/run_session.h"
#include "ui/bridge/try_picture.h"

#include <QObject>

#include <memory>
#include <string>
#include <thread>
#include <vector>

namespace bw::bridge {

struct TryOptions {
    RunOptions run; // plan, environment, variables, hosts
    std::string flow;
    std::vector<std::string> only;                          // places of steps; empty: the whole flow
    std::vector<std::pair<std::string, std::string>> known; // what earlier steps found, as JSON
};

// Tries flows, one at a time, on a thread of its own. Lives on the user's thread and never makes it wait but
// at its end: signals come queued, what waits is told at once, and an earlier try's is dropped.
class TrySession : public QObject {
    Q_OBJECT

public:
    explicit TrySession(std::string resources, QObject* parent = nullptr);
    ~TrySession() override;

    [[nodiscard]] bool isIdle() const { return !m_thread.joinable(); }
    // Stops what is tried first.
    void start(TryOptions options);
    void stop();
    // The same, and nothing more is told of it.
    void forget();
    // Counts what it begins.
    [[nodiscard]] std::uint64_t generation() const { return m_generation; }

Q_SIGNALS:
    void started();
    void pictureChanged(const bw::bridge::TryPicturePtr& picture);
    // It did not begin.
    void refused(const bw::bridge::RunRefusal& refusal);
    void ended();

private:
    friend class TryThread;
    struct Link;
    void finish();

    std::string m_resources;
    std::shared_ptr<Link> m_link;
    std::thread m_thread;
    std::uint64_t m_generation = 0;
};

} // namespace bw::bridge
