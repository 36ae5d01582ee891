#include "core/history/run_search.h"
#include "core/history/search_words.h"
#include "tests/core/history/history_fixture.h"

#include <gmock/gmock.h>

namespace bw::history {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(SearchWordsTest, SpacesAndControlCharactersPartWordsAndEachIsLookedForOnce) {
    EXPECT_THAT(SearchWords::split(" Slow\tDISK\n slow  "), ElementsAre("disk", "slow"));
    EXPECT_THAT(SearchWords::split(std::string_view("a\0b\xC2\xA0\x63", 6)), ElementsAre("a", "b", "c"));
    EXPECT_THAT(SearchWords::split(" \r\n"), IsEmpty());
    EXPECT_THAT(SearchWords::split("\xff"), ElementsAre("\xEF\xBF\xBD"));
}

TEST(SearchWordsTest, FindsPartsOfWordsInUpperAndLowerCase) {
    const auto has = [](std::string_view text, std::string_view word) {
        SearchWords words(SearchWords::split(word));
        return words.found(text, words.all()) == words.all();
    };
    EXPECT_TRUE(has("the Slow disk", "LOW"));
    EXPECT_FALSE(has("the slow disk", "lowd"));
    EXPECT_TRUE(has("100% of a_b", "100% a_b"));
    EXPECT_FALSE(has("1000 of axb", "100%")) << "signs mean nothing";
    EXPECT_FALSE(has("axb", "a_b"));
    EXPECT_TRUE(has("Größe ÄÖÜ", "größe äöü"));
    EXPECT_TRUE(has("скорость", "СКОР"));
    EXPECT_TRUE(has("느린 라인입니다", "라인"));
    EXPECT_FALSE(has("느린 라임", "라인"));
    EXPECT_TRUE(has("\xff\xfe 라인 x", "라인")) << "texts may be anything";
    EXPECT_TRUE(has("caf\xC3\xA9", "cafe\xCC\x81")) << "composed or not";
    EXPECT_FALSE(has("", "a"));
}

TEST(SearchWordsTest, AsManyWordsAsBits) {
    std::vector<std::string> all;
    std::string text;
    for (std::size_t i = 0; i < SearchWords::kMost; ++i)
        text += all.emplace_back("w" + std::to_string(i) + "x") + " ";
    SearchWords words(all);
    EXPECT_EQ(words.all(), ~SearchWords::Mask{0});
    EXPECT_EQ(words.found(text, words.all()), words.all());
    EXPECT_EQ(words.found("w63x", words.all()), SearchWords::Mask{1} << 63);
    EXPECT_EQ(words.found(text, 5), 5U) << "only what is wanted";
}

class RunSearch : public HistoryTest {
protected:
    void SetUp() override {
        RunStart start = testStart();
        m_plain = finish(*m_store.beginRun(start, metrics));
        start.planName = "Checkout";
        start.planText = R"({"url": "http://shop.example/cart"})";
        start.environment = "Production";
        start.build = "abc123";
        start.host = "ci-7";
        start.note = "Größe 100%";
        start.tags = {{"branch", "fix\"it"}, {"who", "하나"}};
        auto writer = m_store.beginRun(start, metrics);
        (*writer)->addLog({std::chrono::seconds(1), LogLevel::Warning, "steady", "All VUs busy"});
        (*writer)->addExample({std::chrono::seconds(1), "Place order", "timeout", "GET /secret",
                               std::string("\0\xff HTTP/1.1 503 Overloaded", 27)});
        m_rich = finish(*writer);
    }
    static RunId finish(const std::unique_ptr<RunWriter>& writer) {
        appendAll(*writer, randomFrames(2, 1)); // requests "orders" and "rare"
        EXPECT_TRUE(writer->finish(testOutcome(), std::chrono::seconds(60)));
        return writer->id();
    }
    [[nodiscard]] std::vector<RunId> found(std::string_view words) const {
        const auto runs = m_store.reader()->search(words);
        EXPECT_TRUE(runs) << runs.error().details;
        return runs.value_or(std::vector<RunId>());
    }

    HistoryStore m_store = open();
    RunId m_plain;
    RunId m_rich;
};

TEST_F(RunSearch, WithoutAWordAllRunsAreFound) {
    EXPECT_THAT(found(""), ElementsAre(m_plain, m_rich));
    EXPECT_THAT(found(" \n"), ElementsAre(m_plain, m_rich));
}

TEST_F(RunSearch, FindsARunByEverythingThatIsSaidOfIt) {
    for (const char* words : {"checkout", "shop.EXAMPLE/cart", "production", "ABC12", "ci-7", "größe GRÖ",
                              "100%", "하나", "branch=fix\"it", "fix\"it", "who=하나", "vus BUSY", "steady",
                              "place ORDER", "timeout", "/secret", "overloaded", "503 하나 busy abc123"})
        EXPECT_THAT(found(words), ElementsAre(m_rich)) << words;
    EXPECT_THAT(found("bellwether"), ElementsAre(m_plain)) << "in the plan's text";
}

TEST_F(RunSearch, FindsRequestsByNameAndStatus) {
    EXPECT_THAT(found("rare"), ElementsAre(m_plain, m_rich));
    EXPECT_THAT(found("status=200"), ElementsAre(m_plain, m_rich));
}

TEST_F(RunSearch, AllWordsHaveToBeThere) {
    EXPECT_THAT(found("busy nowhere"), IsEmpty());
    EXPECT_THAT(found("1.2.3 busy"), IsEmpty()) << "of two runs";
    EXPECT_THAT(found("status"), IsEmpty()) << "a tag's key is on every run";
    EXPECT_THAT(found("%"), ElementsAre(m_rich));
    EXPECT_THAT(found("_"), IsEmpty());
}

TEST_F(RunSearch, MoreWordsThanFitInOneLook) {
    std::string note;
    for (int i = 0; i < 200; ++i)
        note += "word" + std::to_string(i) + " ";
    ASSERT_TRUE(m_store.annotate(m_plain, {note, {}, false}));
    EXPECT_THAT(found(note), ElementsAre(m_plain));
    EXPECT_THAT(found(note + "busy"), IsEmpty());
}

TEST_F(RunSearch, SeesWhatWasSaidLaterAndNotWhatIsGone) {
    ASSERT_TRUE(m_store.annotate(m_plain, {"after lunch", {}, false}));
    EXPECT_THAT(found("lunch"), ElementsAre(m_plain));
    ASSERT_TRUE(m_store.remove(m_rich));
    EXPECT_THAT(found("busy"), IsEmpty());
}

TEST_F(RunSearch, TagsThatAreNoneDoNotKeepOthersFromBeingFound) {
    auto database = Database::open(path, Database::Access::Write);
    ASSERT_TRUE((*database)->script("UPDATE runs SET tags = '[' WHERE id = 1;\n"
                                    "UPDATE series SET tags = x'ff00' WHERE run_id = 1;\n"));
    EXPECT_THAT(found("rare"), ElementsAre(m_rich));
}

} // namespace
} // namespace bw::history
