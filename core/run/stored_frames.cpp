#include "core/run/stored_frames.h"

#include <algorithm>
#include <numeric>

namespace bw::run {
namespace {

using history::HistoryError;
using history::HistoryErrorKind;
using history::HistoryReader;
using history::HistoryResult;
using history::Level;
using history::Window;

constexpr std::int64_t kPack = 64;                      // seconds that the file keeps together
constexpr std::int64_t kLongest = 366LL * 24 * 60 * 60; // what claims to be longer is damaged
constexpr std::size_t kMostSeries = 100'000;            // twenty times what a run may have
constexpr std::int64_t kValuesAtATime = 128 * 1024;
constexpr std::int64_t kBlocksAtATime = 256; // of a series; blocks are fuller than seconds

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
    Places all(m_series.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    return read(reader, all, {}, visit);
}

HistoryResult<void> StoredFrames::forEach(HistoryReader& reader, const Stretches& stretches,
                                          const Visit& visit) {
    Places places;
    for (const metrics::SeriesId series : stretches.series) {
        places.push_back(placeOf(series));
    }
    return read(reader, places, stretches, visit);
}

HistoryResult<metrics::Frame> StoredFrames::whole(HistoryReader& reader, Window window) {
    window.end = std::min(window.end, m_seconds);
    auto sums = reader.sums(m_run, window);
    if (!sums) {
        return std::unexpected(std::move(sums.error()));
    }
    metrics::Frame frame;
    frame.second = window.begin;
    frame.width = window.end - window.begin;
    auto known = m_series.begin(); // both ascend
    for (history::SeriesSum& sum : *sums) {
        known = std::find_if(known, m_series.end(),
                             [&](const Known& series) { return series.stored == sum.series; });
        if (known == m_series.end()) {
            break; // it came after the list was read
        }
        number(*known, frame);
        frame.entries.push_back({*known->number, std::move(sum.value)});
    }
    return frame;
}

std::vector<metrics::SeriesDefinition> StoredFrames::define(const IsWantedMetric& isWanted) {
    metrics::Frame frame;
    for (Known& known : m_series) {
        if (!known.number && isWanted(known.series.metric)) {
            number(known, frame);
        }
    }
    return std::move(frame.newSeries);
}

HistoryResult<std::optional<StoredFrames::Span>> StoredFrames::spanOf(HistoryReader& reader,
                                                                      metrics::SeriesId series) const {
    const metrics::SeriesId stored = m_series[placeOf(series)].stored;
    Window first{0, m_seconds};
    Window last = first;
    for (const Level level : {Level::Seconds4096, Level::Seconds256, Level::Seconds16}) {
        const auto early = reader.blocks(m_run, stored, level, first);
        const auto late = reader.blocks(m_run, stored, level, last);
        if (!early || !late) {
            return std::unexpected(early ? late.error() : early.error());
        }
        if (early->empty() || late->empty()) {
            return std::nullopt;
        }
        first = {early->front().second, early->front().second + early->front().width};
        last = {late->back().second, late->back().second + late->back().width};
    }
    const auto early = reader.seconds(m_run, stored, first);
    const auto late = reader.seconds(m_run, stored, last);
    if (!early || !late) {
        return std::unexpected(early ? late.error() : early.error());
    }
    if (early->empty() || late->empty()) {
        return std::unexpected(damaged("levels without packs"));
    }
    return Span{early->front().second, late->back().second + late->back().width - 1};
}

HistoryResult<void> StoredFrames::read(HistoryReader& reader, const Places& places,
                                       const Stretches& stretches, const Visit& visit) {
    m_level = stretches.level;
    const std::int64_t width = m_level ? static_cast<std::int64_t>(*m_level) : 1;
    const Window wanted = within(stretches.window, m_seconds);
    const std::int64_t first = wanted.begin / width * width;
    const std::int64_t end = std::min((wanted.end + width - 1) / width * width, m_seconds);
    const std::int64_t step = m_level ? kBlocksAtATime * width : windowSeconds(places.size());
    m_next = first == 0 ? 0 : kNotYet;
    std::int64_t next = 0;
    for (std::int64_t begin = first; begin < end; begin = next) {
        next = std::min((begin / step + 1) * step, end);
        auto moved = movedIn(reader, places, {begin, next}, stretches.isWanted);
        if (!moved) {
            return std::unexpected(std::move(moved.error()));
        }
        if (auto done = emitAll(std::move(*moved), visit); !done) {
            return done;
        }
    }
    if (m_next != kNotYet) {
        emitEmptyUpTo(end, visit);
    }
    return {};
}

HistoryResult<StoredFrames::MovedIn> StoredFrames::movedIn(HistoryReader& reader, const Places& places,
                                                           Window window,
                                                           const std::function<bool()>& isWanted) const {
    MovedIn seconds;
    for (const std::size_t place : places) {
        if (isWanted && !isWanted()) {
            return std::unexpected(HistoryError{HistoryErrorKind::Cancelled, m_path, 0, {}});
        }
        const metrics::SeriesId stored = m_series[place].stored;
        auto values =
            m_level ? reader.blocks(m_run, stored, *m_level, window) : reader.seconds(m_run, stored, window);
        if (!values) {
            return std::unexpected(std::move(values.error()));
        }
        for (history::TimedValue& value : *values) {
            seconds[value.second].emplace_back(place, std::move(value));
        }
    }
    return seconds;
}

HistoryResult<void> StoredFrames::emitAll(MovedIn moved, const Visit& visit) {
    for (auto& [second, values] : moved) {
        m_next = m_next == kNotYet ? second : m_next;
        emitEmptyUpTo(second, visit);
        if (auto done = emit(second, std::move(values), visit); !done) {
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
        number(known, frame);
        frame.entries.push_back({*known.number, std::move(value.value)});
    }
    if (m_level) {
        frame.width = std::clamp<std::int64_t>(m_seconds - second, 1, frame.width);
    }
    std::ranges::sort(frame.entries, {}, &metrics::FrameEntry::series);
    m_next = frame.end();
    visit(frame);
    return {};
}

void StoredFrames::emitEmptyUpTo(std::int64_t second, const Visit& visit) {
    metrics::Frame empty;
    const std::int64_t width = m_level ? static_cast<std::int64_t>(*m_level) : 1;
    while (m_next < second) {
        empty.second = m_next;
        empty.width = std::min(width, second - m_next);
        m_next = empty.end();
        visit(empty);
    }
}

std::size_t StoredFrames::placeOf(metrics::SeriesId series) const {
    const auto known = std::ranges::find(m_series, std::optional(series), &Known::number);
    return static_cast<std::size_t>(known - m_series.begin());
}

void StoredFrames::number(Known& known, metrics::Frame& frame) {
    if (!known.number) {
        known.number = metrics::SeriesId{m_appeared++};
        frame.newSeries.push_back({*known.number, known.series});
    }
}

Window within(Window window, std::int64_t seconds) {
    const std::int64_t end = std::max<std::int64_t>(0, seconds);
    const std::int64_t begin = std::clamp<std::int64_t>(window.begin, 0, end);
    return {begin, std::clamp(window.end, begin, end)};
}

HistoryResult<OpenedRun> openRun(const history::HistoryStore& store, history::RunId run) {
    auto reader = store.reader();
    if (!reader) {
        return std::unexpected(std::move(reader.error()));
    }
    auto detail = reader->run(run);
    if (!detail) {
        return std::unexpected(std::move(detail.error()));
    }
    auto frames = StoredFrames::open(*reader, detail->summary, store.path());
    if (!frames) {
        return std::unexpected(std::move(frames.error()));
    }
    return OpenedRun{std::move(*reader), std::move(*detail), std::move(*frames)};
}

} // namespace bw::run
