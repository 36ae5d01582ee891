#include "core/run/measured_run.h"

#include "core/metrics/metric.h"
#include "core/run/pauses.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <string_view>

namespace bw::run {
namespace {

using analysis::Better;
using analysis::MeasuredSeries;
using analysis::Subject;
using history::HistoryReader;
using history::HistoryResult;
using history::Level;
using history::StoredSeries;
using history::TimedValue;
using history::Window;
using metrics::Builtin;
using metrics::MetricType;

// A metric that is compared, and the tag whose values get rows of their own.
struct Compared {
    Builtin metric;
    std::string_view tag; // empty: all together only
    Better better;
};
constexpr std::array kCompared{
    Compared{Builtin::HttpReqs, "", Better::Higher},
    Compared{Builtin::HttpReqDuration, "name", Better::Lower},
    Compared{Builtin::HttpReqFailed, "name", Better::Lower},
    Compared{Builtin::Iterations, "", Better::Higher},
    Compared{Builtin::Checks, "", Better::Higher},
    Compared{Builtin::GroupDuration, "group", Better::Lower},
    Compared{Builtin::WsConnecting, "name", Better::Lower},
    Compared{Builtin::WsMsgLatency, "name", Better::Lower},
    Compared{Builtin::WsExpectDuration, "name", Better::Lower},
};

constexpr std::int64_t kReadBySecond = 20 * 60;
constexpr std::int64_t kMostShortBlocks = 512; // of 16 s; longer runs are read in blocks of 256 s
constexpr std::int64_t kMostMiddleBlocks = 1024;

// How a window is cut into blocks. What touches a pause is in none of them: seconds without load say nothing
// of how the rest varies.
class Cut {
public:
    Cut(Window of, const Pauses& pauses)
        : m_window(of) {
        const std::int64_t seconds = of.end - of.begin;
        if (seconds > kReadBySecond) {
            m_level = seconds <= kMostShortBlocks * 16     ? Level::Seconds16
                      : seconds <= kMostMiddleBlocks * 256 ? Level::Seconds256
                                                           : Level::Seconds4096;
            m_read = static_cast<std::int64_t>(*m_level);
        }
        // The history counts its blocks from the run's start.
        m_first = of.begin / m_read * m_read;
        for (std::int64_t second = m_first; second < of.end; second += m_read) {
            const bool counts = !pauses.touch(second, m_read);
            m_places.push_back(counts ? std::optional(m_counted++) : std::nullopt);
        }
        if (!m_level) {
            m_together = std::max<std::size_t>(
                1, static_cast<std::size_t>(std::llround(std::cbrt(static_cast<double>(m_counted)))));
        }
    }
    [[nodiscard]] Window window() const { return m_window; }
    [[nodiscard]] std::optional<Level> level() const { return m_level; } // none: by the second
    [[nodiscard]] std::size_t blocks() const { return (m_counted + m_together - 1) / m_together; }
    [[nodiscard]] std::optional<std::size_t> blockOf(std::int64_t second) const {
        const auto read = static_cast<std::size_t>(std::max<std::int64_t>(0, second - m_first) / m_read);
        if (read >= m_places.size() || !m_places[read]) {
            return std::nullopt;
        }
        return *m_places[read] / m_together;
    }

private:
    Window m_window;
    std::optional<Level> m_level;
    std::int64_t m_read = 1; // seconds that are read as one
    std::int64_t m_first = 0;
    std::vector<std::optional<std::size_t>> m_places; // of what is read, among what counts
    std::size_t m_counted = 0;
    std::size_t m_together = 1; // of them in a block
};

HistoryResult<std::vector<TimedValue>> read(HistoryReader& reader, history::RunId run,
                                            metrics::SeriesId series, const Cut& cut) {
    return cut.level() ? reader.blocks(run, series, *cut.level(), cut.window())
                       : reader.seconds(run, series, cut.window());
}

class Measuring {
public:
    Measuring(HistoryReader& reader, history::RunId run, Cut cut)
        : m_reader(reader)
        , m_run(run)
        , m_cut(std::move(cut)) {}

