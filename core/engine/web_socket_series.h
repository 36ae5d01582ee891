#pragma once

#include "core/engine/http_series.h"
#include "core/engine/sample_writer.h"
#include "core/runplan/run_plan.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace bw::engine {

// The series that WebSocket sessions move. Those of one step are looked up once and found by number
// afterwards. One per worker; not thread-safe.
class WebSocketSeries {
public:
    WebSocketSeries(const runplan::RunPlan& plan, std::span<const PhaseTags> phases, SampleWriter& writer);

    // A step's series in one phase, as long as the worker lives.
    struct OfStep {
        std::uint32_t phase = 0;
        const runplan::WebSocketStep* step = nullptr;
        std::string_view group;
        std::vector<std::string> values{}; // of the tags that are not known before the run
        std::optional<metrics::LocalSeriesId> connecting{};
        std::optional<metrics::LocalSeriesId> sent{};
        std::optional<metrics::LocalSeriesId> received{};
        std::optional<metrics::LocalSeriesId> latency{};
        std::optional<metrics::LocalSeriesId> lost{};
        std::optional<metrics::LocalSeriesId> ping{};
    };
    // With the values that the step's tags have now; the error is a tag's.
    [[nodiscard]] Result<OfStep*, expr::EvalError> of(std::uint32_t phase, const runplan::WebSocketStep& step,
                                                      std::string_view group, expr::Context& context);

    // A session was asked for; `took` is from asking for it to the end of the handshake, for those that
    // stand.
    void asked(OfStep& of, metrics::Outcome outcome, std::int32_t status, Duration took);
    // How long it stood, and why no longer: an error, or the close code.
    void ended(OfStep& of, metrics::Outcome outcome, std::uint16_t code, Duration stood);
    void sent(OfStep& of) { m_writer.add(known(of.sent, of, metrics::Builtin::WsMsgsSent)); }
    void received(OfStep& of) { m_writer.add(known(of.received, of, metrics::Builtin::WsMsgsReceived)); }
    void latency(OfStep& of, Duration time) {
        m_writer.trend(known(of.latency, of, metrics::Builtin::WsMsgLatency), time);
    }
    void lost(OfStep& of, std::uint64_t count) {
        m_writer.add(known(of.lost, of, metrics::Builtin::WsMsgsLost), static_cast<double>(count));
    }
    void ping(OfStep& of, Duration roundTrip) {
        m_writer.trend(known(of.ping, of, metrics::Builtin::WsPing), roundTrip);
    }
    // An expect step's message came.
    void expected(std::uint32_t phase, const runplan::ExpectStep& step, std::string_view group,
                  Duration took);

private:
    [[nodiscard]] metrics::LocalSeriesId known(std::optional<metrics::LocalSeriesId>& series,
                                               const OfStep& of, metrics::Builtin metric);
    // Fills m_tags with what all series of the step carry.
    void tag(const OfStep& of);

    std::span<const PhaseTags> m_phases;
    SampleWriter& m_writer;
    std::uint32_t m_sites;
    // By phase × site; with further values of tags the later ones.
    std::vector<std::vector<std::unique_ptr<OfStep>>> m_steps;
    std::vector<std::optional<metrics::LocalSeriesId>> m_expects; // the same
    std::vector<metrics::TagView> m_tags;                         // scratch
    std::vector<std::string> m_values;                            // the same
};

} // namespace bw::engine
