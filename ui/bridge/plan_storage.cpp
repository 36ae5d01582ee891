#include "ui/bridge/plan_storage.h"

#include <QCryptographicHash>

#include <cerrno>
#include <filesystem>
#include <unistd.h>

namespace bw::bridge {

QByteArray contentHash(std::string_view text) {
    return QCryptographicHash::hash(QByteArrayView(text.data(), static_cast<qsizetype>(text.size())),
                                    QCryptographicHash::Sha256);
}

Result<void, FileError> writePlanFile(const std::string& path, std::string_view text) {
    std::error_code error;
    const std::filesystem::path real = std::filesystem::weakly_canonical(path, error);
    const std::string target = error ? path : real.string();
    const std::filesystem::file_status there = std::filesystem::status(target, error);
    if (std::filesystem::exists(there) && !std::filesystem::is_regular_file(there)) {
        return std::unexpected(FileError{FileErrorKind::NotAFile, path, 0});
    }
    if (std::filesystem::exists(there) && ::access(target.c_str(), W_OK) != 0) {
        return std::unexpected(FileError{FileErrorKind::NotAllowed, path, errno});
    }
    auto written = writeFileAtomically(target, text);
    if (!written) {
        written.error().path = path;
    }
    return written;
}

} // namespace bw::bridge
