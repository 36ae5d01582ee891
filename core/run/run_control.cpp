#include "core/run/run_control.h"

#include <algorithm>
#include <future>
#include <nlohmann/json.hpp>

namespace bw::run {
namespace {

using Json = nlohmann::ordered_json;
using control::ControlCommand;

double secondsOf(Duration time) {
    return std::chrono::duration<double>(time).count();
}

const char* stageName(engine::EngineStage stage) {
    switch (stage) {
    case engine::EngineStage::Setup:
        return "setup";
    case engine::EngineStage::Load:
        return "load";
    case engine::EngineStage::Teardown:
        return "teardown";
    case engine::EngineStage::Ended:
        break;
    }
    return "ended";
}

const char* wordOf(CommandResult result) {
    switch (result) {
    case CommandResult::NoLoad:
        return "no_load";
    case CommandResult::AlreadyPaused:
        return "already_paused";
    case CommandResult::NotPaused:
        return "not_paused";
    case CommandResult::NoSuchScenario:
        return "no_such_scenario";
    case CommandResult::Done:
        break;
    }
    return "";
}

Json scenarioJson(const ScenarioProgress& scenario, const metrics::ScenarioSnapshot& counters) {
    Json json;
    json["name"] = scenario.name;
    json["executor"] = scenario.executor;
    json["begun"] = scenario.hasBegun;
    json["done"] = scenario.done;
    json["vus"] = counters.activeVus;
    json["maxVUs"] = scenario.maxVus;
    if (scenario.isOpen) {
        json["wantedRate"] = scenario.wantedRate;
    } else {
        json["wantedVUs"] = scenario.wantedVus;
    }
    json["added"] = scenario.added;
    json["iterations"] = counters.iterationsDone;
    json["dropped"] = counters.iterationsDropped;
    return json;
}

std::string dumped(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string answerText(CommandResult result) {
    return result == CommandResult::Done ? R"({"ok":true})" : control::controlErrorText(wordOf(result));
}

} // namespace

std::string statusJson(const Progress& progress) {
    const metrics::Snapshot& now = progress.snapshot;
    Json json;
    json["stage"] = stageName(progress.stage);
    json["paused"] = progress.isPaused;
    json["time"] = secondsOf(now.runTime);
    json["planned"] = secondsOf(progress.planned);
    json["pausedTime"] = secondsOf(progress.paused);
    json["vus"] = now.total.activeVus;
    json["requests"] = now.requests;
    json["failed"] = now.requestsFailed;
    json["iterations"] = now.total.iterationsDone;
    json["dropped"] = now.total.iterationsDropped;
    json["scenarios"] = Json::array();
    for (std::size_t i = 0; i < progress.scenarios.size(); ++i) {
        json["scenarios"].push_back(scenarioJson(progress.scenarios[i], now.scenarios[i]));
    }
    return dumped(json);
}

Result<std::unique_ptr<RunControl>, control::SocketError> RunControl::open(const std::string& path,
                                                                           RunController& controller) {
    std::unique_ptr<RunControl> control(new RunControl(controller));
    auto server = control::ControlServer::open(
        path, [&self = *control](const control::ControlRequest& request) { return self.answer(request); });
    if (!server) {
        return std::unexpected(std::move(server.error()));
    }
    control->m_server = std::move(*server);
    return control;
}

std::string RunControl::answer(const control::ControlRequest& request) {
    switch (request.command) {
    case ControlCommand::Status:
        return R"({"ok":true,"status":)" + statusJson(m_controller.progress()) + '}';
    case ControlCommand::Pause:
        return carryOut(PauseLoad{});
    case ControlCommand::Resume:
        return carryOut(ResumeLoad{});
    case ControlCommand::Add:
        return carryOut(AddLoad{request.scenario, request.amount});
    case ControlCommand::Vus:
        return setVus(request);
    case ControlCommand::Note:
        return carryOut(MarkMoment{request.text, {}});
    case ControlCommand::Abort:
        m_controller.requestStop();
        [[fallthrough]];
    case ControlCommand::Stop:
        break;
    }
    m_controller.requestStop();
    return answerText(CommandResult::Done);
}

std::string RunControl::setVus(const control::ControlRequest& request) {
    const Progress now = m_controller.progress();
    const auto scenario = std::ranges::find(now.scenarios, request.scenario, &ScenarioProgress::name);
    if (scenario == now.scenarios.end()) {
        return answerText(now.scenarios.empty() ? CommandResult::NoLoad : CommandResult::NoSuchScenario);
    }
    if (!scenario->isExternal) {
        return control::controlErrorText("follows_plan");
    }
    return carryOut(AddLoad{request.scenario, request.amount + scenario->byHand.least});
}

std::string RunControl::carryOut(RunCommand command) {
    auto done = std::make_shared<std::promise<CommandResult>>();
    auto result = done->get_future();
    m_controller.send(std::move(command), [done](CommandResult how) { done->set_value(how); });
    return answerText(result.get());
}

} // namespace bw::run
