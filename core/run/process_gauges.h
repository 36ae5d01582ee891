#pragma once

#include "core/base/clock.h"
#include "core/engine/event.h"
#include "core/metrics/recorder.h"
#include "core/observe/process_watch.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace bw::run {

inline constexpr const char* kProcessTag = "process";

// The resources of watched processes, second by second, as metrics like any other: history, budgets and
// thresholds need know nothing of processes. One writer among the workers, for the frame builder; lives on
// the controller's thread, which never waits for the sampler's but at the beginning.
class ProcessGauges {
public:
    // All but `watched` must outlive it.
    ProcessGauges(const metrics::MetricRegistry& metrics,
                  const std::vector<observe::ProcessSelection>& watched, observe::ProcFolder folder,
                  const Clock& clock);

    [[nodiscard]] static bool measures(std::string_view metric);

    [[nodiscard]] metrics::Recorder& recorder() { return m_recorder; }

    // The first sample, before the load.
    void begin();
    // To be called often.
    void record(Duration runTime);
    // What was measured in the last, broken second.
    void finish(Duration runTime);

    // What became of the processes since the last call.
    [[nodiscard]] std::vector<engine::Event> takeEvents();

private:
    static constexpr std::size_t kMetrics = 6;
    struct Watched {
        std::string text;
        std::array<std::optional<metrics::LocalSeriesId>, kMetrics> series; // once it was measured
    };

    void take(Duration runTime);
    void put(const observe::ProcessReading& reading, Watched& watched);
    [[nodiscard]] metrics::LocalSeriesId seriesOf(metrics::Builtin metric, Watched& watched);

    metrics::Recorder m_recorder;
    std::vector<Watched> m_watched;
    std::vector<observe::ProcessSample> m_samples; // of the second that goes
    std::vector<engine::Event> m_events;
    std::int64_t m_second = -1;
    bool m_isAsked = false; // in this second
    observe::ProcessWatch m_watch;
};

} // namespace bw::run
