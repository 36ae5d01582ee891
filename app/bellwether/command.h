#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <memory>
#include <string>

namespace bw::app {

// What a command ends with (the first that applies): 2 wrong usage or an invalid plan, 3 could not be carried
// out, 130 interrupted, 98 inconclusive, 99 a threshold or budget failed, 0.
enum class ExitCode : int {
    Ok = 0,
    Usage = 2,
    NotCarriedOut = 3,
    Inconclusive = 98,
    Failed = 99,
    Interrupted = 130,
};

// One subcommand: adds its options to the parser and, when it was chosen, does its work. Each stands in its
// own file.
class Command {
public:
    virtual ~Command() = default;
    virtual void addTo(CLI::App& app) = 0;
    [[nodiscard]] virtual bool chosen() const = 0;
    [[nodiscard]] virtual int run() = 0;
};

std::unique_ptr<Command> makeRunCommand();
std::unique_ptr<Command> makeValidateCommand();
std::unique_ptr<Command> makeScheduleCommand();
std::unique_ptr<Command> makeHistoryCommand();
std::unique_ptr<Command> makeReportCommand();
std::unique_ptr<Command> makeCompareCommand();
std::unique_ptr<Command> makeBaselineCommand();
std::unique_ptr<Command> makeTrendCommand();
std::unique_ptr<Command> makeControlCommand();

// The folder with the resources: beside the program when installed, in the source tree otherwise.
[[nodiscard]] std::string resourcesFolder();

// Writes one line "error: …" to standard error.
void printError(const std::string& text);

} // namespace bw::app
