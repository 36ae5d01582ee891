#pragma once

#include "tests/support/process.h"

#include <cstdlib>
#include <filesystem>
#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace bw::test {

inline std::string program(const std::string& name) {
    return std::string(BW_BINARY_DIR) + "/bin/" + name;
}

inline std::string planFile(const std::string& name) {
    return std::string(BW_SOURCE_DIR) + "/resources/plans/" + name + ".plan.json";
}

// jts-sim on a free port, and a folder for what a run writes.
class TargetTest : public testing::Test {
protected:
    void SetUp() override {
        std::string pattern = testing::TempDir() + "bw-integration-XXXXXX";
        ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
        m_folder = pattern;
        startTarget({});
    }

    void TearDown() override {
        m_target.reset();
        std::filesystem::remove_all(m_folder);
    }

    void startTarget(const std::vector<std::string>& options) {
        std::vector<std::string> command = {program("jts-sim"), "--port", "0"};
        command.insert(command.end(), options.begin(), options.end());
        m_target = std::make_unique<Process>(command);
        ASSERT_TRUE(m_target->waitFor("\n")) << m_target->errors;
        const auto at = m_target->output.find("http");
        ASSERT_NE(at, std::string::npos) << m_target->output;
        m_url = m_target->output.substr(at, m_target->output.find_first_of(" \n", at) - at);
    }

    [[nodiscard]] std::string path(const std::string& name) const { return m_folder + "/" + name; }

    // `bellwether run PLAN` against the target, kept in this test's own history.
    [[nodiscard]] std::vector<std::string> runCommand(const std::string& plan,
                                                      const std::vector<std::string>& more) const {
        std::vector<std::string> command = {
            program("bellwether"), "run", plan, "-e", "baseUrl=" + m_url, "--history",
            path("history.sqlite")};
        command.insert(command.end(), more.begin(), more.end());
        return command;
    }

    [[nodiscard]] std::vector<std::string> historyCommand(const std::vector<std::string>& more) const {
        std::vector<std::string> command = {program("bellwether"), "history"};
        command.insert(command.end(), more.begin(), more.end());
        command.insert(command.end(), {"--history", path("history.sqlite")});
        return command;
    }

    std::string m_folder;
    std::unique_ptr<Process> m_target;
    std::string m_url;
};

} // namespace bw::test
