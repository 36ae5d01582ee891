#include "ui/history/tag_text.h"

#include <gtest/gtest.h>

namespace bw::history_view {
namespace {

TEST(TagText, IsReadAsItIsWritten) {
    const Tags tags{{"region", "eu"}, {"smoke", ""}, {"team", "risk & credit"}};
    EXPECT_EQ(tagText(tags), QStringLiteral("region=eu, smoke, team=risk & credit"));
    EXPECT_EQ(tagsOf(tagText(tags)), tags);
    EXPECT_TRUE(canBeTyped(tags));
}

TEST(TagText, TakesWhatPeopleType) {
    EXPECT_EQ(tagsOf(QStringLiteral(" a = 1 ,, b,=x, c=2=3 ")), (Tags{{"a", "1"}, {"b", ""}, {"c", "2=3"}}));
    EXPECT_TRUE(tagsOf(QString()).empty());
}

TEST(TagText, KnowsWhatCannotBeWrittenSo) {
    EXPECT_FALSE(canBeTyped({{"a", "1, 2"}}));
    EXPECT_FALSE(canBeTyped({{"a=b", "1"}}));
    EXPECT_FALSE(canBeTyped({{"a", " 1"}}));
}

} // namespace
} // namespace bw::history_view
