#include "app/bellwether/command.h"
#include "app/bellwether/history_access.h"
#include "app/bellwether/run_text.h"
#include "core/base/file.h"
#include "core/report/model_json.h"
#include "core/run/stored_run.h"
#include "ui/format/error_text.h"
#include "ui/format/words.h"
#include "ui/report/report_file.h"

#include <QCoreApplication>

namespace bw::app {
namespace {

class ReportWords {
    Q_DECLARE_TR_FUNCTIONS(report)
};

class ReportCommand final : public Command {
public:
    void addTo(CLI::App& app) override {
        m_app = app.add_subcommand("report", "Write the report of a run that was kept");
        m_app->add_option("RUN", m_run, "The run's number, or \"last\"")->required();
        m_app->add_option("-o,--output", m_output, "The file to write (FILE.html, FILE.pdf or FILE.json)")
            ->required();
        m_app->add_option("--history", m_file, "History file (default: in your data folder)");
    }

    [[nodiscard]] bool chosen() const override { return m_app->parsed(); }

    [[nodiscard]] int run() override {
        if (!canWrite()) {
            return static_cast<int>(ExitCode::Usage);
        }
        const auto store = openHistory(m_file);
        if (!store) {
            return historyFailed(store.error());
        }
        const auto id = findRun(*store, m_run);
        if (!id) {
            return static_cast<int>(ExitCode::Usage);
        }
        // A page shows a long run as the window does; a program gets every second.
        const bool isPage = !format::plain(m_output).endsWith(QStringLiteral(".json"));
        auto run = run::loadRun(*store, *id, isPage ? run::CurveDetail::Overview : run::CurveDetail::Seconds);
        if (!run) {
            return historyFailed(run.error());
        }
        run->model.warnings = warningsOf(*run);
        const auto format = ui_report::fileFormatOf(format::plain(m_output));
        const std::string text =
            format ? ui_report::reportFile(run->model, *format) : report::modelJson(run->model);
        if (const auto written = writeFileAtomically(m_output, text); !written) {
            printError(format::fileErrorText(written.error()).toStdString());
            return static_cast<int>(ExitCode::NotCarriedOut);
        }
        return static_cast<int>(ExitCode::Ok);
    }

private:
    [[nodiscard]] bool canWrite() const {
        const QString name = format::plain(m_output);
        if (ui_report::fileFormatOf(name) || name.endsWith(QStringLiteral(".json"))) {
            return true;
        }
        printError(
            ReportWords::tr("-o %1: the name must end in .html, .pdf or .json").arg(name).toStdString());
        return false;
    }

    CLI::App* m_app = nullptr;
    std::string m_run;
    std::string m_output;
    std::string m_file;
};

} // namespace

std::unique_ptr<Command> makeReportCommand() {
    return std::make_unique<ReportCommand>();
}

} // namespace bw::app
