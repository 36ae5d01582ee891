#include "core/observe/proc_folder.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <dirent.h>
#include <fcntl.h>
#include <linux/magic.h>
#include <memory>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

namespace bw::observe {
namespace {

struct CloseFolder {
    void operator()(DIR* folder) const { ::closedir(folder); }
};
using Folder = std::unique_ptr<DIR, CloseFolder>;

class File {
public:
    explicit File(const std::string& path)
        : m_fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)) {}
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    ~File() {
        if (m_fd >= 0) {
            ::close(m_fd);
        }
    }
    [[nodiscard]] int get() const { return m_fd; }

private:
    int m_fd;
};

ProcError errorOf(int systemError) {
    switch (systemError) {
    case ENOENT:
    case ESRCH:
    case ENOTDIR:
        return ProcError::Gone;
    case EACCES:
    case EPERM:
        return ProcError::Denied;
    default:
        return ProcError::Failed;
    }
}

std::unexpected<ProcError> failure() {
    return std::unexpected(errorOf(errno));
}

// The number a name consists of; none for any other name.
std::optional<std::uint64_t> numberOf(std::string_view name) {
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
    return error == std::errc() && end == name.data() + name.size() ? std::optional(number) : std::nullopt;
}

template <class Visit>
void forEachNumber(DIR* folder, const Visit& visit) {
    while (const dirent* entry = ::readdir(folder)) {
        if (const auto number = numberOf(entry->d_name)) {
            visit(*number, entry->d_name);
        }
    }
}

// "socket:[1234]"
std::optional<std::uint64_t> socketInode(std::string_view target) {
    constexpr std::string_view kBefore = "socket:[";
    if (!target.starts_with(kBefore) || !target.ends_with(']')) {
        return std::nullopt;
    }
    return numberOf(target.substr(kBefore.size(), target.size() - kBefore.size() - 1));
}

} // namespace

std::string ProcFolder::path(pid_t pid, std::string_view file) const {
    std::string path = m_root;
    path += '/';
    path += pid == 0 ? "self" : std::to_string(pid);
    path += '/';
    path += file;
    return path;
}

std::vector<pid_t> ProcFolder::pids() const {
    std::vector<pid_t> pids;
    if (const Folder folder{::opendir(m_root.c_str())}) {
        forEachNumber(folder.get(), [&](std::uint64_t number, const char*) {
            if (number > 0 && number <= INT32_MAX) {
                pids.push_back(static_cast<pid_t>(number));
            }
        });
    }
    std::ranges::sort(pids);
    return pids;
}

Result<std::string, ProcError> ProcFolder::read(pid_t pid, std::string_view file, std::size_t limit) const {
    const File opened(path(pid, file));
    if (opened.get() < 0) {
        return failure();
    }
    std::string text(limit, '\0');
    std::size_t size = 0;
    while (size < limit) {
        const ssize_t got = ::read(opened.get(), text.data() + size, limit - size);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            return failure();
        }
        if (got == 0) {
            break;
        }
        size += static_cast<std::size_t>(got);
    }
    text.resize(size);
    return text;
}

Result<std::string, ProcError> ProcFolder::link(pid_t pid, std::string_view file) const {
    std::string target(4096, '\0');
    const ssize_t size = ::readlink(path(pid, file).c_str(), target.data(), target.size());
    if (size < 0) {
        return failure();
    }
    target.resize(static_cast<std::size_t>(size));
    return target;
}

Result<std::size_t, ProcError> ProcFolder::descriptors(pid_t pid) const {
    const std::string path = this->path(pid, "fd");
    const Folder folder{::opendir(path.c_str())};
    if (!folder) {
        return failure();
    }
    // Since Linux 6.2 the folder's size is their number, and nothing has to be counted.
    struct stat status{};
    struct statfs system{};
    if (::fstatfs(::dirfd(folder.get()), &system) == 0 && system.f_type == PROC_SUPER_MAGIC &&
        ::fstat(::dirfd(folder.get()), &status) == 0 && status.st_size > 0) {
        return static_cast<std::size_t>(status.st_size);
    }
    std::size_t count = 0;
    forEachNumber(folder.get(), [&](std::uint64_t, const char*) { ++count; });
    return count;
}

bool ProcFolder::hasSocket(pid_t pid, const std::vector<std::uint64_t>& inodes) const {
    const Folder folder{::opendir(path(pid, "fd").c_str())};
    bool found = false;
    while (const dirent* entry = folder && !found ? ::readdir(folder.get()) : nullptr) {
        char target[64];
        const ssize_t size = ::readlinkat(::dirfd(folder.get()), entry->d_name, target, sizeof target);
        const auto inode = size > 0 ? socketInode({target, static_cast<std::size_t>(size)}) : std::nullopt;
        found = inode && std::ranges::binary_search(inodes, *inode);
    }
    return found;
}

} // namespace bw::observe
