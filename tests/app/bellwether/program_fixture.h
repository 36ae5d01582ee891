#pragma once

#include "tests/support/process.h"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

namespace bw::app {

// The built program, in a folder of its own.
class ProgramTest : public testing::Test {
protected:
    struct Ended {
        int code = -1;
        std::string output;
        std::string errors;
        // Discarded when the output is none.
        [[nodiscard]] nlohmann::json json() const { return nlohmann::json::parse(output, nullptr, false); }
    };

    void SetUp() override {
        std::string pattern = testing::TempDir() + "bw-program-XXXXXX";
        ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
        m_folder = pattern;
    }
    void TearDown() override { std::filesystem::remove_all(m_folder); }

    // The person's own data folder is never touched.
    [[nodiscard]] Ended bellwether(const std::vector<std::string>& arguments) const {
        std::vector<std::string> command{std::string(BW_BINARY_DIR) + "/bin/bellwether"};
        command.insert(command.end(), arguments.begin(), arguments.end());
        test::Process process(command, {.environment = {{"XDG_DATA_HOME", path("data")}}, .largestFile = {}});
        const int code = process.wait();
        return {code, process.output, process.errors};
    }

    [[nodiscard]] std::string path(const std::string& name) const { return m_folder + "/" + name; }

    [[nodiscard]] std::string write(const std::string& name, const std::string& text) const {
        std::ofstream(path(name)) << text;
        return path(name);
    }
    [[nodiscard]] static std::string read(const std::string& file) {
        std::ostringstream text;
        text << std::ifstream(file).rdbuf();
        return text.str();
    }

    std::string m_folder;
};

inline constexpr const char* kPlan = R"({
  "bellwether": 1,
  "name": "two scenarios",
  "flows": { "home": { "steps": [ { "http": { "name": "home", "url": "http://127.0.0.1:9/" } } ] } },
  "scenarios": {
    "steady": { "executor": "constant-vus", "flow": "home", "vus": 3, "duration": "10s" },
    "open": { "executor": "constant-arrival-rate", "flow": "home", "rate": 2, "timeUnit": "1s",
              "duration": "5s", "preAllocatedVUs": 4, "startTime": "1s" }
  },
  "thresholds": { "http_req_duration": ["p(95)<500"] }
})";

} // namespace bw::app
