#include "app/bellwether/command.h"
#include "app/bellwether/history_access.h"
#include "app/bellwether/history_upkeep.h"
#include "app/bellwether/run_export.h"
#include "app/bellwether/run_json.h"
#include "app/bellwether/run_text.h"
#include "core/run/stored_run.h"
#include "ui/format/summary_text.h"

#include <cstdio>
#include <unistd.h>

namespace bw::app {
namespace {

constexpr int kOk = static_cast<int>(ExitCode::Ok);
constexpr int kUsage = static_cast<int>(ExitCode::Usage);

int list(const history::HistoryStore& store, bool asJson, std::int64_t limit) {
    auto reader = store.reader();
    if (!reader) {
        return historyFailed(reader.error());
    }
    const auto runs = reader->runs(history::RunOrder::NewestFirst, limit);
    if (!runs) {
        return historyFailed(runs.error());
    }
    if (!asJson) {
        std::fputs(runTable(*runs).toUtf8().constData(), stdout);
        return kOk;
    }
    nlohmann::ordered_json json{{"runs", nlohmann::ordered_json::array()}};
    for (const history::RunSummary& run : *runs) {
        json["runs"].push_back(summaryJson(run));
    }
    std::fputs(jsonText(json).c_str(), stdout);
    return kOk;
}

void printRun(const history::RunSummary& summary, const run::StoredRun& run) {
    const auto style =
        ::isatty(STDOUT_FILENO) == 1 ? format::SummaryStyle::Coloured : format::SummaryStyle::Plain;
    std::fputs(runHeading(summary, run.model.run).toUtf8().constData(), stdout);
    std::fputs(format::summaryText(run.model, run.totals, run.metrics, style).toUtf8().constData(), stdout);
    std::fputs(runRecords(run).toUtf8().constData(), stdout);
}

int show(const history::HistoryStore& store, history::RunId id, bool asJson) {
    auto reader = store.reader();
    if (!reader) {
        return historyFailed(reader.error());
    }
    const auto detail = reader->run(id);
    if (!detail) {
        return historyFailed(detail.error());
    }
    auto run = run::loadRun(store, id);
    if (!run) {
        return historyFailed(run.error());
    }
    if (asJson) {
        std::fputs(jsonText(runJson(detail->summary, *run)).c_str(), stdout);
    } else {
        printRun(detail->summary, std::move(*run));
    }
    return kOk;
}

class HistoryCommand final : public Command {
public:
    void addTo(CLI::App& app) override {
        m_app = app.add_subcommand("history", "The runs that were kept");
        m_app->require_subcommand(1);
        m_app->fallthrough();
        m_app->add_option("--history", m_file, "History file (default: in your data folder)");
        addReading();
        addChanging();
    }

    [[nodiscard]] bool chosen() const override { return m_app->parsed(); }

    [[nodiscard]] int run() override {
        auto store = openHistory(m_file);
        if (!store) {
            const bool nothingYet =
                m_file.empty() && store.error().kind == history::HistoryErrorKind::NotFound;
            if (nothingYet && m_list->parsed()) {
                std::fputs(m_format == "json" ? "{\"runs\": []}\n" : runTable({}).toUtf8().constData(),
                           stdout);
                return kOk;
            }
            return historyFailed(store.error());
        }
        return run(*store);
    }

private:
    void addFormat(CLI::App* command) {
        command->add_option("--format", m_format, "How to print")->check(CLI::IsMember({"text", "json"}));
    }

    void addRun(CLI::App* command) {
        command->add_option("RUN", m_run, "The run's number, or \"last\"")->required();
    }

    void addReading() {
        m_list = m_app->add_subcommand("list", "All runs, the newest first");
        addFormat(m_list);
        m_list->add_option("--limit", m_limit, "At most so many")->check(CLI::PositiveNumber);
        m_show = m_app->add_subcommand("show", "A run's summary, failing exchanges and log");
        addRun(m_show);
        addFormat(m_show);
        m_export = m_app->add_subcommand("export", "Write a run to a file");
        addRun(m_export);
        m_export->add_option("-o,--output", m_output, "The file; - is standard output")->required();
        m_export->add_option("--format", m_exportFormat, "json: everything; csv: a line for each second")
            ->check(CLI::IsMember({"json", "csv"}));
    }

    void addChanging() {
        m_delete = m_app->add_subcommand("delete", "Take runs out of the history for good");
        m_delete->add_option("RUN", m_runs, "Numbers of runs, or \"last\"")->required();
        m_delete->add_flag("--yes", m_yes, "Do not ask");
        m_check = m_app->add_subcommand("check", "Read everything and tell what is damaged (exit code 3)");
    }

    [[nodiscard]] int run(const history::HistoryStore& store) {
        const bool asJson = m_format == "json";
        if (m_list->parsed()) {
            return list(store, asJson, m_limit);
        }
        if (m_check->parsed()) {
            return checkHistory(store);
        }
        if (m_delete->parsed()) {
            return deleteRuns(store, m_runs, m_yes ? Confirmation::Given : Confirmation::Ask);
        }
        const auto id = findRun(store, m_run);
        if (!id) {
            return kUsage;
        }
        if (m_show->parsed()) {
            return show(store, *id, asJson);
        }
        return exportRun(store, *id, m_exportFormat == "csv" ? ExportFormat::Csv : ExportFormat::Json,
                         m_output);
    }

    CLI::App* m_app = nullptr;
    CLI::App* m_list = nullptr;
    CLI::App* m_show = nullptr;
    CLI::App* m_export = nullptr;
    CLI::App* m_delete = nullptr;
    CLI::App* m_check = nullptr;
    std::string m_file;
    std::string m_format = "text";
    std::string m_exportFormat = "json";
    std::string m_output;
    std::string m_run;
    std::vector<std::string> m_runs;
    std::int64_t m_limit = INT64_MAX;
    bool m_yes = false;
};

} // namespace

std::unique_ptr<Command> makeHistoryCommand() {
    return std::make_unique<HistoryCommand>();
}

} // namespace bw::app
