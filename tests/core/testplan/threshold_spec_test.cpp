#include "core/testplan/budget_spec.h"
#include "core/testplan/threshold_spec.h"

#include <cmath>
#include <gmock/gmock.h>

namespace bw::testplan {
namespace {

struct Good {
    const char* source;
    Aggregation method;
    double percentile;
    Comparison op;
    double number;
};

TEST(Threshold, ReadsWhatK6Reads) {
    using enum Aggregation;
    using enum Comparison;
    const Good all[] = {
        {"p(99)<10", Percentile, 99, Less, 10},
        {"p(99.9) <= 1.5", Percentile, 99.9, LessOrEqual, 1.5},
        {"p(0)>0", Percentile, 0, Greater, 0},
        {" rate>=0.5 ", Rate, 0, GreaterOrEqual, 0.5},
        {"count===3", Count, 0, Equal, 3},
        {"count==3", Count, 0, Equal, 3},
        {"value!=-1", Value, 0, NotEqual, -1},
        {"avg<1e3", Average, 0, Less, 1000},
        {"min>.5", Minimum, 0, Greater, 0.5},
        {"max<5.", Maximum, 0, Less, 5},
        {"med<1_000", Median, 0, Less, 1000},
        {"avg<+Inf", Average, 0, Less, INFINITY},
        {"avg>-infinity", Average, 0, Greater, -INFINITY},
        {"avg<0x1p4", Average, 0, Less, 16},
    };
    for (const Good& good : all) {
        const auto parsed = parseThreshold(good.source);
        ASSERT_TRUE(parsed.has_value()) << good.source;
        EXPECT_EQ(parsed->method, good.method) << good.source;
        EXPECT_EQ(parsed->percentile, good.percentile) << good.source;
        EXPECT_EQ(parsed->op, good.op) << good.source;
        EXPECT_EQ(parsed->number, good.number) << good.source;
    }
    EXPECT_TRUE(std::isnan(parseThreshold("avg<NaN")->number));
}

TEST(Threshold, RefusesWhatK6Refuses) {
    using enum ThresholdErrorKind;
    const std::pair<const char*, ThresholdErrorKind> all[] = {
        {"p( 95 )<1", BadPercentile},  {"p(95 )<1", BadPercentile},
        {"p(-1)<1", BadPercentile},    {"p(100.1)<1", BadPercentile},
        {"p()<1", BadPercentile},      {"rate<1%", BadNumber},
        {"avg<5ms", BadNumber},        {"med=1", NoOperator},
        {"p95<1", UnknownMethod},      {"P(95)<1", UnknownMethod},
        {"Avg<1", UnknownMethod},      {"<1", UnknownMethod},
        {"avg<", BadNumber},           {"", NoOperator},
        {"avg<1 && med<1", BadNumber}, {"avg<0x10", BadNumber},
        {"avg<_1", BadNumber},         {"avg<1__0", BadNumber},
        {"avg<- 1", BadNumber},        {"avg<1e999", BadNumber},
    };
    for (const auto& [source, kind] : all) {
        const auto parsed = parseThreshold(source);
        ASSERT_FALSE(parsed.has_value()) << source;
        EXPECT_EQ(parsed.error().kind, kind) << source;
    }
}

TEST(Threshold, ErrorsPointAtThePiece) {
    const auto parsed = parseThreshold("avg < 5ms");
    EXPECT_EQ(parsed.error().subject, "5ms");
    EXPECT_EQ(parsed.error().offset, 6U);
}

TEST(Selector, ReadsTagsAsK6Does) {
    const auto parsed = parseSelector(" http_reqs { name : \"a b\" , status:200,url:http://x } ");
    ASSERT_TRUE(parsed.has_value());
    EXPECT_EQ(parsed->metric, "http_reqs");
    using Tag = std::pair<std::string, std::string>;
    EXPECT_THAT(parsed->tags,
                testing::ElementsAre(Tag("name", "a b"), Tag("status", "200"), Tag("url", "http://x")));
    EXPECT_TRUE(parseSelector("checks")->tags.empty());
}

TEST(Selector, RefusesHalfTags) {
    using enum SelectorErrorKind;
    const std::pair<const char*, SelectorErrorKind> all[] = {
        {"m{a}", TagWithoutValue},    {"m{a:}", TagWithoutValue},
        {"m{}", TagWithoutValue},     {"m{:b}", TagWithoutValue},
        {"m{a:b", NotClosed},         {"m{a:b}c", TextAfterClose},
        {"{a:b}", NoMetric},          {"", NoMetric},
        {"m{a:b,}", TagWithoutValue},
    };
    for (const auto& [source, kind] : all) {
        const auto parsed = parseSelector(source);
        ASSERT_FALSE(parsed.has_value()) << source;
        EXPECT_EQ(parsed.error().kind, kind) << source;
    }
}

TEST(UnitLimit, ReadsNumberAndUnit) {
    EXPECT_EQ(parseUnitLimit("<200MB/s")->value, 200e6);
    EXPECT_EQ(parseUnitLimit("<200MB/s")->unit, LimitUnit::BytesPerSecond);
    EXPECT_DOUBLE_EQ(parseUnitLimit("< 80 %")->value, 0.8);
    EXPECT_EQ(parseUnitLimit("<80%")->unit, LimitUnit::Cores);
    EXPECT_EQ(parseUnitLimit("<=1.5GiB")->value, 1.5 * 1024 * 1024 * 1024);
    EXPECT_EQ(parseUnitLimit("<=2GB")->op, Comparison::LessOrEqual);
    EXPECT_EQ(parseUnitLimit(">100/s")->unit, LimitUnit::PerSecond);
    for (const char* bad :
         {"", "<", "80%", "<80", "<%", "<80%/s", "<1.2.3GB", "==5GB", "<-5GB", "<5 XB", "<5/s/s"}) {
        EXPECT_FALSE(parseUnitLimit(bad).has_value()) << bad;
    }
}

} // namespace
} // namespace bw::testplan
