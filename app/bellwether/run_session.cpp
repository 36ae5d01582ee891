#include "app/bellwether/run_session.h"

#include "app/bellwether/command.h"
#include "app/bellwether/control_text.h"
#include "app/bellwether/run_progress.h"
#include "app/bellwether/stop_signals.h"
#include "core/base/file.h"
#include "core/report/junit.h"
#include "core/report/summary_export.h"
#include "core/run/run_control.h"
#include "core/run/run_controller.h"
#include "ui/format/compile_error_text.h"
#include "ui/format/error_text.h"
#include "ui/format/event_text.h"
#include "ui/format/problem_text.h"
#include "ui/format/summary_text.h"
#include "ui/format/units.h"
#include "ui/format/words.h"
#include "ui/report/report_file.h"

#include <QCoreApplication>

#include <cstdio>
#include <unistd.h>

namespace bw::app {
namespace {

class SessionWords {
    Q_DECLARE_TR_FUNCTIONS(session)
};

void tell(const QString& text) {
    std::fprintf(stderr, "%s\n", text.toUtf8().constData());
}

void printProblems(const run::PrepareError& error) {
    if (const auto* problems = std::get_if<std::vector<testplan::Problem>>(&error)) {
        for (const testplan::Problem& problem : *problems) {
            tell((problem.severity == testplan::Severity::Error ? SessionWords::tr("error: %1")
                                                                : SessionWords::tr("warning: %1"))
                     .arg(format::problemText(problem)));
        }
        return;
    }
    for (const runplan::CompileError& problem : std::get<std::vector<runplan::CompileError>>(error)) {
        printError(format::compileErrorText(problem).toStdString());
    }
}

// The report's formats this build writes, known before anything is sent.
bool canWriteReports(const RunOutput& output) {
    for (const std::string& path : output.reports) {
        const QString name = format::plain(path);
        if (!ui_report::fileFormatOf(name)) {
            printError(
                SessionWords::tr("--report %1: the name must end in .html or .pdf").arg(name).toStdString());
            return false;
        }
    }
    return true;
}

bool write(const std::string& path, const std::string& text) {
    if (const auto written = writeFileAtomically(path, text); !written) {
        printError(format::fileErrorText(written.error()).toStdString());
        return false;
    }
    return true;
}

bool writeFiles(const run::RunResult& result, const metrics::MetricRegistry& metrics,
                const RunOutput& output) {
    bool good = true;
    for (const std::string& path : output.reports) {
        const auto format = ui_report::fileFormatOf(format::plain(path));
        good =
            write(path, ui_report::reportFile(result.report, format.value_or(ui_report::FileFormat::Html))) &&
            good;
    }
    if (!output.summaryExport.empty()) {
        good =
            write(output.summaryExport, report::summaryExport(result.totals, metrics, result.report.verdict,
                                                              result.report.run.measured())) &&
            good;
    }
    if (!output.junit.empty()) {
        good = write(output.junit, report::junitXml(result.report)) && good;
    }
    for (const FileError& error : result.outputs.errors) {
        printError(format::fileErrorText(error).toStdString());
        good = false;
    }
    return good;
}

// What a person should know beside the figures.
std::vector<QString> remarks(const run::RunResult& result) {
    std::vector<QString> remarks;
    if (result.outputs.dropped > 0) {
        remarks.push_back(
            SessionWords::tr("%1 of %2 samples were not written: the disk of --out was too slow")
                .arg(format::exactCount(result.outputs.dropped),
                     format::exactCount(result.outputs.dropped + result.outputs.written)));
    }
    if (result.historyError) {
        remarks.push_back(SessionWords::tr("the end of the run was not stored: %1")
                              .arg(format::historyErrorText(*result.historyError)));
    }
    if (result.end == run::RunEnd::SetupFailed) {
        remarks.push_back(
            SessionWords::tr("setup failed, so no load was made; `bellwether history show` has the "
                             "exchange that failed"));
    }
    return remarks;
}

int exitCodeOf(const run::RunResult& result) {
    switch (result.end) {
    case run::RunEnd::SetupFailed:
        return static_cast<int>(ExitCode::NotCarriedOut);
    case run::RunEnd::Interrupted:
        return static_cast<int>(ExitCode::Interrupted);
    case run::RunEnd::AbortedByThreshold:
    case run::RunEnd::Finished:
        break;
    }
    return verdict::exitCode(result.report.verdict);
}

} // namespace

int runPlan(const run::RunRequest& request, const RunOutput& output) {
    if (!canWriteReports(output)) {
        return static_cast<int>(ExitCode::Usage);
    }
    auto prepared = run::prepareRun(request);
    if (!prepared) {
        printProblems(prepared.error());
        return static_cast<int>(ExitCode::Usage);
    }
    const std::shared_ptr<const runplan::RunPlan> plan = prepared->compiled;
    for (const testplan::Problem& warning : prepared->warnings) {
        tell(SessionWords::tr("warning: %1").arg(format::problemText(warning)));
    }
    // Before the first thread, so that all of them leave the signals to the one that waits for them.
    const StopSignals::Blocked blocked = StopSignals::block();
    auto controller = run::RunController::create(std::move(*prepared), SystemClock::instance());
    if (!controller) {
        const auto* net = std::get_if<net::NetError>(&controller.error());
        if (net != nullptr && net->kind == net::NetErrorKind::NotAvailable) {
            printError(SessionWords::tr(
                           "--reactor io_uring: this version cannot use io_uring yet; leave the option out")
                           .toStdString());
            return static_cast<int>(ExitCode::Usage);
        }
        printError(format::startErrorText(controller.error()).toStdString());
        return static_cast<int>(ExitCode::NotCarriedOut);
    }
    std::unique_ptr<run::RunControl> control; // gone before the controller
    if (!output.control.empty()) {
        auto opened = run::RunControl::open(output.control, **controller);
        if (!opened) {
            printError("--control " + socketErrorText(opened.error()).toStdString());
            return static_cast<int>(ExitCode::Usage);
        }
        control = std::move(*opened);
    }
    RunProgress progress(output.voice);
    run::RunResult result = [&] {
        const StopSignals signals(blocked, [&] { (*controller)->requestStop(); });
        return (*controller)->run(progress);
    }();
    control.reset();
    progress.clear();
    result.report.warnings = progress.warnings();
    for (const QString& remark : remarks(result)) {
        tell(SessionWords::tr("warning: %1").arg(remark));
        result.report.warnings.push_back(remark.toStdString());
    }
    const auto style =
        ::isatty(STDOUT_FILENO) == 1 ? format::SummaryStyle::Coloured : format::SummaryStyle::Plain;
    std::fputs(format::summaryText(result.report, result.totals, plan->metrics, style).toUtf8().constData(),
               stdout);
    std::fflush(stdout);
    const bool filesAreGood = writeFiles(result, plan->metrics, output);
    if (result.id) {
        tell(SessionWords::tr("kept as run %1 in %2")
                 .arg(result.id->value)
                 .arg(format::plain(*request.history)));
    }
    const int code = exitCodeOf(result);
    return code == 0 && !filesAreGood ? static_cast<int>(ExitCode::NotCarriedOut) : code;
}

} // namespace bw::app
