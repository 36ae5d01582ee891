#include "app/jts-sim/sim/api_context.h"

#include <charconv>
#include <cmath>

namespace bw::jts {

std::string_view ApiContext::userOf(const server::Request& request) {
    if (request.queryValue("userId", text) && isUserId(text)) {
        return text;
    }
    text = sessionUser.empty() ? std::string(anonymous) : sessionUser;
    return text;
}

std::size_t ApiContext::countOf(const server::Request& request, std::string_view name, std::size_t otherwise,
                                std::size_t highest) {
    if (!request.queryValue(name, text)) {
        return otherwise;
    }
    std::size_t value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool isNumber = read.ec == std::errc() && read.ptr == text.data() + text.size();
    return isNumber && value <= highest ? value : 0;
}

simdjson::error_code ApiContext::readObject(server::Exchange& exchange, simdjson::dom::object& object) {
    const std::string_view body = exchange.request().body();
    simdjson::error_code error = simdjson::EMPTY;
    if (!body.empty()) {
        error = parser.parse(body.data(), body.size()).get(object);
    }
    if (error != simdjson::SUCCESS) {
        refuse(exchange, 400, "the body is no JSON object");
    }
    return error;
}

JsonWriter answer(server::Exchange& exchange, int status) {
    exchange.response().setStatus(status);
    exchange.response().setContentType(jsonType);
    exchange.response().body().clear();
    return JsonWriter(exchange.response().body());
}

void refuse(server::Exchange& exchange, int status, std::string_view reason, std::string_view field) {
    JsonWriter json = answer(exchange, status);
    json.beginObject().text("error", reason);
    if (!field.empty()) {
        json.text("field", field);
    }
    json.endObject();
}

std::optional<std::string_view> textMember(const simdjson::dom::object& object, std::string_view name) {
    std::string_view text;
    if (object.at_key(name).get(text) != simdjson::SUCCESS) {
        return std::nullopt;
    }
    return text;
}

std::optional<double> numberMember(const simdjson::dom::object& object, std::string_view name) {
    double number = 0;
    if (object.at_key(name).get(number) == simdjson::SUCCESS) {
        return number;
    }
    const auto text = textMember(object, name);
    if (!text) {
        return std::nullopt;
    }
    const auto read = std::from_chars(text->data(), text->data() + text->size(), number);
    if (read.ec != std::errc() || read.ptr != text->data() + text->size() || !std::isfinite(number)) {
        return std::nullopt;
    }
    return number;
}

bool hasMember(const simdjson::dom::object& object, std::string_view name) {
    return object.at_key(name).error() == simdjson::SUCCESS;
}

bool isUserId(std::string_view text) {
    return !text.empty() && text.size() <= 64 && std::all_of(text.begin(), text.end(), [](char c) {
        return static_cast<unsigned char>(c) > 0x20 && c != 0x7f;
    });
}

bool readSymbol(ApiContext& context, server::Exchange& exchange) {
    if (!exchange.request().queryValue("symbol", context.text)) {
        refuse(exchange, 400, "a symbol is needed", "symbol");
        return false;
    }
    if (!Market::isSymbol(context.text)) {
        refuse(exchange, 400, "not a symbol", "symbol");
        return false;
    }
    return true;
}

} // namespace bw::jts
