#include "core/control/control_message.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>
#include <utility>

namespace bw::control {
namespace {

using Json = nlohmann::json;

constexpr std::array<std::pair<std::string_view, ControlCommand>, 8> kCommands{{
    {"status", ControlCommand::Status},
    {"pause", ControlCommand::Pause},
    {"resume", ControlCommand::Resume},
    {"stop", ControlCommand::Stop},
    {"abort", ControlCommand::Abort},
    {"vus", ControlCommand::Vus},
    {"add", ControlCommand::Add},
    {"note", ControlCommand::Note},
}};

bool hasAmount(ControlCommand command) {
    return command == ControlCommand::Vus || command == ControlCommand::Add;
}

const std::string* textOf(const Json& object, const char* key) {
    const auto member = object.find(key);
    return member == object.end() ? nullptr : member->get_ptr<const std::string*>();
}

// False: something is missing or of another kind.
bool readArguments(const Json& object, ControlRequest& into) {
    if (hasAmount(into.command)) {
        const std::string* scenario = textOf(object, "scenario");
        const auto amount = object.find("amount");
        if (scenario == nullptr || amount == object.end() || !amount->is_number()) {
            return false;
        }
        into.scenario = *scenario;
        into.amount = amount->get<double>();
        return std::isfinite(into.amount);
    }
    if (into.command == ControlCommand::Note) {
        const std::string* text = textOf(object, "text");
        into.text = text != nullptr ? *text : std::string();
        return !into.text.empty();
    }
    return true;
}

std::string dumped(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace

Result<ControlRequest, std::string> parseControlRequest(std::string_view line) {
    if (line.size() > kMostRequestBytes) {
        return std::unexpected(std::string("too_long"));
    }
    const Json object = Json::parse(line, nullptr, false);
    if (!object.is_object()) {
        return std::unexpected(std::string("not_json"));
    }
    const std::string* name = textOf(object, "command");
    const auto command = std::ranges::find_if(
        kCommands, [&](const auto& known) { return name != nullptr && known.first == *name; });
    if (command == kCommands.end()) {
        return std::unexpected(std::string("no_such_command"));
    }
    ControlRequest request;
    request.command = command->second;
    if (!readArguments(object, request)) {
        return std::unexpected(std::string("wrong_arguments"));
    }
    return request;
}

std::string controlRequestText(const ControlRequest& request) {
    Json json;
    json["command"] =
        std::ranges::find(kCommands, request.command, &std::pair<std::string_view, ControlCommand>::second)
            ->first;
    if (hasAmount(request.command)) {
        json["scenario"] = request.scenario;
        json["amount"] = request.amount;
    } else if (request.command == ControlCommand::Note) {
        json["text"] = request.text;
    }
    return dumped(json);
}

std::string controlErrorText(std::string_view word) {
    return dumped({{"ok", false}, {"error", word}});
}

} // namespace bw::control
