#pragma once

#include "app/jts-sim/sim/json_writer.h"
#include "app/jts-sim/sim/sim_state.h"
#include "core/server/exchange.h"

#include <simdjson.h>
#include <string>
#include <string_view>
#include <vector>

namespace bw::jts {

inline constexpr std::string_view jsonType = "application/json";
inline constexpr std::string_view anonymous = "anonymous";

// What the endpoints of one thread share while they answer one request. Its buffers keep their room.
struct ApiContext {
    explicit ApiContext(SimState& theState)
        : state(theState) {}

    SimState& state;
    WallTime now;            // of the request at hand
    std::string sessionUser; // whose token it carries; empty without one
    simdjson::dom::parser parser;
    std::string text; // scratch
    std::vector<Order> orders;
    std::vector<Position> positions;
    std::vector<Candle> candles;
    std::vector<Holding> holdings;
    RiskResult risk;

    // The query's userId, else the session's user, else "anonymous". Valid until `text` changes.
    [[nodiscard]] std::string_view userOf(const server::Request& request);

    // Reads a whole number in [1, highest] from the query; `otherwise` when it is missing, 0 when it is
    // wrong.
    [[nodiscard]] std::size_t countOf(const server::Request& request, std::string_view name,
                                      std::size_t otherwise, std::size_t highest);

    // The body as a JSON object; answers 400 and gives an error when it is none.
    [[nodiscard]] simdjson::error_code readObject(server::Exchange& exchange, simdjson::dom::object& object);
};

// Begins a JSON answer.
[[nodiscard]] JsonWriter answer(server::Exchange& exchange, int status);

// Answers {"error": reason, "field": field}.
void refuse(server::Exchange& exchange, int status, std::string_view reason, std::string_view field = {});

// The text of a member when it is a string.
[[nodiscard]] std::optional<std::string_view> textMember(const simdjson::dom::object& object,
                                                         std::string_view name);

// The number of a member that is a number, or a string that holds one and nothing else.
[[nodiscard]] std::optional<double> numberMember(const simdjson::dom::object& object, std::string_view name);

[[nodiscard]] bool hasMember(const simdjson::dom::object& object, std::string_view name);

// 1 to 64 printable characters.
[[nodiscard]] bool isUserId(std::string_view text);

// A symbol from the query into `context.text`; answers 400 and gives false when it is missing or none.
[[nodiscard]] bool readSymbol(ApiContext& context, server::Exchange& exchange);

[[nodiscard]] inline std::int64_t milliseconds(WallTime at) {
    return at.nanoseconds / 1'000'000;
}

} // namespace bw::jts
