#include "core/history/json_text.h"

#include <nlohmann/json.hpp>

namespace bw::history {

namespace {

using Json = nlohmann::json;

std::string dump(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json parse(std::string_view text) {
    return Json::parse(text, nullptr, false);
}

} // namespace

std::string tagsToJson(const std::map<std::string, std::string>& tags) {
    Json object = Json::object();
    for (const auto& [key, value] : tags)
        object[key] = value;
    return dump(object);
}

std::string tagsToJson(const metrics::TagSet& tags) {
    return tagsToJson(std::map<std::string, std::string>(tags.begin(), tags.end()));
}

std::optional<std::map<std::string, std::string>> tagsFromJson(std::string_view json) {
    const Json object = parse(json);
    if (!object.is_object())
        return std::nullopt;
    std::map<std::string, std::string> tags;
    for (const auto& [key, value] : object.items()) {
        if (!value.is_string())
            return std::nullopt;
        tags[key] = value.get_ref<const std::string&>();
    }
    return tags;
}

std::string quoted(std::string_view text) {
    return dump(Json(text));
}

std::string jsonOrNull(std::string_view text) {
    const Json json = parse(text);
    return json.is_discarded() ? "null" : dump(json);
}

} // namespace bw::history
