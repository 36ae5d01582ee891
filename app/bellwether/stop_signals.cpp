#include "app/bellwether/stop_signals.h"

#include <csignal>
#include <ctime>

namespace bw::app {
namespace {

sigset_t stopSet() {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGHUP);
    return set;
}

} // namespace

StopSignals::Blocked StopSignals::block() {
    const sigset_t set = stopSet();
    ::pthread_sigmask(SIG_BLOCK, &set, nullptr);
    // A script's background job begins with SIGINT ignored; a blocked signal that is ignored would be lost.
    struct sigaction standard{};
    standard.sa_handler = SIG_DFL;
    ::sigaction(SIGINT, &standard, nullptr);
    return {};
}

StopSignals::StopSignals(const Blocked& /*blocked*/, std::function<void()> onSignal)
    : m_thread([onSignal = std::move(onSignal)](const std::stop_token& stop) {
        const sigset_t set = stopSet();
        const timespec patience{0, 100'000'000};
        while (!stop.stop_requested()) {
            if (::sigtimedwait(&set, nullptr, &patience) > 0) {
                onSignal();
            }
        }
    }) {}

} // namespace bw::app
