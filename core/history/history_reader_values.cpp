#include "core/history/database.h"
#include "core/history/frame_blob.h"
#include "core/history/history_reader.h"
#include "core/history/window_cover.h"

#include <algorithm>
#include <map>
#include <utility>

// The values of series. Each is in one of two places: frames that begin before the run's packed_until are in
// packs and levels, the others in frames. One read transaction sees both as they were at one moment.
namespace bw::history {

namespace {

using metrics::MetricType;
using metrics::SeriesId;
using metrics::SeriesValue;

// Longer blobs than any of ours (5,000 histograms of all buckets) are a stranger's, and count as damaged.
#define BW_BOUNDED(column) "CASE WHEN length(" column ") <= 268435456 THEN " column " END"

constexpr std::int64_t kLongestRun = std::int64_t{1} << 40; // seconds
constexpr std::int64_t kWidestLevel = 4096;

std::string_view view(const QByteArray& bytes) {
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

} // namespace

// Reads one run's values inside one transaction.
class ValueReader {
public:
    static HistoryResult<ValueReader> begin(Database& database, RunId run, Window window) {
        auto transaction = Transaction::begin(database, Transaction::Kind::Read);
        if (!transaction)
            return std::unexpected(transaction.error());
        ValueReader reader(database, run, std::move(*transaction));
        const auto packed = database.number("SELECT packed_until FROM runs WHERE id = ?", {reader.m_run}, -1);
        if (!packed)
            return std::unexpected(packed.error());
        if (*packed == -1)
            return std::unexpected(HistoryError{HistoryErrorKind::NoSuchRun, database.path(), 0, {}});
        if (*packed < 0 || *packed > kLongestRun)
            return std::unexpected(database.damaged("runs.packed_until"));
        reader.m_packed = *packed;
        reader.m_begin = std::clamp<std::int64_t>(window.begin, 0, kLongestRun);
        reader.m_end = std::clamp<std::int64_t>(window.end, reader.m_begin, kLongestRun);
        return reader;
    }

    HistoryResult<MetricType> seriesType(SeriesId series) {
        const auto type = m_database.number("SELECT type FROM series WHERE run_id = ? AND series_id = ?",
                                            {m_run, series.value}, -1);
        if (!type)
            return std::unexpected(type.error());
        if (*type < 0 || *type > static_cast<qint64>(MetricType::Trend))
            return std::unexpected(m_database.damaged("series.type"));
        return static_cast<MetricType>(*type);
    }

    // Adds what is packed of the series in the window, by the fewest values.
    HistoryResult<void> addPacked(SeriesId series, SeriesValue& sum) {
        // Blocks at the end of what is packed hold nothing beyond it, so they may be taken whole.
        const std::int64_t end =
            m_end >= m_packed ? (m_packed + kWidestLevel - 1) / kWidestLevel * kWidestLevel : m_end;
        for (const BlockRange& range : coverWindow(m_begin, end)) {
            const auto add = [&](const TimedValue& value) { metrics::mergeInto(sum, value.value); };
            auto done = range.width == 1
                            ? readPacks(series, metrics::typeOf(sum), range.first, range.last + 1, add)
                            : readLevels(series, metrics::typeOf(sum), range, add);
            if (!done)
                return done;
        }
        return {};
    }

    using Visit = std::function<void(TimedValue&&)>;

    // The packed values of the seconds [begin, end).
    HistoryResult<void> readPacks(SeriesId series, MetricType type, std::int64_t begin, std::int64_t end,
                                  const Visit& visit) {
        if (begin >= end)
            return {};
        return m_database.read(
            "SELECT block, " BW_BOUNDED(
                "items") " FROM packs WHERE run_id = ? AND series_id = ? AND block >= ? AND "
                         "block <= ? ORDER BY block",
            {m_run, series.value, qint64{begin / kPackSeconds}, qint64{(end - 1) / kPackSeconds}},
            [&](const QSqlQuery& row) -> HistoryResult<void> {
                const std::int64_t start = row.value(0).toLongLong() * kPackSeconds;
                const QByteArray blob = row.value(1).toByteArray();
                HistoryResult<void> result;
                const auto read = forEachItem(view(blob), [&](const EncodedItem& item) {
                    const std::int64_t second = start + item.offset;
                    if (result && second >= begin && second < end)
                        result = decode(item.value, type, {second, item.width, {}}, visit);
                });
                if (!read)
                    return std::unexpected(m_database.damaged("packs.items"));
                return result;
            });
    }

