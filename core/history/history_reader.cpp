#include "core/history/history_reader.h"

#include "core/history/database.h"
#include "core/history/json_text.h"
#include "core/history/remark_tables.h"
#include "core/history/run_search.h"

#include <array>
#include <charconv>
#include <utility>

// The records of runs; their values are in history_reader_values.cpp.
namespace bw::history {

namespace {

std::string text(const QVariant& column) {
    return column.toString().toStdString();
}

// A number that names an enumerator up to `last`.
template <class Enum>
std::optional<Enum> enumOf(const QVariant& column, Enum last) {
    const qint64 value = column.toLongLong();
    if (value < 0 || value > static_cast<qint64>(last))
        return std::nullopt;
    return static_cast<Enum>(value);
}

// In the order of kSummaryColumns. What cannot be read is as little as can be said: a list is not lost for
// one row of it.
RunSummary summaryOf(const QSqlQuery& row) {
    RunSummary summary{
        .id = {row.value(0).toLongLong()},
        .state = enumOf(row.value(1), RunState::Aborted).value_or(RunState::Interrupted),
        .verdict = enumOf(row.value(2), RunVerdict::Inconclusive).value_or(RunVerdict::Inconclusive),
        .planName = text(row.value(3)),
        .environment = text(row.value(4)),
        .build = text(row.value(5)),
        .note = text(row.value(6)),
        .tags = tagsFromJson(text(row.value(7))).value_or(std::map<std::string, std::string>()),
        .started = {row.value(8).toLongLong()},
        .ended = std::nullopt,
        .seconds = row.value(10).toLongLong(),
        .wideFrames = row.value(11).toLongLong(),
        .keyFiguresJson = text(row.value(12)),
        .isStarred = row.value(13).toBool()};
    if (!row.value(9).isNull())
        summary.ended = WallTime{row.value(9).toLongLong()};
    return summary;
}

// Whether all of it can be read.
bool isSound(const QSqlQuery& row) {
    return enumOf(row.value(1), RunState::Aborted) && enumOf(row.value(2), RunVerdict::Inconclusive) &&
           tagsFromJson(text(row.value(7)));
}

#define BW_SUMMARY_COLUMNS                                                                                   \
    "SELECT id, state, verdict, plan_name, environment, build, note, tags, started_ns, ended_ns, seconds, "  \
    "wide_frames, key_figures, EXISTS (SELECT 1 FROM stars WHERE run_id = id)"

// In the order of RunOrder.
constexpr std::array kRunQueries{
    BW_SUMMARY_COLUMNS " FROM runs ORDER BY started_ns DESC, id DESC LIMIT ?",
    BW_SUMMARY_COLUMNS " FROM runs ORDER BY started_ns, id LIMIT ?",
    BW_SUMMARY_COLUMNS " FROM runs ORDER BY plan_name, started_ns DESC, id DESC LIMIT ?",
    BW_SUMMARY_COLUMNS " FROM runs ORDER BY verdict, started_ns DESC, id DESC LIMIT ?",
    BW_SUMMARY_COLUMNS " FROM runs ORDER BY seconds DESC, started_ns DESC, id DESC LIMIT ?",
};

constexpr const char* kRunQuery = BW_SUMMARY_COLUMNS
    ", seed, kernel, cores, workers, reactor, host, program, options, verdict_json, records_lost, "
    "(SELECT text FROM plans WHERE run_id = id) FROM runs WHERE id = ?";

#undef BW_SUMMARY_COLUMNS

} // namespace

HistoryReader::HistoryReader(std::unique_ptr<Database> database)
    : m_database(std::move(database)) {}
HistoryReader::~HistoryReader() = default;
HistoryReader::HistoryReader(HistoryReader&&) noexcept = default;
HistoryReader& HistoryReader::operator=(HistoryReader&&) noexcept = default;

HistoryResult<std::vector<RunSummary>> HistoryReader::runs(RunOrder order, std::int64_t limit) {
    std::vector<RunSummary> runs;
    auto done = m_database->read(kRunQueries[static_cast<std::size_t>(order)], {qint64{limit}},
                                 [&](const QSqlQuery& row) -> HistoryResult<void> {
                                     runs.push_back(summaryOf(row));
                                     return {};
                                 });
    if (!done)
        return std::unexpected(done.error());
    return runs;
}

HistoryResult<std::vector<RunId>> HistoryReader::search(std::string_view words) {
    return searchRuns(*m_database, words);
}

HistoryResult<RunDetail> HistoryReader::run(RunId run) {
    std::optional<RunDetail> detail;
    auto done =
        m_database->read(kRunQuery, {qint64{run.value}}, [&](const QSqlQuery& row) -> HistoryResult<void> {
            const std::string seed = text(row.value(14));
            std::uint64_t seedNumber = 0;
            const auto parsed = std::from_chars(seed.data(), seed.data() + seed.size(), seedNumber);
            if (!isSound(row) || parsed.ec != std::errc() || parsed.ptr != seed.data() + seed.size())
                return std::unexpected(m_database->damaged("runs"));
            detail = RunDetail{.summary = summaryOf(row),
                               .planText = text(row.value(24)),
                               .seed = seedNumber,
                               .kernel = text(row.value(15)),
                               .cores = row.value(16).toInt(),
                               .workers = row.value(17).toInt(),
                               .reactor = text(row.value(18)),
                               .host = text(row.value(19)),
                               .program = text(row.value(20)),
                               .optionsJson = text(row.value(21)),
                               .verdictJson = text(row.value(22)),
                               .recordsDropped = row.value(23).toLongLong()};
            return {};
        });
    if (!done)
        return std::unexpected(done.error());
    if (!detail)
        return std::unexpected(HistoryError{HistoryErrorKind::NoSuchRun, m_database->path(), 0, {}});
    return std::move(*detail);
}

HistoryResult<std::vector<Baseline>> HistoryReader::baselines() {
    return readBaselines(*m_database);
}

HistoryResult<std::vector<StoredSeries>> HistoryReader::series(RunId run) {
    std::vector<StoredSeries> series;
    auto done = m_database->read(
        "SELECT series_id, metric, type, kind, tags FROM series WHERE run_id = ? ORDER BY series_id",
        {qint64{run.value}}, [&](const QSqlQuery& row) -> HistoryResult<void> {
            const qint64 id = row.value(0).toLongLong();
            const auto type = enumOf(row.value(2), metrics::MetricType::Trend);
            const auto kind = enumOf(row.value(3), metrics::MetricKind::Data);
            const auto tags = tagsFromJson(text(row.value(4)));
            if (id < 0 || id > UINT32_MAX || !type || !kind || !tags)
                return std::unexpected(m_database->damaged("series"));
            std::vector<metrics::TagView> views;
            for (const auto& [key, value] : *tags)
                views.push_back({key, value});
            series.push_back({.id = {static_cast<std::uint32_t>(id)},
                              .metric = text(row.value(1)),
                              .type = *type,
                              .kind = *kind,
                              .tags = metrics::TagSet(views)});
            return {};
        });
    if (!done)
        return std::unexpected(done.error());
    return series;
}

HistoryResult<std::vector<ExampleRecord>> HistoryReader::examples(RunId run) {
    std::vector<ExampleRecord> examples;
    auto done = m_database->read(
        "SELECT at_ns, name, kind, request, response FROM examples WHERE run_id = ? ORDER BY number",
        {qint64{run.value}}, [&](const QSqlQuery& row) -> HistoryResult<void> {
            examples.push_back({.at = Duration(row.value(0).toLongLong()),
                                .name = text(row.value(1)),
                                .kind = text(row.value(2)),
                                .request = row.value(3).toByteArray().toStdString(),
                                .response = row.value(4).toByteArray().toStdString()});
            return {};
        });
    if (!done)
        return std::unexpected(done.error());
    return examples;
}

HistoryResult<std::vector<LogRecord>> HistoryReader::messages(RunId run) {
    std::vector<LogRecord> messages;
    auto done =
        m_database->read("SELECT at_ns, level, source, text FROM messages WHERE run_id = ? ORDER BY number",
                         {qint64{run.value}}, [&](const QSqlQuery& row) -> HistoryResult<void> {
                             const auto level = enumOf(row.value(1), LogLevel::Error);
                             if (!level)
                                 return std::unexpected(m_database->damaged("messages"));
                             messages.push_back({.at = Duration(row.value(0).toLongLong()),
                                                 .level = *level,
                                                 .source = text(row.value(2)),
                                                 .text = text(row.value(3))});
                             return {};
                         });
    if (!done)
        return std::unexpected(done.error());
    return messages;
}

HistoryResult<std::vector<MarkRecord>> HistoryReader::marks(RunId run) {
    std::vector<MarkRecord> marks;
    auto done =
        m_database->read("SELECT at_ns, kind, text FROM marks WHERE run_id = ? ORDER BY at_ns, number",
                         {qint64{run.value}}, [&](const QSqlQuery& row) -> HistoryResult<void> {
                             marks.push_back({.at = Duration(row.value(0).toLongLong()),
                                              .kind = text(row.value(1)),
                                              .text = text(row.value(2))});
                             return {};
                         });
    if (!done)
        return std::unexpected(done.error());
    return marks;
}

} // namespace bw::history