    HistoryResult<std::vector<MeasuredSeries>> measure(MeasureDetail detail) {
        auto stored = m_reader.series(m_run);
        if (!stored) {
            return std::unexpected(std::move(stored.error()));
        }
        auto sums = m_reader.sums(m_run, m_cut.window());
        if (!sums) {
            return std::unexpected(std::move(sums.error()));
        }
        for (const StoredSeries& series : *stored) {
            if (auto added = add(series, *sums, detail); !added) {
                return std::unexpected(std::move(added.error()));
            }
        }
        std::vector<MeasuredSeries> measured;
        for (auto& [subject, series] : m_series) {
            if (!subject.name.empty() || m_names[subject.metric].size() != 1) {
                measured.push_back(std::move(series));
            }
        }
        return measured;
    }

private:
    HistoryResult<void> add(const StoredSeries& stored, const std::vector<history::SeriesSum>& sums,
                            MeasureDetail detail) {
        const std::vector<MeasuredSeries*> targets = targetsOf(stored);
        const auto sum = std::ranges::lower_bound(sums, stored.id, {}, &history::SeriesSum::series);
        if (targets.empty() || sum == sums.end() || sum->series != stored.id) {
            return {};
        }
        for (MeasuredSeries* target : targets) {
            metrics::mergeInto(target->whole, sum->value);
        }
        if (detail == MeasureDetail::Whole) {
            return {};
        }
        auto values = read(m_reader, m_run, stored.id, m_cut);
        if (!values) {
            return std::unexpected(std::move(values.error()));
        }
        for (MeasuredSeries* target : targets) {
            target->blocks.resize(m_cut.blocks(), metrics::emptyValue(stored.type));
            for (const TimedValue& value : *values) {
                if (const auto block = m_cut.blockOf(value.second)) {
                    metrics::mergeInto(target->blocks[*block], value.value);
                }
            }
        }
        return {};
    }

    std::vector<MeasuredSeries*> targetsOf(const StoredSeries& stored) {
        const auto builtin = metrics::findBuiltin(stored.metric);
        if (!builtin) {
            return stored.type == MetricType::Trend
                       ? std::vector{&seriesAt({stored.metric, {}}, stored.type, Better::Lower)}
                       : std::vector<MeasuredSeries*>();
        }
        const auto compared = std::ranges::find(kCompared, *builtin, &Compared::metric);
        if (compared == kCompared.end() || stored.type != metrics::builtinMetric(*builtin).type) {
            return {};
        }
        std::vector<MeasuredSeries*> targets{&seriesAt({stored.metric, {}}, stored.type, compared->better)};
        const std::string* name = compared->tag.empty() ? nullptr : stored.tags.find(compared->tag);
        if (name != nullptr && !name->empty()) {
            m_names[stored.metric].insert(*name);
            targets.push_back(&seriesAt({stored.metric, *name}, stored.type, compared->better));
        }
        return targets;
    }

    MeasuredSeries& seriesAt(const Subject& subject, MetricType type, Better better) {
        const auto [at, isNew] = m_series.try_emplace(subject);
        if (isNew) {
            at->second.subject = subject;
            at->second.better = better;
            at->second.whole = metrics::emptyValue(type);
        }
        return at->second;
    }

    HistoryReader& m_reader;
    history::RunId m_run;
    Cut m_cut;
    std::map<Subject, MeasuredSeries> m_series;
    std::map<std::string, std::set<std::string>> m_names; // by metric
};

} // namespace

HistoryResult<analysis::MeasuredRun> measureRun(HistoryReader& reader, const history::RunSummary& run,
                                                Window window, MeasureDetail detail) {
    const Window inRun{std::clamp<std::int64_t>(window.begin, 0, std::max<std::int64_t>(0, run.seconds)),
                       std::clamp<std::int64_t>(window.end, 0, std::max<std::int64_t>(0, run.seconds))};
    analysis::MeasuredRun measured;
    measured.build = run.build;
    auto marks = reader.marks(run.id);
    if (!marks) {
        return std::unexpected(std::move(marks.error()));
    }
    const Pauses pauses(*marks);
    const Duration length = std::chrono::seconds(std::max<std::int64_t>(0, inRun.end - inRun.begin));
    const Duration paused = pauses.total(std::chrono::seconds(inRun.begin), std::chrono::seconds(inRun.end));
    measured.seconds = std::chrono::duration<double>(std::max(Duration::zero(), length - paused)).count();
    auto series = Measuring(reader, run.id, Cut(inRun, pauses)).measure(detail);
    if (!series) {
        return std::unexpected(std::move(series.error()));
    }
    measured.series = std::move(*series);
    return measured;
}

} // namespace bw::run
