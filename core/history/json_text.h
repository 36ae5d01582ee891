#pragma once

#include "core/metrics/tag_set.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>

// JSON as the tables' columns hold it. Bytes that are no UTF-8 become U+FFFD.
namespace bw::history {

[[nodiscard]] std::string tagsToJson(const std::map<std::string, std::string>& tags);
[[nodiscard]] std::string tagsToJson(const metrics::TagSet& tags);
// Empty when it is no object of strings.
[[nodiscard]] std::optional<std::map<std::string, std::string>> tagsFromJson(std::string_view json);

// A string with its quotes.
[[nodiscard]] std::string quoted(std::string_view text);
// The text itself when it is JSON, "null" otherwise: for columns that hold JSON inside an export.
[[nodiscard]] std::string jsonOrNull(std::string_view text);

} // namespace bw::history
