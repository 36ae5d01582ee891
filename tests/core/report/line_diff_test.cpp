#include "core/base/random.h"
#include "core/report/line_diff.h"

#include <gmock/gmock.h>

namespace bw::report {
namespace {

using testing::ElementsAre;

// "-" before what went, "+" before what came, " " before what stayed.
std::vector<std::string> diff(std::string_view before, std::string_view after) {
    std::vector<std::string> lines;
    for (const DiffLine& line : lineDiff(before, after)) {
        const char* sign = line.fate == LineFate::Kept ? " " : line.fate == LineFate::Added ? "+" : "-";
        lines.push_back(sign + line.text);
    }
    return lines;
}

std::string side(const std::vector<DiffLine>& lines, LineFate other) {
    std::string text;
    for (const DiffLine& line : lines) {
        text += line.fate == other ? std::string() : line.text + '\n';
    }
    return text;
}

TEST(LineDiff, OfEqualTextsKeepsEverything) {
    EXPECT_THAT(diff("a\nb\n", "a\nb\n"), ElementsAre(" a", " b"));
    EXPECT_THAT(diff("", ""), ElementsAre());
}

TEST(LineDiff, TellsWhatWentAndWhatCame) {
    EXPECT_THAT(diff("a\nb\nc\n", "a\nx\nc\n"), ElementsAre(" a", "-b", "+x", " c"));
    EXPECT_THAT(diff("a\n", "a\nb\n"), ElementsAre(" a", "+b"));
    EXPECT_THAT(diff("a\nb\n", "b\n"), ElementsAre("-a", " b"));
    EXPECT_THAT(diff("", "a\n"), ElementsAre("+a"));
    EXPECT_THAT(diff("a\n", ""), ElementsAre("-a"));
}

TEST(LineDiff, IsAsShortAsCanBe) {
    // Myers' own example: five lines change.
    const auto lines = lineDiff("A\nB\nC\nA\nB\nB\nA\n", "C\nB\nA\nB\nA\nC\n");
    EXPECT_EQ(std::ranges::count_if(lines, [](const DiffLine& l) { return l.fate != LineFate::Kept; }), 5);
}

TEST(LineDiff, LeadsFromAnyTextToAnyOther) {
    Random random(7);
    for (int round = 0; round < 300; ++round) {
        std::string before;
        std::string after;
        for (std::string* text : {&before, &after}) {
            const std::uint64_t count = random.below(30);
            for (std::uint64_t i = 0; i < count; ++i) {
                *text += static_cast<char>('a' + random.below(4));
                *text += '\n';
            }
        }
        const auto lines = lineDiff(before, after);
        EXPECT_EQ(side(lines, LineFate::Added), before);
        EXPECT_EQ(side(lines, LineFate::Removed), after);
    }
}

TEST(LineDiff, OfLongTextsWithNothingInCommonStaysBounded) {
    std::string before = "same\n";
    std::string after = "same\n";
    for (int i = 0; i < 20'000; ++i) {
        before += "x" + std::to_string(i) + '\n';
        after += "y" + std::to_string(i) + '\n';
    }
    const auto lines = lineDiff(before, after);
    EXPECT_EQ(lines.size(), 40'001u);
    EXPECT_EQ(side(lines, LineFate::Added), before);
    EXPECT_EQ(side(lines, LineFate::Removed), after);
}

} // namespace
} // namespace bw::report
