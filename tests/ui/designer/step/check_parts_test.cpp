#include "ui/designer/step/check_parts.h"

#include <gtest/gtest.h>

namespace bw::designer {
namespace {

struct Case {
    const char* source;
    const char* subject;
    const char* test;
    const char* expected;
};

TEST(CheckParts, OneTestIsARow) {
    for (const auto& [source, subject, test, expected] :
         {Case{"status == 201", "status", "==", "201"}, Case{"duration<10", "duration", "<", "10"},
          Case{"json('$.a < b') >= 2", "json('$.a < b')", ">=", "2"},
          Case{"exists(json('$.orderId'))", "json('$.orderId')", "exists", ""},
          Case{"contains(body, 'a, b')", "body", "contains", "'a, b'"},
          Case{"length(json('$.x')) != 0", "length(json('$.x'))", "!=", "0"},
          Case{"a + 1 > b * 2", "a + 1", ">", "b * 2"}}) {
        const auto parts = splitCheck(QString::fromLatin1(source));
        ASSERT_TRUE(parts) << source;
        EXPECT_EQ(parts->subject, QLatin1String(subject)) << source;
        EXPECT_EQ(parts->test, QLatin1String(test)) << source;
        EXPECT_EQ(parts->expected, QLatin1String(expected)) << source;
        EXPECT_EQ(splitCheck(joinCheck(*parts)), parts) << "and back";
    }
}

TEST(CheckParts, MoreThanOneTestStaysAnExpression) {
    for (const char* source :
         {"status == 200 && duration < 10", "status == 200 ? true : false", "!exists(body)", "status", "",
          "==", "exists(a) && exists(b)", "contains(a)", "a < b < c", "exists(a) == exists(b) || true",
          "status ==", "'unclosed == 1"}) {
        EXPECT_FALSE(splitCheck(QString::fromLatin1(source))) << source;
    }
}

} // namespace
} // namespace bw::designer
