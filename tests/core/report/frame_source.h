#pragma once

#include "core/metrics/frame.h"
#include "core/metrics/metric.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <utility>
#include <vector>

namespace bw::report {

// Makes frames by hand: one per second, series numbered as they appear.
class FrameSource {
public:
    void count(metrics::Builtin metric, const metrics::TagSet& tags, double amount) {
        std::get<metrics::CounterValue>(value(metric, tags, metrics::MetricType::Counter)).add(amount);
    }
    void gauge(metrics::Builtin metric, double amount, const metrics::TagSet& tags = {}) {
        std::get<metrics::GaugeValue>(value(metric, tags, metrics::MetricType::Gauge))
            .set(amount, std::chrono::seconds(m_frame.second));
    }
    void rate(metrics::Builtin metric, const metrics::TagSet& tags, bool isTrue) {
        std::get<metrics::RateValue>(value(metric, tags, metrics::MetricType::Rate)).add(isTrue);
    }
    void trend(metrics::Builtin metric, const metrics::TagSet& tags, double milliseconds) {
        std::get<metrics::Histogram>(value(metric, tags, metrics::MetricType::Trend))
            .recordScaled(milliseconds);
    }
    // A request as the engine records it.
    void request(std::string_view name, double service, double response) {
        const metrics::TagSet tags{{"name", name}, {"status", "200"}, {"expected_response", "true"}};
        count(metrics::Builtin::HttpReqs, tags, 1);
        rate(metrics::Builtin::HttpReqFailed, tags, false);
        trend(metrics::Builtin::HttpReqDuration, tags, service);
        trend(metrics::Builtin::HttpReqResponseTime, tags, response);
    }
    void failure(std::string_view name, std::string_view code, std::string_view status) {
        metrics::TagSet tags{{"name", name}, {"status", status}, {"expected_response", "false"}};
        if (!code.empty()) {
            tags = {{"name", name}, {"status", status}, {"expected_response", "false"}, {"error_code", code}};
        }
        count(metrics::Builtin::HttpReqs, tags, 1);
        rate(metrics::Builtin::HttpReqFailed, tags, true);
    }

    // The frame so far; the next one begins a second later.
    metrics::Frame take() {
        metrics::Frame frame = std::exchange(m_frame, {});
        m_frame.second = frame.end();
        std::ranges::sort(frame.entries, {}, [](const auto& entry) { return entry.series.value; });
        return frame;
    }

private:
    metrics::SeriesValue& value(metrics::Builtin metric, const metrics::TagSet& tags,
                                metrics::MetricType type) {
        const metrics::Series series{metrics::id(metric), tags};
        const auto known = std::ranges::find(m_series, series);
        const metrics::SeriesId id{static_cast<std::uint32_t>(known - m_series.begin())};
        if (known == m_series.end()) {
            m_series.push_back(series);
            m_frame.newSeries.push_back({id, series});
        }
        const auto entry = std::ranges::find(m_frame.entries, id, &metrics::FrameEntry::series);
        if (entry != m_frame.entries.end()) {
            return entry->value;
        }
        return m_frame.entries.emplace_back(id, metrics::emptyValue(type)).value;
    }

    metrics::Frame m_frame;
    std::vector<metrics::Series> m_series;
};

} // namespace bw::report
