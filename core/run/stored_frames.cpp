#include "core/run/stored_frames.h"

#include <algorithm>
#include <map>

namespace bw::run {
namespace {

using history::HistoryError;
using history::HistoryErrorKind;
using history::HistoryReader;
using history::HistoryResult;

constexpr std::int64_t kPack = 64;                      // seconds that the file keeps together
constexpr std::int64_t kLongest = 366LL * 24 * 60 * 60; // what claims to be longer is damaged
constexpr std::size_t kMostSeries = 100'000;            // twenty times what a run may have
constexpr std::int64_t kValuesAtATime = 128 * 1024;

// Whole packs, as many as fit: a pack is read in one go anyway.
std::int64_t windowSeconds(std::size_t series) {
    const std::int64_t seconds =
        kValuesAtATime / std::max<std::int64_t>(1, static_cast<std::int64_t>(series));
    return std::clamp<std::int64_t>(seconds / kPack, 1, 16) * kPack;
}

} // namespace

HistoryError StoredFrames::damaged(const char* details) const {
    return {HistoryErrorKind::Damaged, m_path, 0, details};
}

HistoryResult<StoredFrames> StoredFrames::open(HistoryReader& reader, const history::RunSummary& run,
                                               const std::string& path) {
    StoredFrames frames(run, path);
    if (run.seconds < 0 || run.seconds > kLongest) {
        return std::unexpected(frames.damaged("runs.seconds"));
    }
    auto stored = reader.series(run.id);
    if (!stored) {
        return std::unexpected(std::move(stored.error()));
    }
    if (stored->size() > kMostSeries) {
        return std::unexpected(frames.damaged("series"));
    }
    for (history::StoredSeries& series : *stored) {
        const auto metric = frames.m_metrics.add(series.metric, series.type, series.kind);
        if (!metric) {
            return std::unexpected(frames.damaged("series.metric"));
        }
        frames.m_series.push_back({series.id, {*metric, std::move(series.tags)}, std::nullopt});
    }
    return frames;
}

HistoryResult<void> StoredFrames::forEach(HistoryReader& reader, const Visit& visit) {
    const std::int64_t step = windowSeconds(m_series.size());
    for (std::int64_t begin = 0; begin < m_seconds; begin += step) {
        if (auto done = window(reader, {begin, std::min(begin + step, m_seconds)}, visit); !done) {
            return done;
        }
    }
    emitEmptyUpTo(m_seconds, visit);
    return {};
}

HistoryResult<metrics::Frame> StoredFrames::sum(HistoryReader& reader, history::Window window) const {
    auto sums = reader.sums(m_run, window);
    if (!sums) {
        return std::unexpected(std::move(sums.error()));
    }
    metrics::Frame frame;
    frame.second = window.begin;
    frame.width = std::max<std::int64_t>(1, window.end - window.begin);
    std::uint32_t number = 0;
    for (history::SeriesSum& sum : *sums) {
        const auto known = std::ranges::find(m_series, sum.series, &Known::stored);
        if (known == m_series.end()) {
            return std::unexpected(damaged("sums without a series"));
        }
        const metrics::SeriesId id{number++};
        frame.newSeries.push_back({id, known->series});
        frame.entries.push_back({id, std::move(sum.value)});
    }
    return frame;
}

HistoryResult<void> StoredFrames::window(HistoryReader& reader, history::Window window, const Visit& visit) {
    std::map<std::int64_t, Moved> seconds;
    for (std::size_t place = 0; place < m_series.size(); ++place) {
        auto values = reader.seconds(m_run, m_series[place].stored, window);
        if (!values) {
            return std::unexpected(std::move(values.error()));
        }
        for (history::TimedValue& value : *values) {
            seconds[value.second].emplace_back(place, std::move(value));
        }
    }
    for (auto& [second, moved] : seconds) {
        emitEmptyUpTo(second, visit);
        if (auto done = emit(second, std::move(moved), visit); !done) {
            return done;
        }
    }
    return {};
}

HistoryResult<void> StoredFrames::emit(std::int64_t second, Moved moved, const Visit& visit) {
    metrics::Frame frame;
    frame.second = second;
    frame.width = moved.front().second.width;
    const bool fits = frame.width >= 1 && frame.width <= kLongest && second >= m_next;
    for (auto& [place, value] : moved) {
        if (!fits || value.width != frame.width) {
            return std::unexpected(damaged("frames overlap"));
        }
        Known& known = m_series[place];
        if (!known.number) {
            known.number = metrics::SeriesId{m_appeared++};
            frame.newSeries.push_back({*known.number, known.series});
        }
        frame.entries.push_back({*known.number, std::move(value.value)});
    }
    std::ranges::sort(frame.entries, {}, &metrics::FrameEntry::series);
    m_next = frame.end();
    visit(frame);
    return {};
}

void StoredFrames::emitEmptyUpTo(std::int64_t second, const Visit& visit) {
    metrics::Frame empty;
    while (m_next < second) {
        empty.second = m_next++;
        visit(empty);
    }
}

} // namespace bw::run
