#include "core/engine/web_socket_series.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace bw::engine {
namespace {

using metrics::Builtin;

// Of the tags of one step; a recorder has room for 10,000 series anyway.
constexpr std::size_t kMostValues = 1000;

// A number as text, in memory of the caller's.
std::string_view textOf(std::uint32_t number, std::array<char, 12>& room) {
    return {room.data(), std::to_chars(room.data(), room.data() + room.size(), number).ptr};
}

} // namespace

WebSocketSeries::WebSocketSeries(const runplan::RunPlan& plan, std::span<const PhaseTags> phases,
                                 SampleWriter& writer)
    : m_phases(phases)
    , m_writer(writer)
    , m_sites(plan.siteCount)
    , m_steps(phases.size() * plan.siteCount)
    , m_expects(phases.size() * plan.siteCount) {}

Result<WebSocketSeries::OfStep*, expr::EvalError> WebSocketSeries::of(std::uint32_t phase,
                                                                      const runplan::WebSocketStep& step,
                                                                      std::string_view group,
                                                                      expr::Context& context) {
    m_values.clear();
    for (const runplan::Tag& tag : step.tags) {
        if (tag.value.isLiteral()) {
            continue;
        }
        if (const auto rendered = tag.value.render(context, m_values.emplace_back()); !rendered) {
            return std::unexpected(rendered.error());
        }
    }
    auto& known = m_steps[std::size_t{phase} * m_sites + step.site];
    const auto found = std::ranges::find(known, m_values, [](const auto& of) { return of->values; });
    if (found != known.end()) {
        return found->get();
    }
    if (known.size() >= kMostValues) { // as a recorder calls what it has no room for
        m_values.assign(m_values.size(), std::string(metrics::kOtherTag.key));
        const auto others = std::ranges::find(known, m_values, [](const auto& of) { return of->values; });
        if (others != known.end()) {
            return others->get();
        }
    }
    known.push_back(
        std::make_unique<OfStep>(OfStep{.phase = phase, .step = &step, .group = group, .values = m_values}));
    return known.back().get();
}

void WebSocketSeries::tag(const OfStep& of) {
    m_tags.clear();
    appendPhaseTags(m_tags, m_phases[of.phase], of.group);
    m_tags.push_back({"name", of.step->name});
    std::size_t value = 0;
    for (const runplan::Tag& tag : of.step->tags) {
        m_tags.push_back({tag.key, tag.value.isLiteral() ? std::string_view(tag.value.literal())
                                                         : std::string_view(of.values[value++])});
    }
}

metrics::LocalSeriesId WebSocketSeries::known(std::optional<metrics::LocalSeriesId>& series, const OfStep& of,
                                              Builtin metric) {
    if (!series) {
        tag(of);
        series = m_writer.series(metrics::id(metric), m_tags);
    }
    return *series;
}

void WebSocketSeries::asked(OfStep& of, metrics::Outcome outcome, std::int32_t status, Duration took) {
    const bool stands = outcome == metrics::Outcome::Ok;
    std::array<char, 12> room{};
    tag(of);
    m_tags.push_back({"status", textOf(static_cast<std::uint32_t>(status), room)});
    if (!stands) {
        m_tags.push_back({"error_code", metrics::outcomeName(outcome)});
    }
    m_writer.add(m_writer.series(metrics::id(Builtin::WsSessions), m_tags));
    if (stands) {
        m_writer.trend(known(of.connecting, of, Builtin::WsConnecting), took);
    }
}

void WebSocketSeries::ended(OfStep& of, metrics::Outcome outcome, std::uint16_t code, Duration stood) {
    std::array<char, 12> room{};
    tag(of);
    if (outcome == metrics::Outcome::Ok) {
        m_tags.push_back({"close_code", textOf(code, room)});
    } else {
        m_tags.push_back({"error_code", metrics::outcomeName(outcome)});
    }
    m_writer.trend(m_writer.series(metrics::id(Builtin::WsSessionDuration), m_tags), stood);
}

void WebSocketSeries::expected(std::uint32_t phase, const runplan::ExpectStep& step, std::string_view group,
                               Duration took) {
    auto& series = m_expects[std::size_t{phase} * m_sites + step.site];
    if (!series) {
        m_tags.clear();
        appendPhaseTags(m_tags, m_phases[phase], group);
        m_tags.push_back({"name", step.name});
        series = m_writer.series(metrics::id(Builtin::WsExpectDuration), m_tags);
    }
    m_writer.trend(*series, took);
}

} // namespace bw::engine
