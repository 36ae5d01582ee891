#include "core/engine/step_series.h"

namespace bw::engine {

using metrics::Builtin;
using metrics::LocalSeriesId;

StepSeries::StepSeries(const runplan::RunPlan& plan, std::span<const PhaseTags> phases, SampleWriter& writer)
    : m_phases(phases)
    , m_writer(writer)
    , m_sites(plan.siteCount)
    , m_ofPhase(phases.size())
    , m_cells(phases.size() * plan.siteCount) {}

LocalSeriesId StepSeries::known(std::optional<LocalSeriesId>& series, std::uint32_t phase, Builtin metric) {
    if (!series) {
        m_tags.clear();
        appendPhaseTags(m_tags, m_phases[phase], {});
        series = m_writer.series(metrics::id(metric), m_tags);
    }
    return *series;
}

LocalSeriesId StepSeries::checkSeries(std::uint32_t phase, std::string_view name, std::string_view group) {
    m_tags.clear();
    appendPhaseTags(m_tags, m_phases[phase], group);
    m_tags.push_back({"check", name});
    return m_writer.series(metrics::id(Builtin::Checks), m_tags);
}

void StepSeries::check(std::uint32_t phase, std::uint32_t site, std::span<const runplan::Check> checks,
                       std::string_view group, std::size_t index, bool passed) {
    Cell& cell = m_cells[std::size_t{phase} * m_sites + site];
    if (cell.empty()) {
        for (const runplan::Check& check : checks) {
            cell.push_back(checkSeries(phase, check.name, group));
        }
    }
    m_writer.rate(cell[index], passed);
}

void StepSeries::check(std::uint32_t phase, std::uint32_t site, std::string_view name, std::string_view group,
                       bool passed) {
    Cell& cell = m_cells[std::size_t{phase} * m_sites + site];
    if (cell.empty()) {
        cell.push_back(checkSeries(phase, name, group));
    }
    m_writer.rate(cell.front(), passed);
}

void StepSeries::group(std::uint32_t phase, const runplan::GroupStep& step, Duration took) {
    Cell& cell = m_cells[std::size_t{phase} * m_sites + step.site];
    if (cell.empty()) {
        m_tags.clear();
        appendPhaseTags(m_tags, m_phases[phase], step.path);
        cell.push_back(m_writer.series(metrics::id(Builtin::GroupDuration), m_tags));
    }
    m_writer.trend(cell.front(), took);
}

void StepSeries::metric(std::uint32_t phase, const runplan::MetricStep& step, std::string_view group,
                        std::span<const metrics::TagView> dynamicTags, double value) {
    Cell& cell = m_cells[std::size_t{phase} * m_sites + step.site];
    if (!cell.empty() && dynamicTags.empty()) {
        m_writer.record(cell.front(), value);
        return;
    }
    m_tags.clear();
    appendPhaseTags(m_tags, m_phases[phase], group);
    for (const runplan::Tag& tag : step.tags) {
        if (tag.value.isLiteral()) {
            m_tags.push_back({tag.key, tag.value.literal()});
        }
    }
    m_tags.insert(m_tags.end(), dynamicTags.begin(), dynamicTags.end());
    const LocalSeriesId series = m_writer.series(step.metric, m_tags);
    if (dynamicTags.empty()) {
        cell.push_back(series);
    }
    m_writer.record(series, value);
}

void StepSeries::iteration(std::uint32_t phase, Duration took) {
    OfPhase& ids = m_ofPhase[phase];
    m_writer.add(known(ids.iterations, phase, Builtin::Iterations));
    m_writer.trend(known(ids.iterationDuration, phase, Builtin::IterationDuration), took);
}

void StepSeries::startDelay(std::uint32_t phase, Duration late) {
    m_writer.trend(known(m_ofPhase[phase].startDelay, phase, Builtin::IterationStartDelay), late);
}

void StepSeries::dropped(std::uint32_t phase, std::uint64_t count) {
    m_writer.add(known(m_ofPhase[phase].dropped, phase, Builtin::DroppedIterations),
                 static_cast<double>(count));
}

void StepSeries::interrupted(std::uint32_t phase) {
    m_writer.add(known(m_ofPhase[phase].interrupted, phase, Builtin::InterruptedIterations));
}

void StepSeries::bytes(std::uint32_t phase, std::uint64_t sent, std::uint64_t received) {
    OfPhase& ids = m_ofPhase[phase];
    m_writer.add(known(ids.sent, phase, Builtin::DataSent), static_cast<double>(sent));
    m_writer.add(known(ids.received, phase, Builtin::DataReceived), static_cast<double>(received));
}

} // namespace bw::engine
