#include "tests/core/runplan/plan_text.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>

namespace bw::runplan {
namespace {

using testing::ElementsAre;

std::vector<std::string> cellsOf(const Result<FeedData, FeedError>& feed) {
    std::vector<std::string> cells;
    if (feed) {
        for (const expr::Value& cell : feed->cells) {
            cells.emplace_back(cell.asString());
        }
    }
    return cells;
}

// What is wrong, and in which line.
std::pair<FeedErrorKind, std::size_t> wrong(const Result<FeedData, FeedError>& feed) {
    return feed ? std::pair(FeedErrorKind::Empty, std::size_t{999})
                : std::pair(feed.error().kind, feed.error().line);
}

TEST(CsvFeed, readsRfc4180) {
    const auto feed = readCsvFeed("name,note\r\nann,\"a, \"\"b\"\"\r\nc\"\r\nbob,\r\n");
    ASSERT_TRUE(feed);
    EXPECT_THAT(feed->columns, ElementsAre("name", "note"));
    EXPECT_THAT(cellsOf(feed), ElementsAre("ann", "a, \"b\"\r\nc", "bob", ""));
}

TEST(CsvFeed, takesAnyLineEndAByteOrderMarkAndBlankLines) {
    EXPECT_THAT(cellsOf(readCsvFeed("a,b\n1,2\n3,4")), ElementsAre("1", "2", "3", "4"));
    EXPECT_THAT(cellsOf(readCsvFeed("a,b\r1,2\r3,4\r")), ElementsAre("1", "2", "3", "4"));
    const auto marked = readCsvFeed("\xEF\xBB\xBF"
                                    "a,b\r\n1,2\r\n\r\n");
    ASSERT_TRUE(marked);
    EXPECT_THAT(marked->columns, ElementsAre("a", "b"));
    EXPECT_EQ(marked->rowCount(), 1u);
    // In one column a blank line is an empty value, but not at the end.
    EXPECT_THAT(cellsOf(readCsvFeed("a\n1\n\n2\n\n\n")), ElementsAre("1", "", "2"));
}

TEST(CsvFeed, namesTheLineOfWhatIsWrong) {
    EXPECT_EQ(wrong(readCsvFeed("")), std::pair(FeedErrorKind::NoColumns, std::size_t{1}));
    EXPECT_EQ(wrong(readCsvFeed("a,b\n")).first, FeedErrorKind::Empty);
    EXPECT_EQ(wrong(readCsvFeed("a,b,a\n1,2,3\n")),
              std::pair(FeedErrorKind::DuplicateColumn, std::size_t{1}));
    EXPECT_EQ(wrong(readCsvFeed("a,b\n1,2\n3\n")), std::pair(FeedErrorKind::UnevenRow, std::size_t{3}));
    EXPECT_EQ(wrong(readCsvFeed("a,b\n1,\"x\ny\"\n3,4,5\n")),
              std::pair(FeedErrorKind::UnevenRow, std::size_t{4}));
    EXPECT_EQ(wrong(readCsvFeed("a,b\n1,2\n3,\"4\n5,6\n")),
              std::pair(FeedErrorKind::UnclosedQuote, std::size_t{3}));
    EXPECT_EQ(wrong(readCsvFeed("a,b\n1,\"2\"x\n")),
              std::pair(FeedErrorKind::TextAfterQuote, std::size_t{2}));
    EXPECT_EQ(wrong(readCsvFeed("a,b\n1,2\n3,\xff\n")), std::pair(FeedErrorKind::NotUtf8, std::size_t{3}));
    EXPECT_EQ(wrong(readCsvFeed("a,\xc0\xaf\n1,2\n")), std::pair(FeedErrorKind::NotUtf8, std::size_t{1}));
}

TEST(CsvFeed, whateverBytesComeItEnds) {
    EXPECT_FALSE(readCsvFeed(std::string(1 << 20, '"')));
    EXPECT_FALSE(readCsvFeed(std::string(1 << 20, '\n')));
    (void)readCsvFeed(std::string(1000, ','));
    Random random(7);
    constexpr std::string_view kBytes = "\",\r\n\\a\xef\xbb\xbf\0";
    for (int round = 0; round < 2000; ++round) {
        std::string text;
        for (std::uint64_t i = random.below(40); i > 0; --i) {
            text += kBytes[random.below(kBytes.size())];
        }
        const auto feed = readCsvFeed(text);
        if (feed) {
            EXPECT_EQ(feed->cells.size(), feed->rowCount() * feed->columns.size());
        }
    }
}

TEST(JsonFeed, keepsTypesAndLeavesWhatIsMissingUndefined) {
    const auto feed = readJsonFeed(R"([{"a": 1, "b": "x"}, {"b": null, "c": [1, {"d": true}]}])");
    ASSERT_TRUE(feed);
    EXPECT_THAT(feed->columns, ElementsAre("a", "b", "c"));
    EXPECT_EQ(feed->rowCount(), 2u);
    EXPECT_EQ(feed->cell(0, 0).asNumber(), 1);
    EXPECT_TRUE(feed->cell(1, 0).isUndefined());
    EXPECT_TRUE(feed->cell(1, 1).isNull());
    EXPECT_TRUE(feed->cell(1, 2).isArray());
}

TEST(JsonFeed, namesTheElementThatIsWrong) {
    EXPECT_EQ(wrong(readJsonFeed("{")).first, FeedErrorKind::BadJson);
    EXPECT_EQ(wrong(readJsonFeed("[{\"a\": 1},\n {\"a\" 2}]")),
              std::pair(FeedErrorKind::BadJson, std::size_t{2}));
    EXPECT_EQ(wrong(readJsonFeed(R"({"a": 1})")).first, FeedErrorKind::NotAnArray);
    EXPECT_EQ(wrong(readJsonFeed(R"([{"a": 1}, 2])")), std::pair(FeedErrorKind::NotAnArray, std::size_t{2}));
    EXPECT_EQ(wrong(readJsonFeed("[]")).first, FeedErrorKind::Empty);
    EXPECT_EQ(wrong(readJsonFeed(std::string(1 << 20, '['))).first, FeedErrorKind::BadJson);
    EXPECT_EQ(wrong(readJsonFeed("[{\"a\": \"\xff\"}]")).first, FeedErrorKind::BadJson);
}

// A plan's folder with files, and one file beside it.
class PlanFolder : public testing::Test {
protected:
    void SetUp() override {
        std::string pattern = testing::TempDir() + "bw-runplan-XXXXXX";
        ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
        m_root = pattern;
        std::filesystem::create_directory(m_root + "/plans");
        std::ofstream(m_root + "/outside.csv") << "a\n1\n";
        std::ofstream(m_root + "/plans/users.csv") << "name\nann\n";
        std::ofstream(m_root + "/plans/bad.csv") << "name,x\nann\n";
        std::filesystem::create_symlink(m_root + "/outside.csv", m_root + "/plans/link.csv");
        m_options.folder = m_root + "/plans";
    }
    void TearDown() override { std::filesystem::remove_all(m_root); }

