#pragma once

#include "core/history/frame_queue.h"
#include "core/history/history_error.h"
#include "core/history/run_record.h"
#include "core/metrics/frame.h"
#include "core/metrics/metric.h"

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace bw::history {

// How the writing goes. All but Writing are told once when they begin, and writing is tried again every
// second.
enum class WriterState : std::uint8_t { Writing, Busy, DiskFull, Failing };

// Writes one run into the history. Its own thread has the connection and does all the work: append() and
// add…() only queue, so the run never waits for the disk. While the disk stalls, up to 120 frames queue, then
// neighbours merge into frames of 10 s (then 100 s, ...). A frame is one transaction: a killed process loses
// what was queued, nothing else.
//
// append(), add…() and state() may be called from any thread until finish() begins. The registry is copied.
class RunWriter {
public:
    // Called on the writer's thread when the state changes.
    using OnState = std::function<void(WriterState)>;

    ~RunWriter(); // without finish(): the run stays as it is and shows as interrupted
    RunWriter(const RunWriter&) = delete;
    RunWriter& operator=(const RunWriter&) = delete;

    [[nodiscard]] RunId id() const { return m_run; }
    [[nodiscard]] WriterState state() const { return m_state.load(std::memory_order_relaxed); }

    // Frames in order. They carry the definitions of their series.
    void append(metrics::FramePtr frame);

    // Kept within bounds (1,000 examples, 10,000 messages and 10,000 marks a run; long texts are cut); the
    // rest is counted.
    void addExample(ExampleRecord example);
    void addLog(LogRecord message);
    void addMark(MarkRecord mark);

    // Writes what is queued, packs the rest, stores the outcome and ends the thread. When the disk does not
    // take it within `patience` the error is returned; the run then shows as interrupted, with all that was
    // stored. Once only.
    [[nodiscard]] HistoryResult<void> finish(RunOutcome outcome,
                                             Duration patience = std::chrono::seconds(10));

private:
    friend class HistoryStore;
    class Worker;

    struct Records {
        std::vector<ExampleRecord> examples;
        std::vector<LogRecord> messages;
        std::vector<MarkRecord> marks;
        std::int64_t dropped = 0;
        [[nodiscard]] bool empty() const {
            return examples.empty() && messages.empty() && marks.empty() && dropped == 0;
        }
    };

    RunWriter(std::string path, RunId run, metrics::MetricRegistry metrics, OnState onState);
    void run();
    [[nodiscard]] bool writeQueued(Worker& worker);
    void wait(std::unique_lock<std::mutex>& lock);
    void tell(WriterState state);
    [[nodiscard]] bool pastDeadline() const;

    const std::string m_path;
    const RunId m_run;
    const metrics::MetricRegistry m_metrics;
    const OnState m_onState;

    std::mutex m_mutex;
    std::condition_variable m_wake;
    FrameQueue m_frames;
    Records m_records;
    std::size_t m_exampleCount = 0;
    std::size_t m_messageCount = 0;
    std::size_t m_markCount = 0;
    std::optional<RunOutcome> m_outcome;
    Instant m_deadline{};
    bool m_abandoned = false;

    HistoryResult<void> m_result; // written by the thread, read after it ended
    std::atomic<WriterState> m_state{WriterState::Writing};
    std::thread m_thread;
};

} // namespace bw::history