    HistoryResult<void> readLevels(SeriesId series, MetricType type, BlockRange range, const Visit& visit) {
        return m_database.read(
            "SELECT block, " BW_BOUNDED(
                "value") " FROM levels WHERE run_id = ? AND series_id = ? AND width = ? AND "
                         "block >= ? AND block <= ? ORDER BY block",
            {m_run, series.value, qint64{range.width}, qint64{range.first}, qint64{range.last}},
            [&](const QSqlQuery& row) -> HistoryResult<void> {
                const QByteArray blob = row.value(1).toByteArray();
                return decode(view(blob), type, {row.value(0).toLongLong() * range.width, range.width, {}},
                              visit);
            });
    }

    // The unpacked values in the window, of all series: visit(series, type, second and width, encoded value).
    using VisitEntry = std::function<HistoryResult<void>(const EncodedEntry&, const TimedValue&)>;
    HistoryResult<void> readFrames(const VisitEntry& visit) {
        return m_database.read("SELECT second, width, " BW_BOUNDED(
                                   "entries") " FROM frames WHERE run_id = ? AND second >= ? AND second < "
                                              "? ORDER BY second",
                               {m_run, qint64{std::max(m_begin, m_packed)}, qint64{m_end}},
                               [&](const QSqlQuery& row) -> HistoryResult<void> {
                                   const TimedValue when{
                                       row.value(0).toLongLong(), row.value(1).toLongLong(), {}};
                                   const QByteArray blob = row.value(2).toByteArray();
                                   HistoryResult<void> result;
                                   const auto read = forEachEntry(view(blob), [&](const EncodedEntry& entry) {
                                       if (result)
                                           result = visit(entry, when);
                                   });
                                   if (!read || when.width < 1 || when.width > kLongestRun)
                                       return std::unexpected(m_database.damaged("frames.entries"));
                                   return result;
                               });
    }

    // The unpacked values of one series.
    HistoryResult<void> readFrames(SeriesId series, MetricType type, const Visit& visit) {
        return readFrames([&](const EncodedEntry& entry, const TimedValue& when) -> HistoryResult<void> {
            return entry.series == series ? decode(entry.value, type, when, visit) : HistoryResult<void>();
        });
    }

    HistoryResult<void> decode(std::string_view bytes, MetricType type, TimedValue when, const Visit& visit) {
        metrics::ByteReader reader(bytes);
        auto value = metrics::decodeValue(type, reader);
        if (!value || !reader.atEnd())
            return std::unexpected(m_database.damaged("a series' value"));
        when.value = std::move(*value);
        visit(std::move(when));
        return {};
    }

    [[nodiscard]] std::int64_t windowBegin() const { return m_begin; }
    [[nodiscard]] std::int64_t packedEnd() const { return std::min(m_end, m_packed); }
    [[nodiscard]] std::int64_t windowEnd() const { return m_end; }

private:
    ValueReader(Database& database, RunId run, Transaction transaction)
        : m_database(database)
        , m_transaction(std::move(transaction))
        , m_run(run.value) {}

