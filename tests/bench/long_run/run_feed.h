#pragma once

#include "tests/bench/long_run/made_run.h"
#include "ui/bridge/session_post.h"
#include "ui/live/run_view.h"

#include <QCoreApplication>
#include <QEventLoop>

#include <atomic>
#include <functional>
#include <thread>

namespace bw::bench {

// A made run on a thread of its own, whose values reach the view as those of a real one do: the newest,
// queued.
class RunFeed {
public:
    // On the run's thread; the view outlives it.
    using Play = std::function<void(MadeRun&)>;

    RunFeed(live::RunView& view, Play play)
        : m_view(view)
        , m_thread([this, play = std::move(play)] {
            MadeRun run([this](bridge::RunMoment moment) { post(m_moment, std::move(moment)); },
                        [this](bridge::RunPicturePtr picture) { post(m_picture, std::move(picture)); });
            play(run);
            m_isOver = true;
            QMetaObject::invokeMethod(&m_view, [] {}, Qt::QueuedConnection); // wakes the user's thread
        }) {}

    // Turns the event loop until the run is over and all of it is shown.
    void wait() {
        while (!m_isOver) {
            QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
        }
        m_thread.join();
        QCoreApplication::processEvents();
    }

private:
    template <class Value>
    void post(bridge::Latest<Value>& latest, Value value) {
        if (latest.put(std::move(value))) {
            QMetaObject::invokeMethod(
                &m_view, [this, &latest] { show(latest.take()); }, Qt::QueuedConnection);
        }
    }
    void show(const bridge::RunMoment& moment) { m_view.setMoment(moment); }
    void show(const bridge::RunPicturePtr& picture) { m_view.setPicture(picture); }

    live::RunView& m_view;
    bridge::Latest<bridge::RunMoment> m_moment;
    bridge::Latest<bridge::RunPicturePtr> m_picture;
    std::atomic<bool> m_isOver = false;
    std::thread m_thread; // last: it starts when everything else is there
};

} // namespace bw::bench
