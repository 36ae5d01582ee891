#include "core/base/file.h"

#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace bw {
namespace {

class Descriptor {
public:
    explicit Descriptor(int fd)
        : m_fd(fd) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() { static_cast<void>(close()); }
    [[nodiscard]] int get() const { return m_fd; }
    int close() {
        const int fd = std::exchange(m_fd, -1);
        return fd >= 0 ? ::close(fd) : 0;
    }

private:
    int m_fd;
};

FileErrorKind kindOf(int systemError) {
    switch (systemError) {
    case ENOENT:
    case ENOTDIR:
        return FileErrorKind::NotFound;
    case EACCES:
    case EPERM:
    case EROFS:
        return FileErrorKind::NotAllowed;
    case EISDIR:
        return FileErrorKind::NotAFile;
    case ENOSPC:
    case EDQUOT:
        return FileErrorKind::NoSpace;
    default:
        return FileErrorKind::Failed;
    }
}

std::unexpected<FileError> systemFailure(const std::string& path, int error = errno) {
    return std::unexpected(FileError{kindOf(error), path, error});
}

int writeAll(int fd, std::string_view text) {
    while (!text.empty()) {
        const ssize_t written = ::write(fd, text.data(), text.size());
        if (written < 0 && errno != EINTR) {
            return errno;
        }
        if (written > 0) {
            text.remove_prefix(static_cast<std::size_t>(written));
        }
    }
    return ::fsync(fd) == 0 ? 0 : errno;
}

} // namespace

Result<std::string, FileError> readFile(const std::string& path, std::size_t limit) {
    // Non-blocking, so that a pipe without a writer cannot hold us.
    Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    struct stat status{};
    if (file.get() < 0 || ::fstat(file.get(), &status) != 0) {
        return systemFailure(path);
    }
    if (!S_ISREG(status.st_mode)) {
        return std::unexpected(FileError{FileErrorKind::NotAFile, path, 0});
    }
    std::string text;
    for (;;) {
        constexpr std::size_t kChunk = 64 * 1024;
        const std::size_t had = text.size();
        text.resize(had + kChunk);
        const ssize_t got = ::read(file.get(), text.data() + had, kChunk);
        if (got < 0 && errno == EINTR) {
            text.resize(had);
            continue;
        }
        if (got < 0) {
            return systemFailure(path);
        }
        text.resize(had + static_cast<std::size_t>(got));
        if (text.size() > limit) {
            return std::unexpected(FileError{FileErrorKind::TooLarge, path, 0});
        }
        if (got == 0) {
            return text;
        }
    }
}

Result<void, FileError> writeFileAtomically(const std::string& path, std::string_view text) {
    std::string temporary = path + ".XXXXXX";
    Descriptor file(::mkostemp(temporary.data(), O_CLOEXEC));
    if (file.get() < 0) {
        return systemFailure(path);
    }
    // mkostemp makes files for the owner alone; an existing file keeps its own mode.
    struct stat status{};
    const mode_t mask = ::umask(0);
    ::umask(mask);
    const mode_t mode = ::stat(path.c_str(), &status) == 0 ? status.st_mode & 07777 : 0666 & ~mask;
    int error = writeAll(file.get(), text);
    if (error == 0 && ::fchmod(file.get(), mode) != 0) {
        error = errno;
    }
    if (file.close() != 0 && error == 0) {
        error = errno;
    }
    if (error == 0 && ::rename(temporary.c_str(), path.c_str()) != 0) {
        error = errno;
    }
    if (error != 0) {
        ::unlink(temporary.c_str());
        return systemFailure(path, error);
    }
    return {};
}

} // namespace bw
