#pragma once

#include <QEventLoop>
#include <QObject>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace bw::bridge {

// One thread for work that the user's thread must not wait for, in the order it was given. Lives on the
// user's thread; its end waits for the work under way and drops the rest, with what was to be said of it.
class PlanWorker {
public:
    PlanWorker() { m_pool.setMaxThreadCount(1); }
    ~PlanWorker() {
        m_pool.clear();
        m_pool.waitForDone();
    }
    PlanWorker(const PlanWorker&) = delete;
    PlanWorker& operator=(const PlanWorker&) = delete;

    // `work()` there, then `done(its result)` here.
    template <class Work, class Done>
    void run(Work work, Done done) {
        m_pool.start([this, work = std::move(work), done = std::move(done)] {
            auto result = std::make_shared<decltype(work())>(work());
            QMetaObject::invokeMethod(
                &m_here, [done, result] { done(std::move(*result)); }, Qt::QueuedConnection);
        });
    }

    // `work()` there, and its result when it is done: meanwhile the window is drawn and takes no input, for
    // what a person waits for and a slow disk may hold up.
    template <class Work>
    [[nodiscard]] auto await(Work work) {
        std::optional<decltype(work())> result;
        QEventLoop loop;
        run(std::move(work), [&result, &loop](auto&& done) {
            result = std::forward<decltype(done)>(done);
            loop.quit();
        });
        loop.exec(QEventLoop::ExcludeUserInputEvents);
        return std::move(*result);
    }

private:
    QObject m_here; // outlives the pool, which ends first
    QThreadPool m_pool;
};

} // namespace bw::bridge
