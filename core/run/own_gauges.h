#pragma once

#include "core/engine/load_engine.h"
#include "core/metrics/recorder.h"
#include "core/metrics/snapshot.h"
#include "core/run/surroundings.h"

#include <optional>
#include <vector>

namespace bw::run {

// What the controller itself records once a second: virtual users, and the generator's own health. One writer
// among the workers, for the frame builder.
class OwnGauges {
public:
    OwnGauges(const metrics::MetricRegistry& metrics, const Clock& clock);

    [[nodiscard]] metrics::Recorder& recorder() { return m_recorder; }

    // To be called often; records when a second has passed.
    void record(Duration runTime, const metrics::Snapshot& snapshot, engine::LoadEngine& engine);

private:
    metrics::Recorder m_recorder;
    GeneratorHealth m_health;
    metrics::LocalSeriesId m_vus;
    metrics::LocalSeriesId m_vusMax;
    metrics::LocalSeriesId m_cpu;
    metrics::LocalSeriesId m_memory;
    std::optional<metrics::LocalSeriesId> m_sessions; // once there was one
    std::vector<metrics::LocalSeriesId> m_busy;       // by worker
    std::int64_t m_second = -1;
};

} // namespace bw::run
