#include "core/expr/value_text.h"
#include "core/runplan/feed_data.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <unordered_map>

namespace bw::runplan {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kMaxDepth = 64; // of a cell that is an array or an object

expr::Value valueOf(const Json& json) {
    switch (json.type()) {
    case Json::value_t::string:
        return expr::Value::string(json.get_ref<const std::string&>());
    case Json::value_t::boolean:
        return expr::Value::boolean(json.get<bool>());
    case Json::value_t::number_integer:
    case Json::value_t::number_unsigned:
    case Json::value_t::number_float:
        return expr::Value::number(json.get<double>());
    case Json::value_t::null:
        return expr::Value::null();
    default:
        return expr::fromJson(json.dump(-1, ' ', false, Json::error_handler_t::replace));
    }
}

// The line of a byte, both counted from 1.
std::size_t lineOf(std::string_view text, std::size_t byte) {
    const std::string_view before = text.substr(0, byte == 0 ? 0 : byte - 1);
    return static_cast<std::size_t>(std::ranges::count(before, '\n')) + 1;
}

Result<Json, FeedError> parse(std::string_view text) {
    bool isTooDeep = false;
    const auto watchDepth = [&isTooDeep](int depth, Json::parse_event_t /*event*/, Json& /*parsed*/) {
        isTooDeep = isTooDeep || depth > kMaxDepth;
        return !isTooDeep;
    };
    try {
        Json document = Json::parse(text, watchDepth);
        if (isTooDeep || document.is_discarded()) {
            return std::unexpected(FeedError{FeedErrorKind::BadJson, 0, {}});
        }
        return document;
    } catch (const Json::parse_error& error) { // the library tells the place in no other way
        return std::unexpected(FeedError{FeedErrorKind::BadJson, lineOf(text, error.byte), {}});
    }
}

} // namespace

Result<FeedData, FeedError> readJsonFeed(std::string_view text) {
    const auto parsed = parse(text);
    if (!parsed) {
        return std::unexpected(parsed.error());
    }
    const Json& document = *parsed;
    if (!document.is_array()) {
        return std::unexpected(FeedError{FeedErrorKind::NotAnArray, 0, {}});
    }
    FeedData feed;
    std::unordered_map<std::string, std::size_t> columns;
    for (std::size_t row = 0; row < document.size(); ++row) {
        if (!document[row].is_object()) {
            return std::unexpected(FeedError{FeedErrorKind::NotAnArray, row + 1, {}});
        }
        for (const auto& [key, value] : document[row].items()) {
            if (columns.emplace(key, columns.size()).second) {
                feed.columns.push_back(key);
            }
        }
    }
    if (feed.columns.empty()) {
        return std::unexpected(FeedError{FeedErrorKind::Empty, 0, {}});
    }
    if (document.size() > kMaxFeedCells / feed.columns.size()) {
        return std::unexpected(FeedError{FeedErrorKind::TooManyRows, document.size(), {}});
    }
    feed.cells.resize(document.size() * feed.columns.size());
    for (std::size_t row = 0; row < document.size(); ++row) {
        for (const auto& [key, value] : document[row].items()) {
            feed.cells[row * feed.columns.size() + columns[key]] = valueOf(value);
        }
    }
    return feed;
}

} // namespace bw::runplan