    [[nodiscard]] Compiled withFeed(const std::string& file) const {
        PlanText plan;
        plan.top = R"("feeds": {"users": {"file": ")" + file + R"("}},)";
        plan.steps = R"({"http": {"url": "http://127.0.0.1/${feed.users.name}"}})";
        return compiled(plan, m_options);
    }
    [[nodiscard]] Compiled withBody(const std::string& file) const {
        PlanText plan;
        plan.steps = R"({"http": {"url": "http://127.0.0.1/", "method": "POST", "file": ")" + file + R"("}})";
        return compiled(plan, m_options);
    }

    std::string m_root;
    CompileOptions m_options;
};

TEST_F(PlanFolder, feedsAreReadWithTheirPlaceAndLine) {
    EXPECT_TRUE(withFeed("users.csv"));
    const auto bad = withFeed("bad.csv");
    ASSERT_FALSE(bad);
    EXPECT_EQ(bad.error().front().kind, CompileErrorKind::Feed);
    EXPECT_EQ(bad.error().front().feed.kind, FeedErrorKind::UnevenRow);
    EXPECT_EQ(bad.error().front().feed.line, 2u);
    EXPECT_EQ(withFeed("none.csv").error().front().file.kind, FileErrorKind::NotFound);
}

TEST_F(PlanFolder, aColumnThatIsNotThereIsTold) {
    std::ofstream(m_root + "/plans/users.csv") << "nmae\nann\n";
    const auto result = withFeed("users.csv");
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().front().kind, CompileErrorKind::Expression);
    EXPECT_EQ(result.error().front().place, "flows.main.steps[0].http.url");
}

TEST_F(PlanFolder, nothingOutsideItIsRead) {
    EXPECT_TRUE(withBody("users.csv"));
    // A path that leads outside by name is no valid plan; one that does by a link is met here.
    const auto body = withBody("link.csv");
    ASSERT_FALSE(body);
    EXPECT_EQ(body.error().front().file.kind, FileErrorKind::NotAllowed);
    EXPECT_EQ(body.error().front().place, "flows.main.steps[0].http.file");
    const auto feed = withFeed("link.csv");
    ASSERT_FALSE(feed);
    EXPECT_EQ(feed.error().front().file.kind, FileErrorKind::NotAllowed);
}

TEST_F(PlanFolder, aValidPlanThatNobodyCheckedIsCheckedHere) {
    PlanText text;
    text.steps = R"({"http": {"url": "http://127.0.0.1/", "method": "POST", "file": "../outside.csv"}})";
    const auto parsed = testplan::parse(text.json());
    ASSERT_TRUE(parsed.plan);
    EXPECT_FALSE(parsed.ok());
    const auto result = compile(*parsed.plan, m_options);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().front().file.kind, FileErrorKind::NotAllowed);
}

} // namespace
} // namespace bw::runplan
