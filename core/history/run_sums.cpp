#include "core/history/run_sums.h"

#include "core/history/frame_blob.h"

#include <array>
#include <bit>
#include <cmath>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace bw::history {
namespace {

using metrics::MetricType;
using metrics::SeriesId;
using metrics::SeriesValue;

constexpr std::array<std::int64_t, 3> kWidths{16, 256, 4096};
constexpr std::int64_t kPacksAtATime = kWidths.back() / kPackSeconds;
constexpr std::int64_t kLastPack = (std::int64_t{1} << 40) / kPackSeconds; // no run is longer

std::string_view view(const QByteArray& bytes) {
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

// The double that is added up in a value; 0 when there is none.
double summed(const SeriesValue& value) {
    if (const auto* counter = std::get_if<metrics::CounterValue>(&value))
        return counter->sum;
    if (const auto* gauge = std::get_if<metrics::GaugeValue>(&value))
        return gauge->sum;
    return 0;
}

void setSummed(SeriesValue& value, double sum) {
    if (auto* counter = std::get_if<metrics::CounterValue>(&value))
        counter->sum = sum;
    if (auto* gauge = std::get_if<metrics::GaugeValue>(&value))
        gauge->sum = sum;
}

// Bytes, since a NaN is equal to nothing.
std::string encoded(const SeriesValue& value) {
    std::string bytes;
    metrics::encodeValue(value, bytes);
    return bytes;
}

bool isSame(SeriesValue stored, const BlockSum& expected) {
    const double was = summed(stored);
    const double is = summed(expected.value);
    const bool isClose = std::abs(was - is) <= 1e-9 * expected.magnitude;
    if (isClose)
        setSummed(stored, is);
    return encoded(stored) == encoded(expected.value);
}

// Adds up the packs of a run as they come.
class Summing {
public:
    Summing(Database& database, RunId run, const VisitSums& visit)
        : m_database(database)
        , m_run(run)
        , m_visit(visit) {}

    HistoryResult<void> run() {
        auto done = readTypes();
        if (done)
            done = m_database.read(
                "SELECT series_id, block, items FROM packs WHERE run_id = ? ORDER BY series_id, block",
                {qint64{m_run.value}}, [this](const QSqlQuery& row) { return take(row); });
        return done ? flush() : done;
    }

private:
    HistoryResult<void> readTypes() {
        return m_database.read("SELECT series_id, type FROM series WHERE run_id = ?", {qint64{m_run.value}},
                               [this](const QSqlQuery& row) -> HistoryResult<void> {
                                   const qint64 type = row.value(1).toLongLong();
                                   if (type >= 0 && type <= static_cast<qint64>(MetricType::Trend))
                                       m_types[row.value(0).toLongLong()] = static_cast<MetricType>(type);
                                   return {};
                               });
    }

    HistoryResult<void> take(const QSqlQuery& row) {
        const qint64 series = row.value(0).toLongLong();
        const qint64 block = row.value(1).toLongLong();
        const auto type = m_types.find(series);
        if (series < 0 || series > UINT32_MAX || type == m_types.end())
            return std::unexpected(m_database.damaged("packs.series_id"));
        if (block < 0 || block > kLastPack)
            return std::unexpected(m_database.damaged("packs.block"));
        const std::pair place{series, block / kPacksAtATime};
        if (place != m_place)
            if (auto done = flush(); !done)
                return done;
        m_place = place;
        return add(type->second, block * kPackSeconds, row.value(2).toByteArray());
    }

    // A pack is summed by itself first, as it was when it was written: so the sums round alike.
    HistoryResult<void> add(MetricType type, std::int64_t begin, const QByteArray& items) {
        Sums pack;
        bool isGood = true;
        const auto read = forEachItem(view(items), [&](const EncodedItem& item) {
            metrics::ByteReader reader(item.value);
            const auto value = metrics::decodeValue(type, reader);
            isGood = isGood && value && reader.atEnd();
            if (isGood)
                addTo(pack, begin + item.offset, *value, std::abs(summed(*value)));
        });
        if (!read || !isGood)
            return std::unexpected(m_database.damaged("packs.items"));
        for (const auto& [key, sum] : pack)
            addTo(m_sums, key, sum);
        return {};
    }

    using Key = std::pair<std::int64_t, std::int64_t>; // width and block
    using Sums = std::map<Key, BlockSum>;

    static void addTo(Sums& sums, std::int64_t second, const SeriesValue& value, double magnitude) {
        for (const std::int64_t width : kWidths)
            addTo(sums, {width, second / width}, {width, second / width, value, magnitude});
    }

    static void addTo(Sums& sums, const Key& key, const BlockSum& part) {
        const auto [at, isNew] = sums.try_emplace(key, part);
        if (isNew)
            return;
        metrics::mergeInto(at->second.value, part.value);
        at->second.magnitude += part.magnitude;
    }

    HistoryResult<void> flush() {
        std::vector<BlockSum> sums;
        sums.reserve(m_sums.size());
        for (auto& [key, sum] : m_sums)
            sums.push_back(std::move(sum));
        m_sums.clear();
        return sums.empty() ? HistoryResult<void>()
                            : m_visit({static_cast<std::uint32_t>(m_place.first)}, sums);
    }

    Database& m_database;
    const RunId m_run;
    const VisitSums& m_visit;
    std::map<qint64, MetricType> m_types;
    std::pair<qint64, qint64> m_place{-1, -1}; // series, and which 4,096 s
    Sums m_sums;
};

// How many of the expected sums are stored as they have to be.
HistoryResult<std::size_t> countSame(Database& database, RunId run, SeriesId series,
                                     std::span<const BlockSum> expected) {
    std::size_t same = 0;
    auto at = expected.begin();
    while (at != expected.end()) {
        const auto end =
            std::find_if(at, expected.end(), [&](const BlockSum& sum) { return sum.width != at->width; });
        auto done = database.read(
            "SELECT block, value FROM levels WHERE run_id = ? AND series_id = ? AND width = ? AND block >= ? "
            "AND block <= ? ORDER BY block",
            {qint64{run.value}, series.value, qint64{at->width}, qint64{at->block},
             qint64{std::prev(end)->block}},
            [&](const QSqlQuery& row) -> HistoryResult<void> {
                while (at != end && at->block < row.value(0).toLongLong())
                    ++at;
                if (at == end || at->block != row.value(0).toLongLong())
                    return {};
                const QByteArray stored = row.value(1).toByteArray();
                metrics::ByteReader reader(view(stored));
                auto value = metrics::decodeValue(metrics::typeOf(at->value), reader);
                same += value && reader.atEnd() && isSame(std::move(*value), *at) ? 1 : 0;
                return {};
            });
        if (!done)
            return std::unexpected(done.error());
        at = end;
    }
    return same;
}

} // namespace

HistoryResult<void> forEachSum(Database& database, RunId run, const VisitSums& visit) {
    return Summing(database, run, visit).run();
}

HistoryResult<bool> sumsHold(Database& database, RunId run) {
    const auto stored = database.number("SELECT count(*) FROM levels WHERE run_id = ?", {qint64{run.value}});
    if (!stored)
        return std::unexpected(stored.error());
    std::size_t expected = 0;
    std::size_t same = 0;
    auto done = forEachSum(database, run,
                           [&](SeriesId series, std::span<const BlockSum> sums) -> HistoryResult<void> {
                               const auto found = countSame(database, run, series, sums);
                               if (!found)
                                   return std::unexpected(found.error());
                               expected += sums.size();
                               same += *found;
                               return {};
                           });
    if (!done)
        return std::unexpected(done.error());
    return same == expected && same == static_cast<std::size_t>(*stored);
}

HistoryResult<void> rebuildSums(Database& database, RunId run) {
    if (auto gone = database.write("DELETE FROM levels WHERE run_id = ?", {qint64{run.value}}); !gone)
        return std::unexpected(gone.error());
    return forEachSum(
        database, run, [&](SeriesId series, std::span<const BlockSum> sums) -> HistoryResult<void> {
            for (const BlockSum& sum : sums) {
                const std::string bytes = encoded(sum.value);
                const auto stored = database.write(
                    "INSERT INTO levels (run_id, series_id, width, block, value) VALUES (?, ?, ?, ?, ?)",
                    {qint64{run.value}, series.value, qint64{sum.width}, qint64{sum.block},
                     QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size()))});
                if (!stored)
                    return std::unexpected(stored.error());
            }
            return {};
        });
}

} // namespace bw::history
