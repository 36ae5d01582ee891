#pragma once

#include "tests/bench/peers/contenders.h"
#include "tests/bench/peers/servers.h"

#include <string>
#include <vector>

namespace bw::bench {

// Steps of a plan, as JSON: one GET with a check of its status; the specification's order (a body from a
// template, its answer read as JSON, extracted, checked three times).
[[nodiscard]] std::string getStep(const std::string& url);
[[nodiscard]] std::string orderStep(const std::string& url);

// One run of a plan.
struct Trial {
    std::string steps;
    std::string scenario; // its options without the flow, as JSON without the braces
    Wire wire = Wire::Plain;
    int sharedConnections = 0; // 0: each virtual user has its own
    int workers = 1;           // 0: as many as Bellwether chooses
    std::string thresholds = R"("http_req_duration": [{"threshold": "p(99.9)<1e9", "allowEmpty": true}])";
};

// Bellwether itself, started as a person would start it.
class Own {
public:
    Own(std::string program, const Workplace& place)
        : m_program(std::move(program))
        , m_place(place) {}

    // Closed loops.
    [[nodiscard]] Contender plainGet(const std::string& reactor) const;
    [[nodiscard]] Contender orderFlow(const std::string& reactor) const;
    // The certificate that https servers show.
    void trust(std::string file) { m_authority = std::move(file); }
    // Whether this machine has it.
    [[nodiscard]] bool runs(const std::string& reactor) const;

    [[nodiscard]] std::vector<std::string> command(const Trial& trial) const;
    [[nodiscard]] Outcome measure(const Trial& trial, int processor) const;

private:
    [[nodiscard]] std::string planOf(const Trial& trial) const;
    [[nodiscard]] std::vector<std::string> command(const std::string& plan, const std::string& reactor,
                                                   int workers = 1) const;

    std::string m_program;
    const Workplace& m_place;
    std::string m_authority;
};

} // namespace bw::bench
