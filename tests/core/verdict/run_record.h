#pragma once

#include "core/metrics/frame.h"
#include "core/metrics/metric.h"
#include "core/verdict/verdict_evaluator.h"

#include <algorithm>
#include <initializer_list>
#include <map>
#include <string_view>

namespace bw::verdict {

using namespace std::chrono_literals;
using metrics::Builtin;
using metrics::TagSet;

// Writes a run second by second and makes its frames, as workers and the frame builder do.
class RunRecord {
public:
    void count(Builtin metric, double amount, const TagSet& tags = {}) {
        std::get<metrics::CounterValue>(value(metric, tags)).add(amount);
    }
    void gauge(Builtin metric, double amount, const TagSet& tags = {}) {
        std::get<metrics::GaugeValue>(value(metric, tags)).set(amount, std::chrono::seconds(m_second));
    }
    void rate(Builtin metric, int trues, int falses, const TagSet& tags = {}) {
        auto& rate = std::get<metrics::RateValue>(value(metric, tags));
        for (int i = 0; i < trues + falses; ++i) {
            rate.add(i < trues);
        }
    }
    void trend(Builtin metric, Duration time, int times = 1, const TagSet& tags = {}) {
        auto& trend = std::get<metrics::Histogram>(value(metric, tags));
        for (int i = 0; i < times; ++i) {
            trend.record(time);
        }
    }
    // A request with all its series; `failed` ones were answered with a status nobody expected.
    void request(const TagSet& tags, Duration took, int times = 1, bool failed = false) {
        std::vector<metrics::TagView> all{{"expected_response", failed ? "false" : "true"}};
        for (const auto& [key, text] : tags) {
            all.push_back({key, text});
        }
        const TagSet full{std::span<const metrics::TagView>(all)};
        count(Builtin::HttpReqs, times, full);
        rate(Builtin::HttpReqFailed, failed ? times : 0, failed ? 0 : times, full);
        trend(Builtin::HttpReqDuration, took, times, full);
        trend(Builtin::HttpReqResponseTime, took, times, full);
    }

    // The second's frame; the next one begins.
    metrics::Frame frame() {
        metrics::Frame frame;
        frame.second = m_second++;
        frame.newSeries = std::move(m_new);
        for (auto& [id, value] : m_moved) {
            frame.entries.push_back({id, std::move(value)});
        }
        m_new.clear();
        m_moved.clear();
        return frame;
    }

private:
    metrics::SeriesValue& value(Builtin metric, const TagSet& tags) {
        const metrics::Series series{metrics::id(metric), tags};
        const std::size_t known = m_directory.size();
        const metrics::SeriesId id = m_directory.intern(series);
        if (m_directory.size() > known) {
            m_new.push_back({id, series});
        }
        return m_moved.try_emplace(id, metrics::emptyValue(metrics::builtinMetric(metric).type))
            .first->second;
    }

    metrics::SeriesDirectory m_directory;
    std::vector<metrics::SeriesDefinition> m_new;
    std::map<metrics::SeriesId, metrics::SeriesValue> m_moved;
    std::int64_t m_second = 0;
};

} // namespace bw::verdict
