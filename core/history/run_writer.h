#pragma once

#include "core/history/frame_queue.h"
#include "core/history/history_error.h"
#include "core/history/run_record.h"
#include "core/metrics/frame.h"
#include "core/metrics/metric.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace bw::history {

// How the writing goes. A change is told once; writing is tried again twice a second.
enum class WriterState : std::uint8_t { Writing, Busy, DiskFull, Failing };

// Writes one run into the history. Its own thread has the connection and does all the work: append() and
// add…() only queue, so the run never waits for the disk. While the disk stalls, up to 120 frames queue, then
// neighbours merge into frames of 10 s (then 100 s, ...). A frame is one transaction: a killed process loses
// what was queued, nothing else.
//
// append(), add…(), state() and queued() may be called from any thread until finish() begins.
class RunWriter {
public:
    // Called on the writer's thread.
    using OnState = std::function<void(WriterState)>;

    // Without finish(): what is queued is written if the disk takes it at once, and the run ends as
    // interrupted.
    ~RunWriter();
    RunWriter(const RunWriter&) = delete;
    RunWriter& operator=(const RunWriter&) = delete;

    [[nodiscard]] RunId id() const;
    [[nodiscard]] WriterState state() const;
    // Frames that wait for the disk.
    [[nodiscard]] std::size_t queued() const;

    // Frames in order. They carry the definitions of their series.
    void append(metrics::FramePtr frame);

    static constexpr std::size_t kMaxMarks = 10'000;
    // At most 1,000 examples, 10,000 messages and kMaxMarks a run, texts cut at 64 KB; the rest is counted
    // in RunDetail::recordsDropped.
    void addExample(ExampleRecord example);
    void addLog(LogRecord message);
    void addMark(MarkRecord mark);

    // Writes what is queued, packs the rest, stores the outcome and ends the thread. When the disk does not
    // take it within `patience` the error is returned; the run then shows as interrupted once this process is
    // gone, with all that was stored. Once only.
    [[nodiscard]] HistoryResult<void> finish(RunOutcome outcome,
                                             Duration patience = std::chrono::seconds(10));

private:
    friend class HistoryStore;
    class Thread;

    RunWriter(std::string path, RunId run, metrics::MetricRegistry metrics, OnState onState);

    std::unique_ptr<Thread> m_thread;
};

} // namespace bw::history
