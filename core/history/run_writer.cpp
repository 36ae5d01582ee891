#include "core/history/run_writer.h"

#include "core/history/database.h"
#include "core/history/run_tables.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

namespace bw::history {

namespace {

constexpr Duration kRetry = std::chrono::milliseconds(500);
constexpr std::size_t kMaxExamples = 1000;
constexpr std::size_t kMaxMessages = 10'000;
constexpr std::size_t kMaxText = 65'536;

WriterState stateOf(const HistoryResult<void>& result) {
    if (result)
        return WriterState::Writing;
    switch (result.error().kind) {
    case HistoryErrorKind::Busy:
        return WriterState::Busy;
    case HistoryErrorKind::DiskFull:
        return WriterState::DiskFull;
    default:
        return WriterState::Failing;
    }
}

void cut(std::string& text) {
    if (text.size() > kMaxText)
        text.resize(kMaxText);
}

} // namespace

// The queue and the thread that empties it.
class RunWriter::Thread {
public:
    Thread(std::string path, RunId run, metrics::MetricRegistry metrics, OnState onState)
        : m_path(std::move(path))
        , m_run(run)
        , m_metrics(std::move(metrics))
        , m_onState(std::move(onState))
        , m_thread([this] { loop(); }) {}

    [[nodiscard]] RunId id() const { return m_run; }
    [[nodiscard]] WriterState state() const { return m_state.load(std::memory_order_relaxed); }

    [[nodiscard]] std::size_t queued() {
        const std::lock_guard lock(m_mutex);
        return m_frames.size();
    }

    void append(metrics::FramePtr frame) {
        const std::lock_guard lock(m_mutex);
        m_frames.push(std::move(frame));
        m_wake.notify_one();
    }

    template <class Record>
    void add(std::vector<Numbered<Record>> RunRecords::* list, std::size_t& count, std::size_t limit,
             Record record) {
        const std::lock_guard lock(m_mutex);
        if (count == limit) {
            ++m_lost;
            return;
        }
        (m_records.*list).push_back({static_cast<std::int64_t>(count++), std::move(record)});
        m_wake.notify_one();
    }

    HistoryResult<void> finish(RunOutcome outcome, Duration patience) {
        {
            const std::lock_guard lock(m_mutex);
            m_outcome = std::move(outcome);
            m_deadline = SystemClock::instance().now() + patience;
            m_wake.notify_one();
        }
        m_thread.join();
        return m_result;
    }

    [[nodiscard]] bool isFinished() const { return !m_thread.joinable(); }

    std::size_t examples = 0;
    std::size_t messages = 0;
    std::size_t marks = 0;

private:
    [[nodiscard]] bool hasWork() const {
        return !m_frames.empty() || !m_records.empty() || m_outcome.has_value();
    }

    void loop() {
        std::unique_ptr<Database> database;
        std::unique_lock lock(m_mutex);
        for (;;) {
            m_wake.wait(lock, [this] { return hasWork(); });
            m_result = step(database, lock);
            if (m_result && m_isDone)
                return;
            tell(stateOf(m_result), lock);
            if (m_result)
                continue;
            // A connection that failed is not used again, but for one that only had to wait.
            if (m_result.error().kind != HistoryErrorKind::Busy)
                database.reset();
            if (isPastDeadline())
                return;
            m_wake.wait_for(lock, kRetry, [this] { return isPastDeadline(); });
        }
    }

    // Writes one thing: records first, as they are few, then a frame, then the outcome. What could not be
    // written is put back.
    HistoryResult<void> step(std::unique_ptr<Database>& database, std::unique_lock<std::mutex>& lock) {
        RunRecords records = std::exchange(m_records, {});
        records.lost = m_lost;
        metrics::FramePtr frame = records.empty() ? m_frames.pop() : nullptr;
        const bool isLast = records.empty() && frame == nullptr && m_outcome;
        lock.unlock();
        HistoryResult<void> done = connect(database);
        if (done && !records.empty())
            done = storeRecords(*database, m_run, records);
        else if (done && frame)
            done = storeFrame(*database, m_run, *frame, m_metrics);
        else if (done && isLast)
            done = writeLast(*database, records);
        if (done && isLast)
            database.reset(); // here, so that the file is whole when finish() returns
        lock.lock();
        m_isDone = isLast;
        if (!done)
            putBack(std::move(records), std::move(frame));
        return done;
    }

