#include "app/jts-sim/sim/admin_api.h"
#include "app/jts-sim/sim/simulator.h"

#include <CLI/CLI.hpp>
#include <csignal>
#include <cstdio>
#include <cstring>

namespace {

using namespace bw;

constexpr int wrongUsage = 2;
constexpr int cannotRun = 3;

// Sets "NAME=VALUE", or tells why not.
bool setFault(jts::FaultSet& faults, const std::string& text) {
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos) {
        std::fprintf(stderr, "jts-sim: --fault %s: NAME=VALUE is needed\n", text.c_str());
        return false;
    }
    const auto done =
        faults.set(std::string_view(text).substr(0, equals), std::string_view(text).substr(equals + 1));
    if (!done) {
        const std::string_view reason = jts::reasonOf(done.error().kind);
        std::fprintf(stderr, "jts-sim: --fault %s: %.*s\n", text.c_str(), static_cast<int>(reason.size()),
                     reason.data());
    }
    return done.has_value();
}

int serve(const jts::SimulatorOptions& options) {
    // Blocked before any thread starts, so that only sigwait() sees them.
    sigset_t ending;
    sigemptyset(&ending);
    sigaddset(&ending, SIGINT);
    sigaddset(&ending, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &ending, nullptr);
    std::signal(SIGPIPE, SIG_IGN);

    const auto simulator = jts::Simulator::start(options);
    if (!simulator) {
        const int reason = simulator.error().systemError;
        std::fprintf(stderr, "jts-sim: cannot listen on %s port %u: %s\n", options.address.c_str(),
                     unsigned{options.port}, reason == 0 ? "not a numeric address" : std::strerror(reason));
        return cannotRun;
    }
    std::printf("jts-sim ready on %s\n", (*simulator)->url().c_str());
    std::fflush(stdout);

    int signal = 0;
    sigwait(&ending, &signal);
    // A second one ends the process at once.
    pthread_sigmask(SIG_UNBLOCK, &ending, nullptr);
    (*simulator)->stop();
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    CLI::App app(
        "The simulated trading system: REST and JSON endpoints with state, faults on request, and the "
        "truth about what was served");
    jts::SimulatorOptions options;
    std::vector<std::string> faults;
    app.add_option("--port", options.port, "TCP port; 0 picks a free one")->required();
    app.add_option("--listen", options.address, "Numeric address to listen on")->capture_default_str();
    app.add_option("--threads", options.threads, "Server threads")
        ->capture_default_str()
        ->check(CLI::Range(1, 64));
    app.add_option("--seed", options.seed, "Seed of prices, tokens and faults")->capture_default_str();
    app.add_option(
        "--fault", faults,
        "NAME=VALUE, again for more: latency=5ms, latency=lognormal:5ms,0.5, errorRate=0.01, stall=400ms, "
        "stall.every=10s, reset=, garbage=, truncate=, hang= (shares); NAME@/api/orders=VALUE for one path");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : wrongUsage;
    }
    for (const std::string& fault : faults) {
        if (!setFault(options.faults, fault)) {
            return wrongUsage;
        }
    }
    return serve(options);
}
