#include "core/verdict/throughput_meter.h"

#include <algorithm>
#include <cmath>
#include <variant>

namespace bw::verdict {
namespace {

using metrics::Builtin;

constexpr std::size_t maxBlocks = 4096;

void addTo(std::vector<double>& list, std::size_t index, double amount) {
    if (index >= list.size()) {
        list.resize(index + 1);
    }
    list[index] += amount;
}

double at(const std::vector<double>& list, std::size_t index) {
    return index < list.size() ? list[index] : 0;
}

void addPairs(std::vector<double>& list) {
    for (std::size_t i = 0; i < list.size(); i += 2) {
        list[i / 2] = list[i] + at(list, i + 1);
    }
    list.resize((list.size() + 1) / 2);
}

double amountOf(const metrics::SeriesValue& value) {
    if (const auto* counter = std::get_if<metrics::CounterValue>(&value)) {
        return counter->sum;
    }
    return static_cast<double>(metrics::sampleCount(value));
}

} // namespace

ThroughputRow ThroughputMeter::watch(metrics::TagSet tags) {
    m_rows.push_back({std::move(tags), {}, {}, {}});
    return ThroughputRow{static_cast<std::uint32_t>(m_rows.size() - 1)};
}

void ThroughputMeter::add(const metrics::Frame& frame) {
    if (m_rows.empty()) {
        return;
    }
    for (const metrics::SeriesDefinition& added : frame.newSeries) {
        define(added);
    }
    while (static_cast<std::size_t>(frame.second / m_width) >= maxBlocks) {
        coarsen();
    }
    for (const metrics::FrameEntry& entry : frame.entries) {
        if (entry.series.value < m_roles.size()) {
            addEntry(m_roles[entry.series.value], static_cast<std::size_t>(frame.second / m_width),
                     entry.value);
        }
    }
}

void ThroughputMeter::define(const metrics::SeriesDefinition& added) {
    if (added.id.value >= m_roles.size()) {
        m_roles.resize(added.id.value + std::size_t{1});
    }
    Role& role = m_roles[added.id.value];
    const metrics::MetricId metric = added.series.metric;
    if (metric == id(Builtin::IterationStartDelay)) {
        role.part = Part::Start;
    } else if (metric == id(Builtin::DroppedIterations)) {
        role.part = Part::Drop;
    } else if (metric == id(Builtin::Iterations)) {
        role.part = Part::Iteration;
    } else if (metric == id(Builtin::HttpReqs)) {
        role.part = Part::Request;
        for (std::uint32_t row = 0; row < m_rows.size(); ++row) {
            if (added.series.tags.matches(m_rows[row].tags)) {
                role.rows.push_back(row);
            }
        }
    } else {
        return;
    }
    role.scenario = scenarioOf(added.series);
    // Only open models have iterations with a due time.
    m_scenarios[role.scenario].open |= role.part == Part::Start;
}

std::uint32_t ThroughputMeter::scenarioOf(const metrics::Series& series) {
    const std::string* tag = series.tags.find("scenario");
    const std::string name = tag == nullptr ? std::string() : *tag;
    const auto known = std::ranges::find(m_scenarios, name, &Scenario::name);
    const auto index = static_cast<std::uint32_t>(known - m_scenarios.begin());
    if (known == m_scenarios.end()) {
        m_scenarios.emplace_back().name = name;
    }
    return index;
}

void ThroughputMeter::addEntry(const Role& role, std::size_t block, const metrics::SeriesValue& value) {
    if (role.part == Part::None) {
        return;
    }
    Scenario& scenario = m_scenarios[role.scenario];
    const double amount = amountOf(value);
    switch (role.part) {
    case Part::Start:
        scenario.started += amount;
        addTo(scenario.due, block, amount);
        break;
    case Part::Drop:
        addTo(scenario.dropped, block, amount);
        break;
    case Part::Iteration:
        scenario.done += amount;
        break;
    case Part::Request:
        for (const std::uint32_t row : role.rows) {
            addTo(m_rows[row].served, block, amount);
            addTo(m_rows[row].ofScenario, role.scenario, amount);
            if (!scenario.open) {
                addTo(m_rows[row].fromClosed, block, amount);
            }
        }
        break;
    case Part::None:
        break;
    }
}

void ThroughputMeter::coarsen() {
    m_width *= 2;
    for (Scenario& scenario : m_scenarios) {
        addPairs(scenario.due);
        addPairs(scenario.dropped);
    }
    for (Row& row : m_rows) {
        addPairs(row.served);
        addPairs(row.fromClosed);
    }
}

double ThroughputMeter::offeredIn(const Row& row, std::size_t block) const {
    double offered = at(row.fromClosed, block);
    for (std::size_t i = 0; i < m_scenarios.size(); ++i) {
        const Scenario& scenario = m_scenarios[i];
        const double iterations = scenario.done > 0 ? scenario.done : scenario.started;
        if (scenario.open && iterations > 0) {
            const double perIteration = at(row.ofScenario, i) / iterations;
            offered += (at(scenario.due, block) + at(scenario.dropped, block)) * perIteration;
        }
    }
    return offered;
}

Throughput ThroughputMeter::judge(ThroughputRow id, double limit, Duration judged) const {
    const Row& row = m_rows[id.value];
    const double end = std::chrono::duration<double>(judged).count();
    const auto width = static_cast<double>(m_width);
    const auto blocks = static_cast<std::size_t>(std::min(std::ceil(end / width), 1.0 * maxBlocks));
    Throughput result;
    double served = 0;
    double seconds = 0;
    for (std::size_t block = 0; block < blocks; ++block) {
        const double length = std::min(width, end - static_cast<double>(block) * width);
        if (length <= 0 || (block > 0 && length < width / 2)) {
            continue; // too short to tell a rate
        }
        const double offered = offeredIn(row, block) / length;
        result.offered = std::max(result.offered, offered);
        if (offered >= limit * (1 - kTolerance)) {
            served += at(row.served, block);
            seconds += length;
        }
    }
    if (seconds > 0) {
        result.served = served / seconds;
    }
    return result;
}

} // namespace bw::verdict
