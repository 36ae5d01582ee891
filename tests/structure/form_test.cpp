#include "tests/structure/source_tree.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <re2/re2.h>
#include <string>

// Names and sizes that the house agreed on.
namespace bw::structure {
namespace {

constexpr auto kMostLines = 600;

const std::vector<std::string> kAll{"app", "core", "ui", "tests"};

// A type whose name does not say what it does; empty when there is none.
std::string emptyNameIn(const std::string& code) {
    static const re2::RE2 vague(R"(\b(?:class|struct|union|enum|namespace|concept)\s+(?:class\s+)?)"
                                R"((\w*(?:[Mm]anager|[Hh]elper|Util(?:s|ity|ities)?))\b)");
    std::string found;
    return re2::RE2::PartialMatch(code, vague, &found) ? found : std::string();
}

} // namespace

TEST(Form, NoTypeIsAManagerHelperOrUtil) {
    for (const SourceFile& file : sourceFiles(kAll)) {
        EXPECT_EQ(emptyNameIn(codeOf(file.text)), "") << file.path << ": say what it does";
    }
    EXPECT_EQ(emptyNameIn("class ConnectionManager;"), "ConnectionManager");
    EXPECT_EQ(emptyNameIn("enum class Helper { A };"), "Helper");
    EXPECT_EQ(emptyNameIn("struct Utilisation {};"), "");
}

TEST(Form, NoFileIsAManagerHelperOrUtil) {
    const re2::RE2 vague(R"((?:^|[/_])(?:manager|helper|util)s?[._])");
    for (const SourceFile& file : sourceFiles(kAll)) {
        EXPECT_FALSE(re2::RE2::PartialMatch(file.path, vague)) << file.path << ": say what is in it";
    }
}

TEST(Form, NoFileIsLong) {
    for (const SourceFile& file : sourceFiles(kAll)) {
        EXPECT_LE(std::ranges::count(file.text, '\n'), kMostLines) << file.path << ": cut it by its tasks";
    }
}

TEST(Form, HeadersAreGuarded) {
    for (const SourceFile& file : sourceFiles(kAll)) {
        if (file.isHeader()) {
            EXPECT_EQ(file.text.find("#pragma once"), 0U) << file.path << " begins with something else";
        }
    }
}

TEST(Form, HeadersDoNotOpenNamespacesForTheirReaders) {
    const re2::RE2 opened("(?m)^using namespace ");
    for (const SourceFile& file : sourceFiles({"app", "core", "ui"})) {
        if (file.isHeader()) {
            EXPECT_FALSE(re2::RE2::PartialMatch(codeOf(file.text), opened)) << file.path;
        }
    }
}

} // namespace bw::structure
