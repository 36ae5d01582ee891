#include "app/bellwether/command.h"
#include "app/bellwether/history_access.h"
#include "app/bellwether/history_remarks.h"
#include "app/bellwether/history_transfer.h"
#include "app/bellwether/history_upkeep.h"
#include "app/bellwether/run_export.h"
#include "app/bellwether/run_json.h"
#include "app/bellwether/run_text.h"
#include "core/base/duration_text.h"
#include "core/run/stored_run.h"
#include "ui/format/summary_text.h"
#include "ui/format/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdio>
#include <unistd.h>

namespace bw::app {
namespace {

constexpr int kOk = static_cast<int>(ExitCode::Ok);
constexpr int kUsage = static_cast<int>(ExitCode::Usage);

class HistoryWords {
    Q_DECLARE_TR_FUNCTIONS(history)
};

// The newest `limit` runs that have all the words.
history::HistoryResult<std::vector<history::RunSummary>>
runsWith(history::HistoryReader& reader, const std::string& words, std::int64_t limit) {
    if (words.empty()) {
        return reader.runs(history::RunOrder::NewestFirst, limit);
    }
    const auto found = reader.search(words);
    if (!found) {
        return std::unexpected(found.error());
    }
    auto runs = reader.runs(history::RunOrder::NewestFirst);
    if (runs) {
        std::erase_if(*runs, [&](const history::RunSummary& run) {
            return !std::ranges::binary_search(*found, run.id);
        });
        runs->resize(std::min<std::size_t>(runs->size(), static_cast<std::size_t>(limit)));
    }
    return runs;
}

int list(const history::HistoryStore& store, bool asJson, const std::string& words, std::int64_t limit) {
    auto reader = store.reader();
    if (!reader) {
        return historyFailed(reader.error());
    }
    const auto runs = runsWith(*reader, words, limit);
    if (!runs) {
        return historyFailed(runs.error());
    }
    if (runs->empty() && !words.empty() && !asJson) {
        printLine(HistoryWords::tr("no run has all these words: %1").arg(format::plain(words)));
        return kOk;
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
        // To check is to change nothing, not even what a killed run left.
        auto store = m_check->parsed() && !m_repair ? viewHistory(m_file) : openHistory(m_file);
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
        m_list->add_option(
            "--search", m_words,
            "Only runs that have all these words in plan, environment, build, host, note, tags, "
            "requests' names, log or failing exchanges");
        m_list->add_option("--limit", m_limit, "At most so many")->check(CLI::PositiveNumber);
        m_show = m_app->add_subcommand("show", "A run's summary, failing exchanges and log");
        addRun(m_show);
        addFormat(m_show);
        m_export = m_app->add_subcommand("export", "Write a run to a file");
        addRun(m_export);
        m_export->add_option("-o,--output", m_output, "The file; - is standard output")->required();
        m_export
            ->add_option("--format", m_exportFormat,
                         "json: everything; csv: a line for each second; k6-json: k6's JSON lines, a point "
                         "for each sample, "
                         "times to the second and values to 0.8 % as they were kept; run: a file that "
                         "\"history import\" "
                         "takes")
            ->check(CLI::IsMember({"json", "csv", "k6-json", "run"}));
        m_backup = m_app->add_subcommand("backup", "Save the whole history in a file, also while runs go on");
        m_backup->add_option("FILE", m_output, "The file to write")->required();
    }

    void addChanging() {
        m_delete = m_app->add_subcommand("delete", "Take runs out of the history for good");
        m_delete->add_option("RUN", m_runs, "Numbers of runs, or \"last\"")->required();
        m_delete->add_flag("--yes", m_yes, "Do not ask");
        m_import = m_app->add_subcommand("import", "Take in runs that were exported with --format run");
        m_import->add_option("FILE", m_files, "The files")->required();
        addRemarks();
        addPruning();
        m_check = m_app->add_subcommand(
            "check", "Read everything and tell what is damaged (exit code 3); changes nothing by itself");
        m_check->add_flag(
            "--repair", m_repair,
            "Mend what can be mended: sums are made again from the seconds, rows that belong to no "
            "run go. The file as it was is saved beside it first (.before-repair); a run that "
            "cannot be mended is told and left as it is");
    }

    void addRemarks() {
        m_annotate = m_app->add_subcommand("annotate", "Say something of a run: a note, tags, a star");
        addRun(m_annotate);
        m_annotate->add_option("--note", m_remarks.note, "Takes the place of the note");
        m_annotate->add_option("--tag", m_remarks.tags, "KEY=VALUE, again for more");
        m_annotate->add_option("--untag", m_remarks.untags, "A tag's key, again for more");
        CLI::Option* star = m_annotate->add_flag("--star", m_star, "Starred runs are never pruned");
        m_annotate->add_flag("--no-star", m_noStar, "Take the star away")->excludes(star);
    }

    void addPruning() {
        m_prune = m_app->add_subcommand(
            "prune", "Let go of old runs; starred ones, baselines and what still runs stay");
        m_prune->add_option("--keep", m_retention.keep, "The newest so many of each plan and environment")
            ->check(CLI::PositiveNumber);
        m_prune->add_option("--older-than", m_olderThan, "Those that began before, e.g. 90d or 36h");
        m_prune->add_flag("--yes", m_yes, "Do it; without, it is only told");
    }

    [[nodiscard]] int prune(const history::HistoryStore& store) {
        if (!m_olderThan.empty()) {
            const auto age = parseDuration(m_olderThan);
            if (!age) {
                printError("--older-than " + format::plain(m_olderThan).toStdString() + ": write 90d or 36h");
                return kUsage;
            }
            m_retention.olderThan = *age;
        }
        if (!m_retention.keep && !m_retention.olderThan) {
            printError("say which runs go: --keep N, --older-than AGE");
            return kUsage;
        }
        return pruneRuns(store, m_retention, m_yes ? Pruning::Do : Pruning::Tell);
    }

    [[nodiscard]] int exportOne(const history::HistoryStore& store, history::RunId id) const {
        if (m_exportFormat == "run") {
            const auto done = store.exportRun(id, m_output);
            return done ? kOk : historyFailed(done.error());
        }
        const run::ExportFormat format = m_exportFormat == "csv"       ? run::ExportFormat::Csv
                                         : m_exportFormat == "k6-json" ? run::ExportFormat::K6Json
                                                                       : run::ExportFormat::Json;
        return exportRun(store, id, format, m_output);
    }

    [[nodiscard]] int run(const history::HistoryStore& store) {
        const bool asJson = m_format == "json";
        if (m_list->parsed()) {
            return list(store, asJson, m_words, m_limit);
        }
        if (m_check->parsed()) {
            return m_repair ? repairHistory(store) : checkHistory(store);
        }
        if (m_import->parsed()) {
            return importRuns(store, m_files);
        }
        if (m_backup->parsed()) {
            return backUp(store, m_output);
        }
        if (m_prune->parsed()) {
            return prune(store);
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
        if (m_star || m_noStar) {
            m_remarks.isStarred = m_star;
        }
        return m_annotate->parsed() ? annotateRun(store, *id, m_remarks) : exportOne(store, *id);
    }

    CLI::App* m_app = nullptr;
    CLI::App* m_list = nullptr;
    CLI::App* m_show = nullptr;
    CLI::App* m_export = nullptr;
    CLI::App* m_delete = nullptr;
    CLI::App* m_check = nullptr;
    CLI::App* m_import = nullptr;
    CLI::App* m_backup = nullptr;
    CLI::App* m_annotate = nullptr;
    CLI::App* m_prune = nullptr;
    std::string m_file;
    std::string m_format = "text";
    std::string m_exportFormat = "json";
    std::string m_output;
    std::string m_run;
    std::vector<std::string> m_runs;
    std::string m_words;
    std::int64_t m_limit = INT64_MAX;
    bool m_yes = false;
    std::vector<std::string> m_files;
    Remarks m_remarks;
    bool m_repair = false;
    bool m_star = false;
    bool m_noStar = false;
    history::Retention m_retention;
    std::string m_olderThan;
};

} // namespace

std::unique_ptr<Command> makeHistoryCommand() {
    return std::make_unique<HistoryCommand>();
}

} // namespace bw::app
