#include "core/history/frame_queue.h"
#include "tests/bench/history/parts.h"
#include "tests/bench/history/stopwatch.h"
#include "tests/bench/history/stored_files.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <thread>

namespace bw::bench {
namespace {

constexpr std::int64_t kSizeSeconds = 1024; // 16 packs, 64 sums of 16 s, 4 of 256 s
constexpr std::int64_t kWriterSeconds = 640;
constexpr auto kStall = std::chrono::seconds(5);

// A connection beside the history's own.
class Beside {
public:
    explicit Beside(const std::string& file)
        : m_database(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("beside"))) {
        m_database.setDatabaseName(QString::fromStdString(file));
        m_database.open();
    }
    ~Beside() {
        m_database.close();
        m_database = {};
        QSqlDatabase::removeDatabase(QStringLiteral("beside"));
    }
    Beside(const Beside&) = delete;
    Beside& operator=(const Beside&) = delete;

    double number(const char* sql) {
        QSqlQuery query(m_database);
        if (!query.exec(QString::fromLatin1(sql))) {
            std::fprintf(stderr, "%s: %s\n", sql, qPrintable(query.lastError().text()));
            std::exit(3);
        }
        return query.next() ? query.value(0).toDouble() : 0;
    }

private:
    QSqlDatabase m_database;
};

void measureSizeAt(const Setting& setting, int rate) {
    const std::string file = setting.folder + "/size-" + std::to_string(rate) + ".sqlite";
    const history::HistoryStore store = storeOf(file, [&](const history::HistoryStore& made) {
        (void)writeRun(made, {.names = 3, .rate = static_cast<double>(rate), .seed = 3}, kSizeSeconds);
    });
    Beside beside(file);
    const double series = beside.number("SELECT count(*) FROM series");
    const double trends = beside.number("SELECT count(*) FROM series WHERE type = 3");
    const double packs =
        beside.number("SELECT sum(length(items)) FROM packs NATURAL JOIN series WHERE type = 3");
    const double levels =
        beside.number("SELECT sum(length(value)) FROM levels NATURAL JOIN series WHERE type = 3");
    // Free pages are where frames were before they were packed; the next run fills them.
    const double bytes = beside.number("SELECT (page_count - freelist_count) * page_size FROM "
                                       "pragma_page_count, pragma_freelist_count, pragma_page_size");
    const auto seconds = static_cast<double>(kSizeSeconds);
    std::printf(
        "%d requests/s: the file %.0f bytes for each of %.0f series and %.0f s; of the %.0f times alone "
        "%.0f in seconds and %.0f in sums\n",
        rate, bytes / series / seconds, series, seconds, trends, packs / trends / seconds,
        levels / trends / seconds);
}

std::vector<metrics::FramePtr> framesOf(std::int64_t seconds) {
    LoadSource source({.names = 24, .rate = 1000, .seed = 4}); // 198 series
    std::vector<metrics::FramePtr> frames;
    for (std::int64_t second = 0; second < seconds; ++second) {
        frames.push_back(source.next());
    }
    return frames;
}

struct Waits {
    std::vector<double> wall;
    std::vector<double> cpu;

    void append(history::RunWriter& writer, const metrics::FramePtr& frame) {
        const Stopwatch watch;
        writer.append(frame);
        cpu.push_back(watch.threadMs());
        wall.push_back(watch.wallMs());
    }
    void print(const char* when) const {
        std::printf(
            "  %s: handing a frame over took at most %.3f ms, P99 %.3f ms; processor time at most %.3f "
            "ms\n",
            when, quantileOf(wall, 1), quantileOf(wall, 0.99), quantileOf(cpu, 1));
    }
};

std::unique_ptr<history::RunWriter> begin(const history::HistoryStore& store,
                                          const metrics::MetricRegistry& metrics) {
    history::RunStart start;
    start.planName = "bench";
    auto writer = store.beginRun(start, metrics);
    if (!writer) {
        std::exit(3);
    }
    return std::move(*writer);
}

// What the other thread does while this one only hands over.
void measureFlow(const history::HistoryStore& store, const std::vector<metrics::FramePtr>& frames,
                 Duration pause, const char* when) {
    const metrics::MetricRegistry metrics;
    Waits waits;
    const auto writer = begin(store, metrics);
    const Stopwatch watch;
    for (const metrics::FramePtr& frame : frames) {
        waits.append(*writer, frame);
        do {
            std::this_thread::sleep_for(pause);
        } while (writer->queued() + 1 >= history::FrameQueue::kLimit);
    }
    const auto done = writer->finish({});
    const double busy = watch.processMs() - watch.threadMs();
    std::printf("%zu frames of %zu series, %s: the writer used %.2f %% of a core for a frame a second%s\n",
                frames.size(), frames.front()->entries.size(), when,
                busy / static_cast<double>(frames.size()) / 10, done ? "" : " AND FAILED");
    waits.print(when);
}

void measureStall(const history::HistoryStore& store, const std::vector<metrics::FramePtr>& frames) {
    const metrics::MetricRegistry metrics;
    Waits waits;
    const auto writer = begin(store, metrics);
    Beside beside(store.path());
    (void)beside.number("BEGIN IMMEDIATE"); // nobody else may write now
    const auto pause = kStall / static_cast<int>(frames.size());
    for (const metrics::FramePtr& frame : frames) {
        waits.append(*writer, frame);
        std::this_thread::sleep_for(pause);
    }
    std::printf("the disk stalls for %zu frames: %zu wait\n", frames.size(), writer->queued());
    (void)beside.number("COMMIT");
    const auto done = writer->finish({});
    waits.print(done ? "meanwhile" : "meanwhile, AND WRITING FAILED");
}

} // namespace

void measureSize(const Setting& setting) {
    for (const int rate : {1000, 10'000, 50'000}) {
        measureSizeAt(setting, rate);
    }
}

void measureWriter(const Setting& setting) {
    const std::string file = setting.folder + "/writer.sqlite";
    std::filesystem::remove(file);
    const history::HistoryStore store = storeOf(file, [](const history::HistoryStore&) {});
    const std::vector<metrics::FramePtr> frames = framesOf(kWriterSeconds);
    for (int round = 0; round < 3; ++round) {
        measureFlow(store, frames, std::chrono::milliseconds(20), "a frame every 20 ms");
    }
    measureFlow(store, frames, std::chrono::microseconds(100), "as fast as it goes");
    measureStall(store, frames);
}

} // namespace bw::bench
