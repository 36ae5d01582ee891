#include "core/metrics/metric.h"

#include <gtest/gtest.h>
#include <set>

namespace bw::metrics {
namespace {

TEST(Builtins, NamesAreFoundAndUnique) {
    std::set<std::string_view> names;
    for (const Metric& metric : builtinMetrics()) {
        EXPECT_TRUE(names.insert(metric.name).second) << metric.name;
        EXPECT_EQ(&builtinMetric(*findBuiltin(metric.name)), &metric);
    }
    EXPECT_EQ(findBuiltin("http_req_duratoin"), std::nullopt);
}

TEST(Builtins, TypesAndKindsAreK6s) {
    EXPECT_EQ(builtinMetric(Builtin::HttpReqFailed).type, MetricType::Rate);
    EXPECT_EQ(builtinMetric(Builtin::HttpReqDuration).kind, MetricKind::Time);
    EXPECT_EQ(builtinMetric(Builtin::DataReceived).kind, MetricKind::Data);
    EXPECT_EQ(builtinMetric(Builtin::DataReceived).type, MetricType::Counter);
    EXPECT_EQ(builtinMetric(Builtin::VusMax).name, "vus_max");
    EXPECT_EQ(builtinMetric(Builtin::DroppedIterations).name, "dropped_iterations");
    EXPECT_EQ(builtinMetric(Builtin::IterationStartDelay).name, "iteration_start_delay");
}

TEST(MetricNames, ReadBack) {
    for (const auto type : {MetricType::Counter, MetricType::Gauge, MetricType::Rate, MetricType::Trend})
        EXPECT_EQ(metricTypeFromName(metricTypeName(type)), type);
    for (const auto kind : {MetricKind::Default, MetricKind::Time, MetricKind::Data})
        EXPECT_EQ(metricKindFromName(metricKindName(kind)), kind);
    EXPECT_EQ(metricTypeFromName("Counter"), std::nullopt);
}

TEST(MetricRegistry, KnowsBuiltinsByTheirOwnNumber) {
    const MetricRegistry registry;
    EXPECT_EQ(registry.find("http_req_duration"), id(Builtin::HttpReqDuration));
    EXPECT_EQ(registry[id(Builtin::Checks)].name, "checks");
    EXPECT_EQ(registry.size(), builtinMetrics().size());
}

TEST(MetricRegistry, SameMetricTwiceIsOneOtherTypeIsRefused) {
    MetricRegistry registry;
    const auto added = registry.add("orders_total", MetricType::Counter);
    ASSERT_TRUE(added);
    EXPECT_EQ(registry.add("orders_total", MetricType::Counter), added);
    EXPECT_EQ(registry.add("orders_total", MetricType::Trend).error(), MetricRegistry::Error::OtherType);
    EXPECT_EQ(registry.add("orders_total", MetricType::Counter, MetricKind::Data).error(),
              MetricRegistry::Error::OtherType);
    EXPECT_EQ(registry.add("checks", MetricType::Counter).error(), MetricRegistry::Error::OtherType);
}

TEST(MetricRegistry, BadNamesAndTooManyAreRefused) {
    MetricRegistry registry;
    for (const std::string name : {"", "1st", "a b", "a-b", "a{b}", "\xc3\xa9", "x\n"})
        EXPECT_EQ(registry.add(name, MetricType::Gauge).error(), MetricRegistry::Error::InvalidName) << name;
    EXPECT_FALSE(registry.add(std::string(129, 'a'), MetricType::Gauge));
    EXPECT_TRUE(registry.add(std::string(128, 'a'), MetricType::Gauge));
    while (registry.size() < 10'000)
        ASSERT_TRUE(registry.add("m" + std::to_string(registry.size()), MetricType::Gauge));
    EXPECT_EQ(registry.add("one_more", MetricType::Gauge).error(), MetricRegistry::Error::TooManyNames);
}

TEST(MetricRegistry, CopiesLiveOnTheirOwn) {
    auto original = std::make_unique<MetricRegistry>();
    ASSERT_TRUE(original->add("mine", MetricType::Trend));
    const MetricRegistry copy = *original;
    MetricRegistry moved = std::move(*original);
    original.reset();
    EXPECT_EQ(copy.find("mine"), moved.find("mine"));
    EXPECT_EQ(copy[*copy.find("mine")].name, "mine");
    ASSERT_TRUE(moved.add("other", MetricType::Rate));
    EXPECT_EQ(copy.find("other"), std::nullopt);
}

} // namespace
} // namespace bw::metrics
