#include "core/expr/function_table.h"
#include "core/expr/scope.h"

#include <algorithm>
#include <gtest/gtest.h>

using namespace bw::expr;

TEST(Scope, numbersNamesInOrderAndOnce) {
    Scope scope;
    EXPECT_EQ(scope.addVariable("a").value, 0U);
    EXPECT_EQ(scope.addVariable("b").value, 1U);
    EXPECT_EQ(scope.addVariable("a").value, 0U);
    EXPECT_EQ(scope.variables(), (std::vector<std::string>{"a", "b"}));
    EXPECT_FALSE(scope.variable("c"));
}

TEST(Scope, feedsHaveKnownColumnsOrAny) {
    Scope scope;
    const FeedId users = scope.addFeed("users", {"name", "id"});
    const FeedId later = scope.addFeedOfAnyColumns("later");
    EXPECT_EQ(scope.column(users, "id"), 1U);
    EXPECT_FALSE(scope.column(users, "x"));
    EXPECT_EQ(scope.column(later, "x"), Scope::kAnyColumn);
    EXPECT_FALSE(scope.feed("none"));
}

TEST(Scope, offersEverythingThatMayBeWritten) {
    Scope scope;
    scope.addVariable("token");
    scope.addFeed("users", {"name"});
    scope.addSecret("KEY");
    const auto all = scope.completions();
    for (const char* text : {"status", "token", "feed.users.name", "secret.KEY", "json("}) {
        EXPECT_NE(std::ranges::find(all, text), all.end()) << text;
    }
    EXPECT_EQ(all.size(), kBuiltinCount + 3 + kFunctions.size());
}

TEST(Scope, knowsWhatNamesCanBeRead) {
    EXPECT_TRUE(Scope::isReserved("status"));
    EXPECT_TRUE(Scope::isReserved("null"));
    EXPECT_FALSE(Scope::isReserved("token"));
    for (const char* name : {"a", "_x1", "$y", "이름"}) {
        EXPECT_TRUE(Scope::isName(name)) << name;
    }
    for (const char* name : {"", "1a", "a-b", "a b", "a.b"}) {
        EXPECT_FALSE(Scope::isName(name)) << name;
    }
}
