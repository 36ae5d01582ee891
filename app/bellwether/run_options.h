#pragma once

#include "core/base/result.h"
#include "core/run/run_request.h"

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace bw::app {

// Where the words and files of a run go, which the engine need not know.
struct RunOutput {
    enum class Voice { Normal, Quiet };
    Voice voice = Voice::Normal;
    std::vector<std::string> reports; // .html, .pdf
    std::string summaryExport;        // k6's legacy JSON
    std::string junit;
    std::string control; // a socket's path; empty: nobody steers
};

// The options of `bellwether run`: their text, and what it means.
class RunOptions {
public:
    void addTo(CLI::App& app);

    // The request, or what is wrong with an option, in words.
    [[nodiscard]] Result<run::RunRequest, std::string> request() const;
    [[nodiscard]] RunOutput output() const;

private:
    void addLoad(CLI::App& app);
    void addRecord(CLI::App& app);
    void addOutput(CLI::App& app);

    std::string m_plan;
    std::vector<std::string> m_variables;
    std::string m_environment;
    std::vector<std::string> m_scenarios;
    std::string m_duration;
    std::int64_t m_vus = 0;
    double m_timeScale = 1;
    unsigned m_workers = 0;
    std::string m_reactor = "auto";
    std::string m_seed;
    std::vector<std::string> m_tags;
    std::string m_build;
    std::string m_note;
    std::vector<std::string> m_watched;
    std::vector<std::string> m_allowedHosts;
    std::string m_history;
    bool m_noHistory = false;
    std::string m_summaryExport;
    std::vector<std::string> m_outputs;
    std::string m_junit;
    std::vector<std::string> m_reports;
    std::string m_control;
    bool m_httpDebug = false;
    bool m_quiet = false;
};

} // namespace bw::app
