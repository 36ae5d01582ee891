#include "core/run/stored_points.h"

#include "core/run/sample_output.h"
#include "core/run/stored_frames.h"
#include "core/verdict/verdict_json.h"

#include <algorithm>
#include <deque>
#include <memory>
#include <string>

namespace bw::run {
namespace {

using history::HistoryError;
using history::HistoryErrorKind;
using history::HistoryResult;

constexpr std::size_t kWriteAt = 256 * 1024; // bytes gathered before they are written
constexpr std::uint64_t kMostASecond =
    100'000'000;                            // of one series; more is a stranger's file that never ends
constexpr double kNanosecondsPerUnit = 1e6; // of a trend's value

// The thresholds that the run was judged by.
std::map<std::string, MetricNote> notesOf(const std::string& verdictJson) {
    std::map<std::string, MetricNote> notes;
    const auto verdict = verdict::verdictFromJson(verdictJson);
    if (!verdict) {
        return notes;
    }
    for (const verdict::ThresholdResult& threshold : verdict->evaluation.thresholds) {
        const std::string& selector = threshold.selector;
        const std::size_t open = selector.find('{');
        MetricNote& note = notes[selector.substr(0, open)];
        if (open == std::string::npos) {
            note.thresholds.push_back(threshold.source);
            continue;
        }
        std::pair sub{selector, selector.substr(open + 1, selector.size() - open - 2)};
        if (std::ranges::find(note.subMetrics, sub) == note.subMetrics.end()) {
            note.subMetrics.push_back(std::move(sub));
        }
    }
    return notes;
}

// Makes points out of frames, and text out of points.
class PointWriter {
public:
    PointWriter(PointFormat& format, const std::function<bool(std::string_view)>& sink)
        : m_format(format)
        , m_sink(sink) {
        m_format.begin(m_text);
    }

    void add(const metrics::Frame& frame) {
        for (const metrics::SeriesDefinition& added : frame.newSeries) {
            m_series.push_back(added.series); // numbered as they appear
        }
        m_at = std::chrono::seconds(frame.second);
        for (const metrics::FrameEntry& entry : frame.entries) {
            m_isEndless = m_isEndless || metrics::sampleCount(entry.value) / kMostASecond >=
                                             static_cast<std::uint64_t>(frame.width);
            if (m_isEndless) {
                return;
            }
            m_current = &m_series[entry.series.value];
            std::visit([this](const auto& value) { put(value); }, entry.value);
        }
    }

    [[nodiscard]] bool isEndless() const { return m_isEndless; }

    // Whether the sink took everything.
    [[nodiscard]] bool finish() {
        flush();
        return m_goesOn;
    }

private:
    void put(const metrics::CounterValue& value) { point(value.sum, 1); }

    void put(const metrics::GaugeValue& value) {
        if (value.count == 0) {
            return;
        }
        if (value.min < value.last) {
            point(value.min, 1);
        }
        if (value.max > value.last) {
            point(value.max, 1);
        }
        point(value.last, 1);
    }

    void put(const metrics::RateValue& value) {
        point(1, value.trues);
        point(0, value.total - std::min(value.trues, value.total));
    }

    void put(const metrics::Histogram& value) {
        const auto low = static_cast<double>(value.min());
        const auto high = static_cast<double>(value.max());
        std::uint64_t before = 0;
        value.forEachBucket([&](const metrics::HistogramBucket& bucket) {
            const bool isFirst = before == 0;
            before += bucket.count;
            const bool isLast = before == value.count() && before > 1;
            const std::uint64_t ends = (isFirst ? 1 : 0) + (isLast ? 1 : 0);
            point(low / kNanosecondsPerUnit, isFirst ? 1 : 0);
            point(std::clamp(bucket.middle(), low, high) / kNanosecondsPerUnit,
                  bucket.count - std::min(ends, bucket.count));
            point(high / kNanosecondsPerUnit, isLast ? 1 : 0);
        });
    }

    void point(double value, std::uint64_t times) {
        for (std::uint64_t i = 0; i < times && m_goesOn; ++i) {
            m_format.append({.series = m_current, .value = value, .at = m_at}, m_text);
            if (m_text.size() >= kWriteAt) {
                flush();
            }
        }
    }

    void flush() {
        m_goesOn = m_goesOn && (m_text.empty() || m_sink(m_text));
        m_text.clear();
    }

    PointFormat& m_format;
    const std::function<bool(std::string_view)>& m_sink;
    std::deque<metrics::Series> m_series; // the format knows them by their place
    const metrics::Series* m_current = nullptr;
    Duration m_at{};
    std::string m_text;
    bool m_goesOn = true;
    bool m_isEndless = false;
};

} // namespace

HistoryResult<void> writePoints(const history::HistoryStore& store, history::RunId id,
                                const std::function<bool(std::string_view)>& sink) {
    auto opened = openRun(store, id);
    if (!opened) {
        return std::unexpected(std::move(opened.error()));
    }
    auto& [reader, detail, frames] = *opened;
    const auto format = makeJsonFormat(frames.metrics(), detail.summary.started, notesOf(detail.verdictJson));
    PointWriter writer(*format, sink);
    if (auto read = frames.forEach(reader, [&](const metrics::Frame& frame) { writer.add(frame); }); !read) {
        return read;
    }
    if (writer.isEndless()) {
        return std::unexpected(HistoryError{HistoryErrorKind::Damaged, store.path(), 0, "counts"});
    }
    if (!writer.finish()) {
        return std::unexpected(HistoryError{HistoryErrorKind::Cancelled, store.path(), 0, {}});
    }
    return {};
}

} // namespace bw::run
