#include "core/control/control_message.h"

#include <gtest/gtest.h>

namespace bw::control {
namespace {

std::string errorOf(std::string_view line) {
    const auto request = parseControlRequest(line);
    return request ? "none" : request.error();
}

TEST(ControlMessage, isWhatWasWritten) {
    using enum ControlCommand;
    for (const ControlRequest& request :
         {ControlRequest{Status, {}, 0, {}}, ControlRequest{Pause, {}, 0, {}},
          ControlRequest{Resume, {}, 0, {}}, ControlRequest{Stop, {}, 0, {}},
          ControlRequest{Abort, {}, 0, {}}, ControlRequest{Vus, "live", 80, {}},
          ControlRequest{Add, "browsing", -12.5, {}},
          ControlRequest{Note, {}, 0, "the cache was “emptied”\nby hand"}}) {
        const std::string text = controlRequestText(request);
        EXPECT_EQ(text.find('\n'), std::string::npos);
        const auto read = parseControlRequest(text);
        ASSERT_TRUE(read) << text;
        EXPECT_EQ(*read, request) << text;
    }
}

TEST(ControlMessage, saysWhatIsWrongWithARequest) {
    EXPECT_EQ(errorOf(""), "not_json");
    EXPECT_EQ(errorOf("pause"), "not_json");
    EXPECT_EQ(errorOf(R"(["pause"])"), "not_json");
    EXPECT_EQ(errorOf(R"({"command": 7})"), "no_such_command");
    EXPECT_EQ(errorOf(R"({"command": "explode"})"), "no_such_command");
    EXPECT_EQ(errorOf(R"({"command": "add", "scenario": "a"})"), "wrong_arguments");
    EXPECT_EQ(errorOf(R"({"command": "add", "scenario": 1, "amount": 2})"), "wrong_arguments");
    EXPECT_EQ(errorOf(R"({"command": "vus", "scenario": "a", "amount": "9"})"), "wrong_arguments");
    EXPECT_EQ(errorOf(R"({"command": "note"})"), "wrong_arguments");
    EXPECT_EQ(errorOf(R"({"command": "note", "text": ")" + std::string(kMostRequestBytes, 'x') + "\"}"),
              "too_long");
    EXPECT_EQ(errorOf(R"({"command": "pause", "more": [1, {"a": null}]})"), "none");
}

} // namespace
} // namespace bw::control
