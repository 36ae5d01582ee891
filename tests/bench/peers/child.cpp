#include "tests/bench/peers/child.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <fcntl.h>
#include <sched.h>
#include <sstream>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace bw::bench {
namespace {

double secondsOf(const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

[[noreturn]] void become(const std::vector<std::string>& command, int processor, int output) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    cpu_set_t only;
    CPU_ZERO(&only);
    CPU_SET(static_cast<unsigned>(processor), &only);
    ::sched_setaffinity(0, sizeof only, &only);
    ::dup2(output, STDOUT_FILENO);
    ::dup2(output, STDERR_FILENO);
    std::vector<char*> arguments;
    for (const std::string& argument : command) {
        arguments.push_back(const_cast<char*>(argument.c_str()));
    }
    arguments.push_back(nullptr);
    ::execvp(arguments.front(), arguments.data());
    ::_exit(127);
}

} // namespace

Child::Child(const std::vector<std::string>& command, int processor) {
    std::array<int, 2> pipe{};
    if (::pipe2(pipe.data(), O_CLOEXEC) != 0) {
        return;
    }
    m_pid = ::fork();
    if (m_pid == 0) {
        become(command, processor, pipe[1]);
    }
    ::close(pipe[1]);
    m_out = pipe[0];
}

Child::~Child() {
    if (m_pid > 0) {
        ::kill(m_pid, SIGKILL);
        ::waitpid(m_pid, nullptr, 0);
    }
    if (m_out >= 0) {
        ::close(m_out);
    }
}

bool Child::readMore() {
    std::array<char, 4096> buffer{};
    ssize_t got = 0;
    do {
        got = ::read(m_out, buffer.data(), buffer.size());
    } while (got < 0 && errno == EINTR);
    if (got > 0) {
        m_output.append(buffer.data(), static_cast<std::size_t>(got));
    }
    return got > 0;
}

bool Child::waitFor(const std::string& word) {
    while (m_output.find(word) == std::string::npos) {
        if (!readMore()) {
            return false;
        }
    }
    return true;
}

double Child::cpuSeconds() const {
    clockid_t clock{};
    timespec time{};
    if (::clock_getcpuclockid(m_pid, &clock) != 0 || ::clock_gettime(clock, &time) != 0) {
        return 0;
    }
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

Outcome Child::wait() {
    while (readMore()) {
    }
    Outcome outcome;
    int status = 0;
    rusage usage{};
    ::wait4(m_pid, &status, 0, &usage);
    m_pid = -1;
    outcome.exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    outcome.output = std::move(m_output);
    outcome.cpuSeconds = secondsOf(usage.ru_utime) + secondsOf(usage.ru_stime);
    outcome.peakMegabytes = static_cast<double>(usage.ru_maxrss) / 1024;
    return outcome;
}

Outcome run(const std::vector<std::string>& command, int processor) {
    return Child(command, processor).wait();
}

std::string findProgram(const std::string& name) {
    const char* path = std::getenv("PATH");
    std::istringstream folders(path == nullptr ? "" : path);
    for (std::string folder; std::getline(folders, folder, ':');) {
        if (const std::string file = folder + '/' + name; ::access(file.c_str(), X_OK) == 0) {
            return file;
        }
    }
    return {};
}

} // namespace bw::bench
