#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace bw {

enum class FileErrorKind {
    NotFound,   // no such file, or a folder on the way is missing
    NotAllowed, // the permission is missing
    NotAFile,   // a folder, a device, a pipe
    TooLarge,   // more bytes than the caller's limit
    NoSpace,    // the disk or the quota is full
    Failed,     // anything else; systemError tells
};

struct FileError {
    FileErrorKind kind = FileErrorKind::Failed;
    std::string path;
    int systemError = 0; // errno, 0 when the system was not to blame
};

// Reads a whole regular file of at most `limit` bytes.
[[nodiscard]] Result<std::string, FileError> readFile(const std::string& path, std::size_t limit);

// Writes beside the file, flushes to the disk, and renames over it: afterwards the old or the new text is
// there, whole.
[[nodiscard]] Result<void, FileError> writeFileAtomically(const std::string& path, std::string_view text);

} // namespace bw
