#include "core/observe/process_selection.h"

#include <gtest/gtest.h>

namespace bw::observe {
namespace {

using Kind = ProcessSelection::Kind;

TEST(ProcessSelection, ANumberAPortOrAName) {
    EXPECT_EQ(parseSelection("1234"), (ProcessSelection{"1234", Kind::Pid, 1234, 0}));
    EXPECT_EQ(parseSelection(":7070"), (ProcessSelection{":7070", Kind::Port, 0, 7070}));
    EXPECT_EQ(parseSelection("jts-sim"), (ProcessSelection{"jts-sim", Kind::Name, 0, 0}));
    EXPECT_EQ(parseSelection("Web Content")->kind, Kind::Name);
    EXPECT_EQ(parseSelection("7zip")->kind, Kind::Name);
}

TEST(ProcessSelection, WhatCanBeNoneIsRefused) {
    for (const std::string& text :
         {std::string(), std::string("0"), std::string("99999999999"), std::string(":"), std::string(":0"),
          std::string(":65536"), std::string(":http"), std::string(":80x"), std::string("/usr/bin/java"),
          std::string("a\0b", 3), std::string(256, 'a')}) {
        EXPECT_EQ(parseSelection(text), std::nullopt) << text;
    }
}

} // namespace
} // namespace bw::observe
