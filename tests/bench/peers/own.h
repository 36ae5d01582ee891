#pragma once

#include "tests/bench/peers/contenders.h"
#include "tests/bench/peers/servers.h"

#include <string>
#include <vector>

namespace bw::bench {

// Bellwether itself, started as a person would start it.
class Own {
public:
    Own(std::string program, const Workplace& place)
        : m_program(std::move(program))
        , m_place(place) {}

    // One GET with a check of its status, in a closed loop.
    [[nodiscard]] Contender plainGet(const std::string& reactor) const;
    // The specification's order: a body from a template, its answer read as JSON, extracted, checked three
    // times.
    [[nodiscard]] Contender orderFlow(const std::string& reactor) const;
    // The certificate that https servers show.
    void trust(std::string file) { m_authority = std::move(file); }
    // Whether this machine has it.
    [[nodiscard]] bool runs(const std::string& reactor) const;

    // Runs a plan of one GET with a scenario given as JSON, and perhaps a time to think.
    [[nodiscard]] Outcome measure(const std::string& url, const std::string& scenario, int processor,
                                  const std::string& think = {}, Wire wire = Wire::Plain) const;

private:
    [[nodiscard]] std::string planOf(const std::string& steps, const std::string& scenario, Wire wire,
                                     int sharedConnections = 0) const;
    [[nodiscard]] std::vector<std::string> command(const std::string& plan, const std::string& reactor) const;

    std::string m_program;
    const Workplace& m_place;
    std::string m_authority;
};

// A figure of a metric's line in the summary, "p(99)" of "http_req_duration", in microseconds; negative: not
// there.
[[nodiscard]] double microseconds(const std::string& summary, const std::string& metric,
                                  const std::string& figure);
// P99.9 of http_req_duration, in microseconds; negative: not there.
[[nodiscard]] double tail(const std::string& summary);
// The first number of a metric's line; 0 when there is none.
[[nodiscard]] double countOf(const std::string& summary, const std::string& metric);

// How many requests failed.
[[nodiscard]] double failedOf(const std::string& summary);

} // namespace bw::bench
