#pragma once

#include "core/runplan/compile.h"
#include "core/testplan/parse.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <string>

// Plans as text in one line, parsed, validated and compiled.
namespace bw::runplan {

// The parts of a plan that a test cares about; each is JSON.
struct PlanText {
    std::string steps = {}; // of the flow "main", without brackets
    std::string top = {};   // more keys of the plan, each followed by a comma
    std::string flow = {};  // more keys of the flow "main", each followed by a comma
    std::string flows = {}; // more flows, each followed by a comma
    std::string scenarios =
        R"("load": {"executor": "per-vu-iterations", "flow": "main", "vus": 1, "iterations": 1})";

    [[nodiscard]] std::string json() const {
        return R"({"bellwether": 1, "name": "test", )" + top + R"("flows": {)" + flows + R"("main": {)" +
               flow + R"("steps": [)" + steps + R"(]}}, "scenarios": {)" + scenarios + "}}";
    }
};

using Compiled = Result<std::shared_ptr<const RunPlan>, std::vector<CompileError>>;

inline Compiled compiled(const PlanText& text, const CompileOptions& options = {}) {
    const testplan::ParseOutcome parsed = testplan::parse(text.json());
    for (const testplan::Problem& problem : parsed.problems) {
        EXPECT_NE(problem.severity, testplan::Severity::Error)
            << problem.place << " problem " << static_cast<int>(problem.kind) << " " << text.json();
    }
    if (!parsed.ok()) {
        return std::unexpected(std::vector<CompileError>());
    }
    return compile(*parsed.plan, options);
}

// The errors, one a line: kind, place, subject, suggestion.
inline std::vector<std::string> told(const Compiled& compiled) {
    std::vector<std::string> lines;
    if (!compiled) {
        for (const CompileError& error : compiled.error()) {
            lines.push_back(std::to_string(static_cast<int>(error.kind)) + " " + error.place + " " +
                            error.subject + " " + error.suggestion);
        }
    }
    return lines;
}

inline std::string line(CompileErrorKind kind, const std::string& place, const std::string& subject,
                        const std::string& suggestion = {}) {
    return std::to_string(static_cast<int>(kind)) + " " + place + " " + subject + " " + suggestion;
}

} // namespace bw::runplan
