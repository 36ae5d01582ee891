#pragma once

#include "core/base/clock.h"
#include "core/observe/proc_folder.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <string>

namespace bw::observe {

// A clock that stands still until it is moved, or goes on a step with every look.
class HandClock final : public Clock {
public:
    [[nodiscard]] Instant now() const override { return m_now += step; }
    [[nodiscard]] WallTime wallNow() const override { return {}; }
    void advance(Duration by) { m_now += by; }
    Duration step{};

private:
    mutable Instant m_now{std::chrono::hours(1)};
};

struct MadeProcess {
    pid_t pid = 0;
    std::string name;
    std::string executable = ""; // a path; none when empty
    std::uint64_t start = 1000;
    std::uint64_t ticks = 0;
    std::uint64_t pages = 100;
    std::uint64_t threads = 2;
    char state = 'S';
};

// A folder with the files of /proc that matter.
class MadeProc {
public:
    MadeProc() {
        std::string pattern = testing::TempDir() + "bw-proc-XXXXXX";
        EXPECT_NE(::mkdtemp(pattern.data()), nullptr);
        m_root = pattern;
        link("self/ns/net", "net:[1]");
    }
    MadeProc(const MadeProc&) = delete;
    MadeProc& operator=(const MadeProc&) = delete;
    ~MadeProc() { std::filesystem::remove_all(m_root); }

    [[nodiscard]] ProcFolder folder() const { return ProcFolder(m_root); }
    [[nodiscard]] std::string path(const std::string& name) const { return m_root + "/" + name; }

    void put(const MadeProcess& process) const {
        const std::string folder = std::to_string(process.pid) + "/";
        write(folder + "stat", std::to_string(process.pid) + " (" + process.name + ") " + process.state +
                                   " 1 1 1 0 -1 4194304 10 0 0 0 " + std::to_string(process.ticks) +
                                   " 0 0 0 20 0 " + std::to_string(process.threads) + " 0 " +
                                   std::to_string(process.start) + " 1000000 " +
                                   std::to_string(process.pages) + " 18446744073709551615 1 1 0 0 0 0 0\n");
        write(folder + "comm", process.name + "\n");
        if (!process.executable.empty()) {
            link(folder + "exe", process.executable);
        }
        std::filesystem::create_directories(path(folder + "fd"));
        link(folder + "ns/net", "net:[1]");
    }
    void end(pid_t pid) const { std::filesystem::remove_all(path(std::to_string(pid))); }

    void descriptor(pid_t pid, int number, const std::string& target) const {
        link(std::to_string(pid) + "/fd/" + std::to_string(number), target);
    }
    // A line of net/tcp with what matters in it.
    void listen(const std::string& table, const std::string& lines) const {
        write("self/net/" + table, "  sl  local_address rem_address   st tx_queue\n" + lines);
    }
    static std::string socketLine(const std::string& address, const std::string& state, int inode) {
        return "   0: " + address + " 00000000:0000 " + state +
               " 00000000:00000000 00:00000000 00000000  0  0 " + std::to_string(inode) +
               " 1 0000000000000000 100 0 0 10 0\n";
    }

    void write(const std::string& name, const std::string& text) const {
        std::filesystem::create_directories(std::filesystem::path(path(name)).parent_path());
        std::ofstream(path(name)) << text;
    }
    void link(const std::string& name, const std::string& target) const {
        std::filesystem::create_directories(std::filesystem::path(path(name)).parent_path());
        std::filesystem::remove(path(name));
        std::filesystem::create_symlink(target, path(name));
    }

private:
    std::string m_root;
};

} // namespace bw::observe
