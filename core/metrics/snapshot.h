#pragma once

#include "core/base/clock.h"

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace bw::metrics {

// A number with one writer and any readers. The writer's plain addition costs no lock prefix; readers see
// some recent value.
class LiveCounter {
public:
    void add(std::int64_t amount = 1) {
        m_value.store(m_value.load(std::memory_order_relaxed) + amount, std::memory_order_relaxed);
    }
    void set(std::int64_t value) { m_value.store(value, std::memory_order_relaxed); }
    [[nodiscard]] std::int64_t get() const { return m_value.load(std::memory_order_relaxed); }

private:
    std::atomic<std::int64_t> m_value{0};
};

// What one worker tells of one scenario while it runs.
struct ScenarioCounters {
    LiveCounter activeVus;
    LiveCounter initializedVus;
    LiveCounter iterationsStarted;
    LiveCounter iterationsDone;
    LiveCounter iterationsInterrupted;
    LiveCounter iterationsDropped;
};

// What one worker tells of itself while it runs. Written by the worker, read by the controller at 10 Hz.
class alignas(64) WorkerCounters {
public:
    explicit WorkerCounters(std::size_t scenarios)
        : m_scenarios(std::make_unique<ScenarioCounters[]>(scenarios))
        , m_count(scenarios) {}

    LiveCounter requests;
    LiveCounter requestsFailed;
    LiveCounter checksPassed;
    LiveCounter checksFailed;
    LiveCounter bytesSent;
    LiveCounter bytesReceived;
    LiveCounter connectionsOpen;
    LiveCounter sessionsOpen; // WebSockets

    // Precondition: index < the number given to the constructor.
    [[nodiscard]] ScenarioCounters& scenario(std::size_t index) { return m_scenarios[index]; }
    [[nodiscard]] const ScenarioCounters& scenario(std::size_t index) const { return m_scenarios[index]; }
    [[nodiscard]] std::size_t scenarioCount() const { return m_count; }

private:
    std::unique_ptr<ScenarioCounters[]> m_scenarios;
    std::size_t m_count;
};

struct ScenarioSnapshot {
    std::int64_t activeVus = 0;
    std::int64_t initializedVus = 0;
    std::int64_t iterationsStarted = 0;
    std::int64_t iterationsDone = 0;
    std::int64_t iterationsInterrupted = 0;
    std::int64_t iterationsDropped = 0;
    friend bool operator==(const ScenarioSnapshot&, const ScenarioSnapshot&) = default;
};

// How a run stands at this moment: all workers summed. A value, made ten times a second.
struct Snapshot {
    Duration runTime{};
    ScenarioSnapshot total;
    std::int64_t requests = 0;
    std::int64_t requestsFailed = 0;
    std::int64_t checksPassed = 0;
    std::int64_t checksFailed = 0;
    std::int64_t bytesSent = 0;
    std::int64_t bytesReceived = 0;
    std::int64_t connectionsOpen = 0;
    std::int64_t sessionsOpen = 0;
    std::vector<ScenarioSnapshot> scenarios; // in the plan's order
    friend bool operator==(const Snapshot&, const Snapshot&) = default;
};

// Precondition: all workers have the same number of scenarios.
[[nodiscard]] Snapshot takeSnapshot(std::span<const WorkerCounters* const> workers, Duration runTime);

} // namespace bw::metrics
