#include "core/expr/single_test.h"

#include <gtest/gtest.h>

namespace bw::expr {
namespace {

TEST(SingleTest, IsAComparisonOrACall) {
    EXPECT_EQ(splitSingleTest(" status == 201 "), (SingleTest{"status", "==", "201"}));
    EXPECT_EQ(splitSingleTest("json('$.a < b')>=2"), (SingleTest{"json('$.a < b')", ">=", "2"}));
    EXPECT_EQ(splitSingleTest("exists( json('$.id') )"), (SingleTest{"json('$.id')", "exists", ""}));
    EXPECT_EQ(splitSingleTest("contains(body, 'a, b')"), (SingleTest{"body", "contains", "'a, b'"}));
    EXPECT_EQ(splitSingleTest("length(x) != 0"), (SingleTest{"length(x)", "!=", "0"}));
    EXPECT_EQ(splitSingleTest("(a && b) == c"), (SingleTest{"(a && b)", "==", "c"}));
}

TEST(SingleTest, IsNoneWhenThereIsMore) {
    for (const char* source : {"a == 1 && b == 2", "a ? b : c", "!exists(a)", "a", "", "==", "== 1",
                               "a ==", "exists(a) && exists(b)", "exists(a, b)", "contains(a)", "a < b < c",
                               "'open == 1", "exists(a", "exists()b)"}) {
        EXPECT_FALSE(splitSingleTest(source)) << source;
    }
}

} // namespace
} // namespace bw::expr
