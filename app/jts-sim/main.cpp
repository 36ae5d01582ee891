#include "app/jts-sim/sim/admin_api.h"
#include "app/jts-sim/sim/simulator.h"
#include "core/base/file.h"
#include "core/net/certificate.h"

#include <CLI/CLI.hpp>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <map>
#include <memory>
#include <optional>

namespace {

using namespace bw;

constexpr int wrongUsage = 2;
constexpr int cannotRun = 3;

std::map<std::string, net::ReactorKind> reactors() {
    using enum net::ReactorKind;
    return {{"auto", Auto}, {"io_uring", IoUring}, {"epoll", Epoll}};
}

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
        std::fprintf(stderr, "jts-sim: --fault %s: %s\n", text.c_str(), jts::reasonOf(done.error()).c_str());
    }
    return done.has_value();
}

// How the simulator shows itself, as the command line says it.
struct TlsChoice {
    std::string certificate;
    std::string key;
    std::string clientAuthorities;
    std::string selfSigned;
    [[nodiscard]] bool isWanted() const { return !certificate.empty() || !selfSigned.empty(); }
};

std::optional<std::string> read(const std::string& path) {
    constexpr std::size_t kMax = 16U * 1024 * 1024;
    auto text = readFile(path, kMax);
    if (!text) {
        std::fprintf(stderr, "jts-sim: %s cannot be read\n", path.c_str());
        return std::nullopt;
    }
    return std::move(*text);
}

// The server's side of TLS; null with a word on stderr when it cannot be.
std::shared_ptr<net::TlsContext> makeTls(const TlsChoice& choice) {
    net::TlsSettings settings;
    if (!choice.selfSigned.empty()) {
        const net::CertifiedKey made =
            net::makeCertificate({.commonName = "jts-sim", .names = {"localhost", "127.0.0.1", "::1"}});
        if (!writeFileAtomically(choice.selfSigned, made.certificate)) {
            std::fprintf(stderr, "jts-sim: %s cannot be written\n", choice.selfSigned.c_str());
            return nullptr;
        }
        settings.certificate = made.certificate;
        settings.key = made.key;
    } else {
        const auto certificate = read(choice.certificate);
        const auto key = choice.key.empty() ? std::string() : read(choice.key);
        if (!certificate || !key) {
            return nullptr;
        }
        settings.certificate = *certificate;
        settings.key = *key;
    }
    if (!choice.clientAuthorities.empty()) {
        const auto authorities = read(choice.clientAuthorities);
        if (!authorities) {
            return nullptr;
        }
        settings.authorities = *authorities;
    }
    using namespace std::string_literals;
    auto tls = std::make_shared<net::TlsContext>(net::TlsContext::Side::Server, std::move(settings),
                                                 "\x02h2\x08http/1.1"s);
    if (const auto ready = tls->prepare(); !ready) {
        std::fprintf(stderr, "jts-sim: the %.*s cannot be used\n",
                     static_cast<int>(ready.error().detail.size()), ready.error().detail.data());
        return nullptr;
    }
    return tls;
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
    TlsChoice tls;
    auto* certificate = app.add_option("--tls-cert", tls.certificate,
                                       "Speak TLS with this certificate (PEM, chain included)");
    app.add_option("--tls-key", tls.key, "Its private key; not needed when the same file holds both")
        ->needs(certificate);
    auto* selfSigned = app.add_option("--tls-self-signed", tls.selfSigned,
                                      "Speak TLS with a certificate made now for localhost, and write it to "
                                      "this file, for clients to trust");
    selfSigned->excludes(certificate);
    app.add_option("--tls-client-ca", tls.clientAuthorities,
                   "Ask clients for a certificate of these authorities (PEM)");
    app.add_option("--reactor", options.reactor, "The event loop: auto, io_uring or epoll")
        ->transform(CLI::Transformer(reactors()));
    app.add_option("--seed", options.seed, "Seed of prices, tokens and faults")->capture_default_str();
    app.add_option("--ticks", options.ticks, "Messages of each channel of the market data feed, a second")
        ->capture_default_str()
        ->check(CLI::Range(std::int64_t{1}, jts::FeedBoard::kMostTicks));
    app.add_option(
        "--fault", faults,
        "NAME=VALUE, again for more: latency=5ms, latency=lognormal:5ms,0.5, errorRate=0.01, stall=400ms, "
        "stall.every=10s, reset=, garbage=, truncate=, hang= (shares); NAME@/api/orders=VALUE for one path; "
        "for the whole server pool=4 (connections; pool.hold, pool.timeout), queue=8 (in work at once; "
        "queue.waiting, queue.work), ceiling=500 (requests a second; ceiling.wait), "
        "memoryLeak=64KB (a request; memoryLeak.most), latencyLeak=5ms (a thousand requests; "
        "latencyLeak.most), broker=10 (orders a second for each API key; broker.burst)");
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
    if (tls.isWanted()) {
        options.tls = makeTls(tls);
        if (!options.tls) {
            return cannotRun;
        }
    }
    return serve(options);
}
