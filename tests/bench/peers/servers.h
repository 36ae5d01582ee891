#pragma once

#include "tests/bench/peers/child.h"
#include "tests/bench/peers/workplace.h"

#include <memory>
#include <string>

namespace bw::bench {

// Something to load. Its base URL; empty when it could not be started.
struct Server {
    std::unique_ptr<Child> process;
    std::string url;
    std::string secureUrl; // with HTTP/2 for who wants it
};

// A certificate for this machine in the files "own.pem" and "own.key", which the servers below show.
void makeCertificate(const Workplace& place);

// nginx with one process, connections kept without end: /small answers 78 bytes of JSON, /order 201 with an
// order.
[[nodiscard]] Server startNginx(const Workplace& place, int processor);
// Options that make jts-sim speak TLS with the certificate.
[[nodiscard]] std::vector<std::string> secureOptions(const Workplace& place);
[[nodiscard]] Server startJtsSim(const std::string& program, const std::vector<std::string>& options,
                                 int processor);

// The body of the answer, over a connection of its own; empty when there was none.
[[nodiscard]] std::string fetch(const std::string& url, const std::string& method = "GET",
                                const std::string& body = {});

// What jts-sim says of all requests since forgetTruth(), in microseconds; only without TLS.
struct Truth {
    double p50 = 0;
    double p99 = 0;
    double p999 = 0;
};
[[nodiscard]] Truth truthOf(const Server& jtsSim);
void forgetTruth(const Server& jtsSim);

} // namespace bw::bench
