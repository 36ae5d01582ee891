#pragma once

#include "core/base/file.h"

#include <QByteArray>

#include <string>
#include <string_view>

namespace bw::bridge {

// Of a file's content, to tell whether another program wrote it.
[[nodiscard]] QByteArray contentHash(std::string_view text);

// Replaces the file whole or not at all. A link stays a link: what it points to is written. A file that may
// not be written is not replaced, although its folder would allow it.
[[nodiscard]] Result<void, FileError> writePlanFile(const std::string& path, std::string_view text);

} // namespace bw::bridge
