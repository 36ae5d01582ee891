#include "core/history/run_extent.h"

#include "core/history/frame_blob.h"

#include <algorithm>
#include <string>
#include <vector>

namespace bw::history {
namespace {

constexpr std::int64_t kLongestRun = std::int64_t{1} << 40; // seconds

std::string_view view(const QByteArray& bytes) {
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

QByteArray bytes(const std::string& text) {
    return {text.data(), static_cast<qsizetype>(text.size())};
}

std::int64_t wholePacks(std::int64_t seconds) {
    return (seconds + kPackSeconds - 1) / kPackSeconds * kPackSeconds;
}

struct Extent {
    std::int64_t packedUntil = 0; // as runs says
    std::int64_t seconds = 0;
    std::int64_t packsEnd = 0; // of the last pack that is there
    std::int64_t framesEnd = 0;
    std::int64_t hidden = 0; // frames that begin before packedUntil: nobody reads them
};

HistoryResult<Extent> extentOf(Database& database, RunId run) {
    Extent extent;
    auto done =
        database.read("SELECT packed_until, seconds, "
                      "(SELECT max(block) FROM packs WHERE run_id = runs.id), "
                      "(SELECT max(second + width) FROM frames WHERE run_id = runs.id), "
                      "(SELECT count(*) FROM frames WHERE run_id = runs.id AND second < packed_until), "
                      "(SELECT count(*) FROM packs WHERE run_id = runs.id AND block < 0) + "
                      "(SELECT count(*) FROM frames WHERE run_id = runs.id AND (second < 0 OR width < 1)) "
                      "FROM runs WHERE id = ?",
                      {qint64{run.value}}, [&](const QSqlQuery& row) -> HistoryResult<void> {
                          const qint64 lastPack = row.value(2).isNull() ? -1 : row.value(2).toLongLong();
                          extent = {.packedUntil = row.value(0).toLongLong(),
                                    .seconds = row.value(1).toLongLong(),
                                    .packsEnd = 0,
                                    .framesEnd = row.value(3).toLongLong(),
                                    .hidden = row.value(4).toLongLong()};
                          if (lastPack >= kLongestRun / kPackSeconds || row.value(5).toLongLong() != 0)
                              return std::unexpected(database.damaged("packs.block, frames.second"));
                          if (extent.framesEnd > kLongestRun)
                              return std::unexpected(database.damaged("frames.second"));
                          extent.packsEnd = (lastPack + 1) * kPackSeconds;
                          return {};
                      });
    if (!done)
        return std::unexpected(done.error());
    return extent;
}

// The second behind the last packed value: all series have to be looked at, but only in the last block.
HistoryResult<std::int64_t> lastPackedEnd(Database& database, RunId run, const Extent& extent) {
    std::int64_t end = 0;
    const std::int64_t block = extent.packsEnd / kPackSeconds - 1;
    auto done = database.read(
        "SELECT items FROM packs WHERE run_id = ? AND block = ?", {qint64{run.value}, qint64{block}},
        [&](const QSqlQuery& row) -> HistoryResult<void> {
            const QByteArray items = row.value(0).toByteArray();
            const auto read = forEachItem(view(items), [&](const EncodedItem& item) {
                end = std::max(end, block * kPackSeconds + item.offset + item.width);
            });
            return read ? HistoryResult<void>() : std::unexpected(database.damaged("packs.items"));
        });
    if (!done)
        return std::unexpected(done.error());
    return end;
}

// A value into the pack where it belongs, in its order.
HistoryResult<void> addToPack(Database& database, RunId run, std::int64_t second, std::int64_t width,
                              const EncodedEntry& entry) {
    const QVariantList key{qint64{run.value}, entry.series.value, qint64{second / kPackSeconds}};
    const EncodedItem added{.offset = second % kPackSeconds, .width = width, .value = entry.value};
    std::string blob;
    beginPack(blob);
    bool isPlaced = false;
    auto done = database.read("SELECT items FROM packs WHERE run_id = ? AND series_id = ? AND block = ?", key,
                              [&](const QSqlQuery& row) -> HistoryResult<void> {
                                  const QByteArray items = row.value(0).toByteArray();
                                  bool isGood = true;
                                  const auto read = forEachItem(view(items), [&](const EncodedItem& item) {
                                      if (!isPlaced && item.offset >= added.offset) {
                                          isPlaced = true;
                                          // Stored twice is stored; two values for one second are a
                                          // contradiction.
                                          if (item.offset == added.offset)
                                              isGood = item.value == added.value && item.width == added.width;
                                          else
                                              appendItem(blob, added);
                                      }
                                      appendItem(blob, item);
                                  });
                                  return read && isGood ? HistoryResult<void>()
                                                        : std::unexpected(database.damaged("packs.items"));
                              });
    if (!done)
        return done;
    if (!isPlaced)
        appendItem(blob, added);
    const auto stored =
        database.write("INSERT OR REPLACE INTO packs (run_id, series_id, block, items) VALUES (?, ?, ?, ?)",
                       key + QVariantList{bytes(blob)});
    return stored ? HistoryResult<void>() : std::unexpected(stored.error());
}

struct Hidden {
    std::int64_t second = 0;
    std::int64_t width = 1;
    QByteArray entries;
};

HistoryResult<void> packHidden(Database& database, RunId run, std::int64_t until) {
    for (;;) { // a few at a time, however many there are
        std::vector<Hidden> frames;
        auto done = database.read("SELECT second, width, entries FROM frames WHERE run_id = ? AND second < ? "
                                  "ORDER BY second LIMIT 64",
                                  {qint64{run.value}, qint64{until}},
                                  [&](const QSqlQuery& row) -> HistoryResult<void> {
                                      frames.push_back({row.value(0).toLongLong(), row.value(1).toLongLong(),
                                                        row.value(2).toByteArray()});
                                      return {};
                                  });
        if (!done || frames.empty())
            return done;
        for (const Hidden& frame : frames) {
            HistoryResult<void> packed;
            const auto read = forEachEntry(view(frame.entries), [&](const EncodedEntry& entry) {
                if (packed)
                    packed = addToPack(database, run, frame.second, frame.width, entry);
            });
            if (!read)
                return std::unexpected(database.damaged("frames.entries"));
            if (!packed)
                return packed;
        }
        if (auto gone = database.write("DELETE FROM frames WHERE run_id = ? AND second <= ?",
                                       {qint64{run.value}, qint64{frames.back().second}});
            !gone)
            return std::unexpected(gone.error());
    }
}

} // namespace

HistoryResult<bool> extentHolds(Database& database, RunId run) {
    const auto extent = extentOf(database, run);
    if (!extent)
        return std::unexpected(extent.error());
    const auto end = lastPackedEnd(database, run, *extent);
    if (!end)
        return std::unexpected(end.error());
    // A quiet end leaves no packs, so packed_until may be beyond them, but not beyond the run.
    return extent->hidden == 0 && extent->packedUntil % kPackSeconds == 0 &&
           extent->packedUntil >= extent->packsEnd && extent->seconds >= std::max(*end, extent->framesEnd) &&
           extent->seconds <= kLongestRun && extent->packedUntil <= wholePacks(extent->seconds);
}

HistoryResult<void> mendExtent(Database& database, RunId run) {
    const auto extent = extentOf(database, run);
    if (!extent)
        return std::unexpected(extent.error());
    const auto packedEnd = lastPackedEnd(database, run, *extent);
    if (!packedEnd)
        return std::unexpected(packedEnd.error());
    const std::int64_t end = std::max(*packedEnd, extent->framesEnd);
    const std::int64_t seconds =
        extent->seconds < end || extent->seconds > kLongestRun ? end : extent->seconds;
    if (auto packed = packHidden(database, run, extent->packsEnd); !packed)
        return packed;
    // What is left of the frames is behind the packs, and is read from where the packs end.
    const auto changed = database.write("UPDATE runs SET packed_until = ?, seconds = ? WHERE id = ?",
                                        {qint64{extent->packsEnd}, qint64{seconds}, qint64{run.value}});
    return changed ? HistoryResult<void>() : std::unexpected(changed.error());
}

} // namespace bw::history
