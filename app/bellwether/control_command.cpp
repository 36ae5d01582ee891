#include "app/bellwether/command.h"
#include "app/bellwether/control_text.h"
#include "core/control/control_client.h"

#include <cstdio>
#include <map>
#include <nlohmann/json.hpp>
#include <vector>

namespace bw::app {
namespace {

using control::ControlCommand;
using control::ControlRequest;

// Steers a run of another `bellwether run --control SOCKET`.
class ControlClient final : public Command {
public:
    void addTo(CLI::App& app) override {
        m_app = app.add_subcommand("control", "Steer a run that was started with --control");
        m_app->add_option("SOCKET", m_socket, "What --control named")->required();
        m_app->add_option("--format", m_format, "How to print")->check(CLI::IsMember({"text", "json"}));
        m_app->require_subcommand(1);
        add("status", ControlCommand::Status, "Say how the run stands");
        add("pause", ControlCommand::Pause, "Start no iteration any more; schedules stand still");
        add("resume", ControlCommand::Resume, "Go on");
        add("stop", ControlCommand::Stop, "End the run; iterations in flight may end");
        add("abort", ControlCommand::Abort, "End the run at once");
        addAmount("vus", ControlCommand::Vus, "Set the VUs of an externally-controlled scenario");
        addAmount("add", ControlCommand::Add,
                  "Add VUs (or iterations a second) to the plan's; negative takes away, 0 is the plan");
        add("note", ControlCommand::Note, "Mark this moment with a note")
            ->add_option("TEXT", m_request.text, "The note")
            ->required();
    }

    [[nodiscard]] bool chosen() const override { return m_app->parsed(); }

    [[nodiscard]] int run() override {
        for (const auto& [command, parser] : m_commands) {
            if (parser->parsed()) {
                m_request.command = command;
            }
        }
        const auto answer = control::askOverSocket(m_socket, m_request);
        if (!answer) {
            printError(socketErrorText(answer.error()).toStdString());
            return static_cast<int>(ExitCode::NotCarriedOut);
        }
        return show(*answer);
    }

private:
    CLI::App* add(const char* name, ControlCommand command, const char* about) {
        CLI::App* parser = m_app->add_subcommand(name, about)->fallthrough();
        m_commands[command] = parser;
        return parser;
    }
    void addAmount(const char* name, ControlCommand command, const char* about) {
        CLI::App* parser = add(name, command, about);
        parser->add_option("SCENARIO", m_request.scenario, "The scenario's name")->required();
        parser->add_option("AMOUNT", m_request.amount, "How many")->required();
    }

    [[nodiscard]] int show(const std::string& answer) const {
        const nlohmann::json json = nlohmann::json::parse(answer, nullptr, false);
        const bool isGood = json.is_object() && json.value("ok", false);
        if (m_format == "json") {
            std::printf("%s\n", answer.c_str());
        } else if (!isGood) {
            const std::string word = json.is_object() ? json.value("error", std::string()) : std::string();
            printError(controlErrorText(word, m_request.scenario).toStdString());
        } else if (m_request.command == ControlCommand::Status) {
            std::fputs(controlStatusText(json["status"]).toUtf8().constData(), stdout);
        }
        return static_cast<int>(isGood ? ExitCode::Ok : ExitCode::NotCarriedOut);
    }

    CLI::App* m_app = nullptr;
    std::map<ControlCommand, CLI::App*> m_commands;
    ControlRequest m_request;
    std::string m_socket;
    std::string m_format = "text";
};

} // namespace

std::unique_ptr<Command> makeControlCommand() {
    return std::make_unique<ControlClient>();
}

} // namespace bw::app
