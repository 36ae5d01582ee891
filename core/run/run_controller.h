#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/engine/load_engine.h"
#include "core/history/history_error.h"
#include "core/history/run_record.h"
#include "core/metrics/totals.h"
#include "core/report/report_model.h"
#include "core/run/clock_watch.h"
#include "core/run/command_queue.h"
#include "core/run/run_command.h"
#include "core/run/run_observer.h"
#include "core/run/run_prepare.h"
#include "core/run/sample_output.h"
#include "core/run/surroundings.h"
#include "core/verdict/verdict.h"

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace bw::run {

// Why a run did not even begin.
using StartError = std::variant<history::HistoryError, net::NetError, FileError>;

// How a run came to its end.
enum class RunEnd : std::uint8_t {
    Finished,
    Interrupted, // a person stopped it
    AbortedByThreshold,
    SetupFailed, // no load was made
};

// What is left of a run when it is over.
struct RunResult {
    RunEnd end = RunEnd::Finished;
    std::optional<history::RunId> id; // none when nothing was kept
    report::ReportModel
        report; // with verdict, examples and marks; `warnings` is the caller's to put into words
    metrics::Totals totals;
    std::optional<history::HistoryError> historyError; // the run's end could not be stored
    SampleFiles::Outcome outputs;
};

// The whole way of one run: prepared plan → engine → frames → verdict → history → result. One object, one
// run.
class RunController {
public:
    // Opens the history and the outputs and makes the engine; nothing is sent yet.
    // `clocks` is read on the run's thread, to notice sleep and clocks that are set.
    [[nodiscard]] static Result<std::unique_ptr<RunController>, StartError>
    create(PreparedRun prepared, const Clock& clock, ReadClocks clocks = readClocks);
    ~RunController();

    // Runs to the end on the calling thread, which becomes the controller.
    [[nodiscard]] RunResult run(RunObserver& observer);

    // Any thread. The first stops gracefully: no new iterations, those in flight may end, teardown runs. The
    // second cuts everything off.
    void requestStop() { m_stops.fetch_add(1, std::memory_order_relaxed); }

    // Any thread. Obeyed within a tenth of a second.
    void send(RunCommand command, OnCommandDone onDone = {}) {
        m_commands.put(std::move(command), std::move(onDone));
    }
    // Any thread. How the run stood at the controller's last turn; without scenarios before the first.
    [[nodiscard]] Progress progress() const;

private:
    class Parts;
    explicit RunController(std::unique_ptr<Parts> parts);

    std::unique_ptr<Parts> m_parts;
    std::atomic<int> m_stops{0};
    CommandQueue m_commands;
    mutable std::mutex m_mutex;
    Progress m_progress; // guarded
};

} // namespace bw::run