    HistoryResult<void> writeLast(Database& database, const RunRecords& lost) {
        if (auto done = storeRecords(database, m_run, lost); !done)
            return done;
        return finishRun(database, m_run, *m_outcome);
    }

    HistoryResult<void> connect(std::unique_ptr<Database>& database) {
        if (database)
            return {};
        auto opened = Database::open(m_path, Database::Access::Write);
        if (!opened)
            return std::unexpected(opened.error());
        database = std::move(*opened);
        return {};
    }

    void putBack(RunRecords records, metrics::FramePtr frame) {
        const auto prepend = [](auto& list, auto& earlier) {
            list.insert(list.begin(), std::make_move_iterator(earlier.begin()),
                        std::make_move_iterator(earlier.end()));
        };
        prepend(m_records.examples, records.examples);
        prepend(m_records.messages, records.messages);
        prepend(m_records.marks, records.marks);
        if (frame)
            m_frames.putBack(std::move(frame));
    }

    void tell(WriterState state, std::unique_lock<std::mutex>& lock) {
        if (m_state.exchange(state, std::memory_order_relaxed) == state || !m_onState)
            return;
        lock.unlock();
        m_onState(state);
        lock.lock();
    }

    [[nodiscard]] bool isPastDeadline() const {
        return m_outcome && SystemClock::instance().now() >= m_deadline;
    }

    const std::string m_path;
    const RunId m_run;
    const metrics::MetricRegistry m_metrics;
    const OnState m_onState;

    std::mutex m_mutex;
    std::condition_variable m_wake;
    FrameQueue m_frames;
    RunRecords m_records;
    std::int64_t m_lost = 0;
    std::optional<RunOutcome> m_outcome; // set once; not changed after
    Instant m_deadline{};
    bool m_isDone = false;

    HistoryResult<void> m_result; // read after the thread ended
    std::atomic<WriterState> m_state{WriterState::Writing};
    std::thread m_thread; // last: it starts when everything else is there
};

RunWriter::RunWriter(std::string path, RunId run, metrics::MetricRegistry metrics, OnState onState)
    : m_thread(std::make_unique<Thread>(std::move(path), run, std::move(metrics), std::move(onState))) {}

RunWriter::~RunWriter() {
    if (m_thread->isFinished())
        return;
    RunOutcome outcome;
    outcome.state = RunState::Interrupted;
    outcome.ended = SystemClock::instance().wallNow();
    [[maybe_unused]] const auto done = m_thread->finish(std::move(outcome), Duration::zero());
}

RunId RunWriter::id() const {
    return m_thread->id();
}

WriterState RunWriter::state() const {
    return m_thread->state();
}

std::size_t RunWriter::queued() const {
    return m_thread->queued();
}

void RunWriter::append(metrics::FramePtr frame) {
    m_thread->append(std::move(frame));
}

void RunWriter::addExample(ExampleRecord example) {
    cut(example.request);
    cut(example.response);
    m_thread->add(&RunRecords::examples, m_thread->examples, kMaxExamples, std::move(example));
}

void RunWriter::addLog(LogRecord message) {
    cut(message.text);
    m_thread->add(&RunRecords::messages, m_thread->messages, kMaxMessages, std::move(message));
}

void RunWriter::addMark(MarkRecord mark) {
    cut(mark.text);
    m_thread->add(&RunRecords::marks, m_thread->marks, kMaxMarks, std::move(mark));
}

HistoryResult<void> RunWriter::finish(RunOutcome outcome, Duration patience) {
    return m_thread->finish(std::move(outcome), patience);
}

} // namespace bw::history
