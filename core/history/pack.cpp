#include "core/history/pack.h"

#include "core/history/frame_blob.h"
#include "core/metrics/series_value.h"

#include <array>
#include <map>
#include <utility>
#include <vector>

namespace bw::history {

namespace {

using metrics::SeriesValue;

constexpr std::array<std::int64_t, 3> kLevels{16, 256, 4096};

struct StoredFrame {
    std::int64_t second = 0;
    std::int64_t width = 1;
    QByteArray entries;
};

// A value of a series, still encoded inside its frame.
struct Moved {
    const StoredFrame* frame = nullptr;
    std::string_view value;
};

struct MovedSeries {
    metrics::MetricType type = metrics::MetricType::Counter;
    std::vector<Moved> values; // ascending seconds
};

using SeriesIndex = std::map<metrics::SeriesId, MovedSeries>;

QByteArray bytes(const std::string& text) {
    return {text.data(), static_cast<qsizetype>(text.size())};
}

class Packer {
public:
    Packer(Database& database, RunId run, std::int64_t until)
        : m_database(database)
        , m_run(run.value)
        , m_until(until) {}

    HistoryResult<void> pack() {
        const auto packed = m_database.number("SELECT packed_until FROM runs WHERE id = ?", {m_run});
        if (!packed)
            return std::unexpected(packed.error());
        m_packed = *packed;
        if (auto done = readFrames(); !done)
            return done;
        const auto index = indexFrames();
        if (!index)
            return std::unexpected(index.error());
        for (const auto& [series, moved] : *index) {
            if (auto done = writePacks(series, moved); !done)
                return done;
            if (auto done = writeLevels(series, moved); !done)
                return done;
        }
        return forgetFrames();
    }

private:
    HistoryResult<void> readFrames() {
        return m_database.read(
            "SELECT second, width, entries FROM frames WHERE run_id = ? AND second >= ? AND second "
            "< ? ORDER BY second",
            {m_run, qint64{m_packed}, qint64{m_until}}, [this](const QSqlQuery& row) -> HistoryResult<void> {
                m_frames.push_back({.second = row.value(0).toLongLong(),
                                    .width = row.value(1).toLongLong(),
                                    .entries = row.value(2).toByteArray()});
                return {};
            });
    }

    HistoryResult<SeriesIndex> indexFrames() {
        SeriesIndex index;
        for (const StoredFrame& frame : m_frames) {
            const std::string_view blob(frame.entries.constData(),
                                        static_cast<std::size_t>(frame.entries.size()));
            const auto read = forEachEntry(blob, [&](const EncodedEntry& entry) {
                MovedSeries& series = index[entry.series];
                series.type = entry.type;
                series.values.push_back({&frame, entry.value});
            });
            if (!read)
                return std::unexpected(m_database.damaged("frames.entries"));
        }
        return index;
    }

    HistoryResult<void> writePacks(metrics::SeriesId series, const MovedSeries& moved) {
        std::map<std::int64_t, std::string> packs;
        for (const Moved& value : moved.values) {
            std::string& blob = packs[value.frame->second / kPackSeconds];
            if (blob.empty())
                beginPack(blob);
            appendItem(blob, {.offset = value.frame->second % kPackSeconds,
                              .width = value.frame->width,
                              .value = value.value});
        }
        for (auto& [block, blob] : packs) {
            auto done =
                m_database.write("INSERT INTO packs (run_id, series_id, block, items) VALUES (?, ?, ?, ?)",
                                 {m_run, series.value, qint64{block}, bytes(pressedPack(std::move(blob)))});
            if (!done)
                return std::unexpected(done.error());
        }
        return {};
    }

    HistoryResult<void> writeLevels(metrics::SeriesId series, const MovedSeries& moved) {
        for (const std::int64_t width : kLevels) {
            std::map<std::int64_t, SeriesValue> sums;
            for (const Moved& value : moved.values) {
                metrics::ByteReader reader(value.value);
                auto decoded = metrics::decodeValue(moved.type, reader);
                if (!decoded)
                    return std::unexpected(m_database.damaged("frames.entries"));
                const auto [place, isNew] =
                    sums.try_emplace(value.frame->second / width, metrics::emptyValue(moved.type));
                metrics::mergeInto(place->second, *decoded);
            }
            for (auto& [block, sum] : sums)
                if (auto done = writeLevel(series, {width, block}, std::move(sum)); !done)
                    return done;
        }
        return {};
    }

    struct LevelBlock {
        std::int64_t width = 16;
        std::int64_t block = 0;
    };

    HistoryResult<void> writeLevel(metrics::SeriesId series, LevelBlock where, SeriesValue sum) {
        const QVariantList key{m_run, series.value, qint64{where.width}, qint64{where.block}};
        if (where.width * where.block < m_packed)
            if (auto done = addStored(key, sum); !done)
                return done;
        std::string blob;
        metrics::encodeValue(sum, blob);
        auto done = m_database.write(
            "INSERT OR REPLACE INTO levels (run_id, series_id, width, block, value) VALUES (?, ?, ?, ?, ?)",
            key + QVariantList{bytes(blob)});
        if (!done)
            return std::unexpected(done.error());
        return {};
    }

    // The block began earlier: what is there counts, too.
    HistoryResult<void> addStored(const QVariantList& key, SeriesValue& sum) {
        return m_database.read(
            "SELECT value FROM levels WHERE run_id = ? AND series_id = ? AND width = ? AND block = ?", key,
            [&](const QSqlQuery& row) -> HistoryResult<void> {
                const QByteArray stored = row.value(0).toByteArray();
                metrics::ByteReader reader({stored.constData(), static_cast<std::size_t>(stored.size())});
                auto decoded = metrics::decodeValue(metrics::typeOf(sum), reader);
                if (!decoded)
                    return std::unexpected(m_database.damaged("levels.value"));
                metrics::mergeInto(*decoded, sum); // the older first, so that a gauge's last one wins
                sum = std::move(*decoded);
                return {};
            });
    }

    HistoryResult<void> forgetFrames() {
        auto done =
            m_database.write("DELETE FROM frames WHERE run_id = ? AND second < ?", {m_run, qint64{m_until}});
        if (!done)
            return std::unexpected(done.error());
        const std::int64_t last = m_frames.empty() ? 0 : m_frames.back().second + 1;
        done = m_database.write(
            "UPDATE runs SET packed_until = max(packed_until, min(?, ?)) WHERE id = ?",
            {qint64{m_until}, qint64{(last + kPackSeconds - 1) / kPackSeconds * kPackSeconds}, m_run});
        if (!done)
            return std::unexpected(done.error());
        return {};
    }

    Database& m_database;
    const qint64 m_run;
    const std::int64_t m_until;
    std::int64_t m_packed = 0;
    std::vector<StoredFrame> m_frames;
};

} // namespace

HistoryResult<void> packUntil(Database& database, RunId run, std::int64_t until) {
    return Packer(database, run, until).pack();
}

} // namespace bw::history