    Database& m_database;
    Transaction m_transaction;
    qint64 m_run;
    std::int64_t m_packed = 0;
    std::int64_t m_begin = 0;
    std::int64_t m_end = 0;
};

HistoryResult<SeriesValue> HistoryReader::sum(RunId run, SeriesId series, Window window) {
    auto reader = ValueReader::begin(*m_database, run, window);
    if (!reader)
        return std::unexpected(reader.error());
    const auto type = reader->seriesType(series);
    if (!type)
        return std::unexpected(type.error());
    SeriesValue sum = metrics::emptyValue(*type);
    auto done = reader->addPacked(series, sum);
    if (done)
        done = reader->readFrames(series, *type,
                                  [&](const TimedValue& value) { metrics::mergeInto(sum, value.value); });
    if (!done)
        return std::unexpected(done.error());
    return sum;
}

HistoryResult<std::vector<SeriesSum>> HistoryReader::sums(RunId run, Window window) {
    const auto known = series(run);
    if (!known)
        return std::unexpected(known.error());
    auto reader = ValueReader::begin(*m_database, run, window);
    if (!reader)
        return std::unexpected(reader.error());
    std::map<SeriesId, SeriesValue> sums;
    for (const StoredSeries& each : *known)
        sums.emplace(each.id, metrics::emptyValue(each.type));
    for (auto& [id, sum] : sums)
        if (auto done = reader->addPacked(id, sum); !done)
            return std::unexpected(done.error());
    auto done =
        reader->readFrames([&](const EncodedEntry& entry, const TimedValue& when) -> HistoryResult<void> {
            const auto found = sums.find(entry.series);
            if (found == sums.end()) // defined after the list was read
                return {};
            return reader->decode(
                entry.value, metrics::typeOf(found->second), when,
                [&](const TimedValue& value) { metrics::mergeInto(found->second, value.value); });
        });
    if (!done)
        return std::unexpected(done.error());
    std::vector<SeriesSum> moved;
    for (auto& [id, sum] : sums)
        if (metrics::sampleCount(sum) > 0)
            moved.push_back({id, std::move(sum)});
    return moved;
}

HistoryResult<std::vector<TimedValue>> HistoryReader::seconds(RunId run, SeriesId series, Window window) {
    auto reader = ValueReader::begin(*m_database, run, window);
    if (!reader)
        return std::unexpected(reader.error());
    const auto type = reader->seriesType(series);
    if (!type)
        return std::unexpected(type.error());
    std::vector<TimedValue> values;
    const auto keep = [&values](TimedValue&& value) { values.push_back(std::move(value)); };
    auto done = reader->readPacks(series, *type, reader->windowBegin(), reader->packedEnd(), keep);
    if (done)
        done = reader->readFrames(series, *type, keep);
    if (!done)
        return std::unexpected(done.error());
    return values;
}

HistoryResult<std::vector<TimedValue>> HistoryReader::blocks(RunId run, SeriesId series, Level level,
                                                             Window window) {
    const auto width = static_cast<std::int64_t>(level);
    // Whole blocks: those at the window's ends are read beyond it.
    window.begin = std::clamp<std::int64_t>(window.begin, 0, kLongestRun) / width * width;
    window.end = (std::clamp<std::int64_t>(window.end, 0, kLongestRun) + width - 1) / width * width;
    auto reader = ValueReader::begin(*m_database, run, window);
    if (!reader)
        return std::unexpected(reader.error());
    const auto type = reader->seriesType(series);
    if (!type)
        return std::unexpected(type.error());
    std::vector<TimedValue> blocks; // in ascending order, as everything comes
    const auto add = [&](TimedValue&& value) {
        const std::int64_t begin = value.second / width * width;
        if (!blocks.empty() && blocks.back().second == begin) {
            metrics::mergeInto(blocks.back().value, value.value);
            return;
        }
        blocks.push_back({begin, width, std::move(value.value)});
    };
    auto done = HistoryResult<void>();
    if (reader->windowEnd() > reader->windowBegin())
        done = reader->readLevels(
            series, *type, {width, reader->windowBegin() / width, reader->windowEnd() / width - 1}, add);
    if (done)
        done = reader->readFrames(series, *type, add);
    if (!done)
        return std::unexpected(done.error());
    return blocks;
}

#undef BW_BOUNDED

} // namespace bw::history
