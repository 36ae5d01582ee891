#pragma once

#include <chrono>
#include <csignal>
#include <cstdio>
#include <fcntl.h>
#include <map>
#include <optional>
#include <poll.h>
#include <string>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace bw::test {

// A program as a person would start it: arguments, environment, what it prints, how it ends. Killed when it
// outlives its object.
class Process {
public:
    struct Options {
        std::map<std::string, std::string> environment; // added to the test's own
        std::optional<rlim_t> largestFile;              // RLIMIT_FSIZE, as a full disk
    };

    Process(const std::vector<std::string>& command, const Options& options) {
        int out[2];
        int err[2];
        if (::pipe2(out, O_CLOEXEC) != 0 || ::pipe2(err, O_CLOEXEC) != 0) {
            return;
        }
        m_pid = ::fork();
        if (m_pid == 0) {
            ::dup2(out[1], STDOUT_FILENO);
            ::dup2(err[1], STDERR_FILENO);
            if (options.largestFile) {
                const rlimit limit{*options.largestFile, *options.largestFile};
                ::setrlimit(RLIMIT_FSIZE, &limit);
                ::signal(SIGXFSZ, SIG_IGN);
            }
            for (const auto& [name, value] : options.environment) {
                ::setenv(name.c_str(), value.c_str(), 1);
            }
            std::vector<char*> arguments;
            for (const std::string& argument : command) {
                arguments.push_back(const_cast<char*>(argument.c_str()));
            }
            arguments.push_back(nullptr);
            ::execv(arguments.front(), arguments.data());
            ::_exit(127);
        }
        ::close(out[1]);
        ::close(err[1]);
        m_out = out[0];
        m_err = err[0];
    }
    explicit Process(const std::vector<std::string>& command)
        : Process(command, Options()) {}
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;
    ~Process() {
        if (m_pid > 0 && !m_code) {
            signal(SIGKILL);
            static_cast<void>(wait());
        }
        ::close(m_out);
        ::close(m_err);
    }

    [[nodiscard]] pid_t pid() const { return m_pid; }
    void signal(int number) const { ::kill(m_pid, number); }

    // Reads until the text stands in standard output or error, or the program ended, or 60 s passed.
    bool waitFor(const std::string& text) {
        const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(60);
        while (output.find(text) == std::string::npos && errors.find(text) == std::string::npos) {
            if (!readSome(std::chrono::seconds(60)) || std::chrono::steady_clock::now() > until) {
                return output.find(text) != std::string::npos || errors.find(text) != std::string::npos;
            }
        }
        return true;
    }

    // Reads everything and waits for the end; the exit code, or 128 + the signal. A program that says nothing
    // for five minutes is killed.
    int wait() {
        while (readSome(std::chrono::minutes(5))) {
        }
        if (m_outOpen || m_errOpen) {
            signal(SIGKILL);
        }
        if (!m_code) {
            int status = 0;
            ::waitpid(m_pid, &status, 0);
            m_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
        }
        return *m_code;
    }

    std::string output;
    std::string errors;

private:
    // False when both ends are closed, or nothing came in time.
    bool readSome(std::chrono::milliseconds timeout) {
        pollfd polled[2] = {{m_outOpen ? m_out : -1, POLLIN, 0}, {m_errOpen ? m_err : -1, POLLIN, 0}};
        if ((!m_outOpen && !m_errOpen) || ::poll(polled, 2, static_cast<int>(timeout.count())) <= 0) {
            return false;
        }
        const auto take = [](const pollfd& item, bool& open, std::string& text) {
            if (item.revents == 0) {
                return;
            }
            char buffer[65536];
            const ssize_t got = ::read(item.fd, buffer, sizeof buffer);
            if (got <= 0) {
                open = false;
            } else {
                text.append(buffer, static_cast<std::size_t>(got));
            }
        };
        take(polled[0], m_outOpen, output);
        take(polled[1], m_errOpen, errors);
        return true;
    }

    pid_t m_pid = -1;
    int m_out = -1;
    int m_err = -1;
    bool m_outOpen = true;
    bool m_errOpen = true;
    std::optional<int> m_code;
};

} // namespace bw::test
