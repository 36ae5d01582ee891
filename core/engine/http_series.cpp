#include "core/engine/http_series.h"

#include <algorithm>
#include <charconv>

namespace bw::engine {
namespace {

using metrics::Builtin;
using metrics::TagView;

std::string_view errorCode(const HttpFacts& facts) {
    return metrics::outcomeName(facts.outcome);
}

} // namespace

void appendPhaseTags(std::vector<TagView>& tags, const PhaseTags& phase, std::string_view group) {
    if (!phase.scenario.empty()) {
        tags.push_back({"scenario", phase.scenario});
    }
    if (!group.empty() || !phase.group.empty()) {
        tags.push_back({"group", group.empty() ? std::string_view(phase.group) : group});
    }
    for (const auto& [key, value] : phase.tags) {
        tags.push_back({key, value});
    }
}

HttpSeries::HttpSeries(const runplan::RunPlan& plan, std::span<const PhaseTags> phases, SampleWriter& writer)
    : m_phases(phases)
    , m_writer(writer)
    , m_sites(plan.siteCount)
    , m_known(phases.size() * plan.siteCount) {}

void HttpSeries::record(std::uint32_t phase, const runplan::HttpStep& step, std::string_view group,
                        const HttpFacts& facts, std::span<const TagView> dynamicTags,
                        const metrics::Sample& sample) {
    const HttpSeriesIds& ids = find(phase, step, group, facts, dynamicTags);
    m_writer.add(ids.requests);
    m_writer.rate(ids.failed, !facts.expected);
    if (facts.outcome != metrics::Outcome::Ok) {
        return; // a request without a response is in no latency, only in its error kind
    }
    const metrics::Phases& phases = sample.phases;
    m_writer.trend(ids.duration, sample.serviceTime());
    m_writer.trend(ids.responseTime, sample.responseTime());
    m_writer.trend(ids.blocked, phases.blocked);
    m_writer.trend(ids.lookingUp, phases.lookingUp);
    m_writer.trend(ids.connecting, phases.connecting);
    m_writer.trend(ids.tlsHandshaking, phases.tlsHandshaking);
    m_writer.trend(ids.sending, phases.sending);
    m_writer.trend(ids.waiting, phases.waiting);
    m_writer.trend(ids.receiving, phases.receiving);
}

const HttpSeriesIds& HttpSeries::find(std::uint32_t phase, const runplan::HttpStep& step,
                                      std::string_view group, const HttpFacts& facts,
                                      std::span<const TagView> dynamicTags) {
    if (!dynamicTags.empty()) {
        m_dynamic = intern(phase, step, group, facts, dynamicTags);
        return m_dynamic;
    }
    auto& known = m_known[std::size_t{phase} * m_sites + step.site];
    const auto found = std::ranges::find(known, facts, &Known::facts);
    if (found != known.end()) {
        return found->ids;
    }
    known.push_back({facts, intern(phase, step, group, facts, dynamicTags)});
    return known.back().ids;
}

HttpSeriesIds HttpSeries::intern(std::uint32_t phase, const runplan::HttpStep& step, std::string_view group,
                                 const HttpFacts& facts, std::span<const TagView> dynamicTags) {
    std::array<char, 12> status{};
    const auto end = std::to_chars(status.data(), status.data() + status.size(), facts.status).ptr;
    m_tags.clear();
    appendPhaseTags(m_tags, m_phases[phase], group);
    m_tags.push_back({"name", step.name});
    m_tags.push_back({"method", runplan::methodName(facts.method)});
    m_tags.push_back({"status", {status.data(), end}});
    m_tags.push_back({"expected_response", facts.expected ? "true" : "false"});
    if (facts.outcome != metrics::Outcome::Ok) {
        m_tags.push_back({"error_code", errorCode(facts)});
    } else {
        m_tags.push_back({"proto", facts.proto});
    }
    for (const runplan::Tag& tag : step.tags) {
        if (tag.value.isLiteral()) {
            m_tags.push_back({tag.key, tag.value.literal()});
        }
    }
    m_tags.insert(m_tags.end(), dynamicTags.begin(), dynamicTags.end());
    const auto series = [&](Builtin metric) { return m_writer.series(metrics::id(metric), m_tags); };
    HttpSeriesIds ids;
    ids.requests = series(Builtin::HttpReqs);
    ids.failed = series(Builtin::HttpReqFailed);
    if (facts.outcome == metrics::Outcome::Ok) {
        ids.duration = series(Builtin::HttpReqDuration);
        ids.responseTime = series(Builtin::HttpReqResponseTime);
        ids.blocked = series(Builtin::HttpReqBlocked);
        ids.lookingUp = series(Builtin::HttpReqLookingUp);
        ids.connecting = series(Builtin::HttpReqConnecting);
        ids.tlsHandshaking = series(Builtin::HttpReqTlsHandshaking);
        ids.sending = series(Builtin::HttpReqSending);
        ids.waiting = series(Builtin::HttpReqWaiting);
        ids.receiving = series(Builtin::HttpReqReceiving);
    }
    return ids;
}

} // namespace bw::engine
