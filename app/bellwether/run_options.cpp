#include "app/bellwether/run_options.h"

#include "app/bellwether/command.h"
#include "core/base/duration_text.h"
#include "core/history/history_store.h"
#include "core/observe/process_selection.h"

#include <charconv>

namespace bw::app {
namespace {

using Pair = std::pair<std::string, std::string>;

Result<Pair, std::string> splitPair(const std::string& text, const char* option) {
    const auto equals = text.find('=');
    if (equals == std::string::npos || equals == 0) {
        return std::unexpected(std::string(option) + " wants NAME=VALUE, not \"" + text + "\"");
    }
    return Pair(text.substr(0, equals), text.substr(equals + 1));
}

Result<std::vector<Pair>, std::string> splitPairs(const std::vector<std::string>& texts, const char* option) {
    std::vector<Pair> pairs;
    for (const std::string& text : texts) {
        auto pair = splitPair(text, option);
        if (!pair) {
            return std::unexpected(std::move(pair.error()));
        }
        pairs.push_back(std::move(*pair));
    }
    return pairs;
}

Result<std::vector<run::SampleOutput>, std::string> sampleOutputs(const std::vector<std::string>& texts) {
    std::vector<run::SampleOutput> outputs;
    for (const std::string& text : texts) {
        using Format = run::SampleOutput::Format;
        if (text.starts_with("json=") && text.size() > 5) {
            outputs.push_back({Format::Json, text.substr(5)});
        } else if (text.starts_with("csv=") && text.size() > 4) {
            outputs.push_back({Format::Csv, text.substr(4)});
        } else {
            return std::unexpected("--out wants json=FILE or csv=FILE, not \"" + text + "\"");
        }
    }
    return outputs;
}

run::ReactorChoice reactorChoice(const std::string& text) {
    if (text == "io_uring") {
        return run::ReactorChoice::IoUring;
    }
    return text == "epoll" ? run::ReactorChoice::Epoll : run::ReactorChoice::Auto;
}

} // namespace

void RunOptions::addTo(CLI::App& app) {
    app.add_option("PLAN", m_plan, "The plan file (*.plan.json)")->required();
    addLoad(app);
    addRecord(app);
    addOutput(app);
}

void RunOptions::addLoad(CLI::App& app) {
    app.add_option("-e,--env", m_variables, "Set a variable (KEY=VALUE); beats the environment and the plan")
        ->allow_extra_args(false);
    app.add_option("--environment", m_environment, "One of the plan's environments");
    app.add_option("--scenario", m_scenarios, "Run only this scenario; may be repeated")
        ->allow_extra_args(false);
    app.add_option("--duration", m_duration, "Replace the duration of every scenario (90s, 5m)");
    app.add_option("--vus", m_vus, "Replace the number of VUs of every scenario")->check(CLI::PositiveNumber);
    app.add_option("--time-scale", m_timeScale, "Multiply start times, durations and windows; never rates");
    app.add_option("--workers", m_workers, "Threads that make load (default: one per processor)")
        ->check(CLI::Range(1, 1024));
    app.add_option("--reactor", m_reactor, "Event loop")->check(CLI::IsMember({"auto", "io_uring", "epoll"}));
    app.add_option("--seed", m_seed, "Make chance repeatable (a whole number; recorded with each run)");
    app.add_option("--allow-host", m_allowedHosts, "Confirm that load may go to a host the plan names")
        ->allow_extra_args(false);
}

void RunOptions::addRecord(CLI::App& app) {
    app.add_option("--tag", m_tags, "Tag the run (KEY=VALUE)")->allow_extra_args(false);
    app.add_option("--build", m_build, "Build or commit id of the system under test");
    app.add_option("--note", m_note, "A remark kept with the run");
    app.add_option("--watch", m_watched,
                   "Measure a process of this machine, too: its name, its number, or the :PORT it listens on")
        ->allow_extra_args(false);
    auto* history = app.add_option("--history", m_history, "History file (default: in your data folder)");
    app.add_flag("--no-history", m_noHistory, "Keep nothing")->excludes(history);
}

void RunOptions::addOutput(CLI::App& app) {
    app.add_option("--summary-export", m_summaryExport, "Write k6's summary JSON");
    app.add_option("--out", m_outputs, "Every sample to a file: json=FILE or csv=FILE")
        ->allow_extra_args(false);
    app.add_option("--junit", m_junit, "Write thresholds and budgets as JUnit XML");
    app.add_option("--report", m_reports, "Write the report (FILE.html or FILE.pdf); may be repeated")
        ->allow_extra_args(false);
    app.add_option("--control", m_control,
                   "Let `bellwether control SOCKET` pause the run, change its load and note moments");
    app.add_flag("--http-debug", m_httpDebug, "Print every request and response to standard error");
    app.add_flag("-q,--quiet", m_quiet, "No progress");
}

Result<run::RunRequest, std::string> RunOptions::request() const {
    run::RunRequest request;
    request.planPath = m_plan;
    request.resources = resourcesFolder();
    request.environment = m_environment;
    request.scenarios = m_scenarios;
    request.timeScale = m_timeScale;
    request.allowedHosts = m_allowedHosts;
    request.reactor = reactorChoice(m_reactor);
    request.build = m_build;
    request.note = m_note;
    request.httpDebug = m_httpDebug;
    if (!(m_timeScale > 0 && m_timeScale <= 1000)) {
        return std::unexpected(std::string("--time-scale wants a number above 0 and at most 1000"));
    }
    if (!m_duration.empty()) {
        request.duration = parseDuration(m_duration);
        if (!request.duration || *request.duration <= Duration::zero()) {
            return std::unexpected("--duration wants a duration such as 90s or 5m, not \"" + m_duration +
                                   "\"");
        }
    }
    if (!m_seed.empty()) {
        std::uint64_t seed = 0;
        const auto [end, error] = std::from_chars(m_seed.data(), m_seed.data() + m_seed.size(), seed);
        if (error != std::errc() || end != m_seed.data() + m_seed.size()) {
            return std::unexpected("--seed wants a whole number from 0 to 18446744073709551615, not \"" +
                                   m_seed + "\"");
        }
        request.seed = seed;
    }
    if (m_vus > 0) {
        request.vus = m_vus;
    }
    if (m_workers > 0) {
        request.workers = m_workers;
    }
    if (!m_noHistory) {
        request.history = m_history.empty() ? history::defaultHistoryPath() : m_history;
    }
    for (const std::string& text : m_watched) {
        if (!observe::parseSelection(text)) {
            return std::unexpected("--watch wants a program's name, a process's number or :PORT, not \"" +
                                   text + "\"");
        }
    }
    request.watched = m_watched;
    auto variables = splitPairs(m_variables, "-e");
    auto tags = splitPairs(m_tags, "--tag");
    auto outputs = sampleOutputs(m_outputs);
    if (!variables || !tags || !outputs) {
        return std::unexpected(!variables ? variables.error() : !tags ? tags.error() : outputs.error());
    }
    request.variables = std::move(*variables);
    request.tags = std::move(*tags);
    request.outputs = std::move(*outputs);
    return request;
}

RunOutput RunOptions::output() const {
    return {m_quiet ? RunOutput::Voice::Quiet : RunOutput::Voice::Normal, m_reports, m_summaryExport, m_junit,
            m_control};
}

} // namespace bw::app
