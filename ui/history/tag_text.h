#pragma once

#include <QString>

#include <map>
#include <optional>
#include <string>

namespace bw::history_view {

using Tags = std::map<std::string, std::string>;

// "region=eu, stage=blue"
[[nodiscard]] QString tagText(const Tags& tags);
// The other way; a tag without "=" has an empty value.
[[nodiscard]] Tags tagsOf(const QString& text);
// A comma or an equals sign in a tag cannot be written so.
[[nodiscard]] bool canBeTyped(const Tags& tags);

} // namespace bw::history_view
