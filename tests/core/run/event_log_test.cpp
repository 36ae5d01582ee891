#include "core/run/event_log.h"

#include <gtest/gtest.h>

namespace bw::run {
namespace {

using engine::ProcessChanged;
using What = ProcessChanged::What;

TEST(EventLog, WhatBecameOfAProcessComesBack) {
    for (const What what : {What::NotFound, What::Found, What::Gone, What::Left, What::Replaced, What::Denied,
                            What::Silenced}) {
        const engine::Event event{std::chrono::seconds(3),
                                  ProcessChanged{":7070", what, 4711, "a \"b\" \xff"}};
        const history::LogRecord record = recordOf(event);
        EXPECT_EQ(record.source, ":7070");
        EXPECT_EQ(record.level, what == What::Found ? history::LogLevel::Info : history::LogLevel::Warning);
        const auto again = eventOf(record);
        ASSERT_TRUE(again);
        EXPECT_EQ(again->at, event.at);
        const auto& changed = std::get<ProcessChanged>(again->what);
        EXPECT_EQ(changed.watched, ":7070");
        EXPECT_EQ(changed.what, what);
        EXPECT_EQ(changed.pid, 4711);
        EXPECT_EQ(changed.name, "a \"b\" \xef\xbf\xbd"); // no UTF-8, so a mark in its place
    }
}

TEST(EventLog, ForeignRecordsAreNoEvents) {
    history::LogRecord record{.at = {}, .source = "x", .text = R"({"event": "process_luck", "pid": 1})"};
    EXPECT_FALSE(eventOf(record));
    record.text = R"({"event": "process_gone", "pid": "many"})";
    EXPECT_FALSE(eventOf(record));
}

} // namespace
} // namespace bw::run
