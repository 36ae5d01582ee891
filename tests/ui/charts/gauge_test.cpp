#include "ui/charts/gauge.h"
#include "ui/charts/gauge_scale.h"

#include <QTest>

#include <gtest/gtest.h>

namespace bw::charts {
namespace {

verdict::LimitResult p95Below(double limit, std::optional<double> value) {
    verdict::LimitResult result;
    result.kind = verdict::LimitKind::P95;
    result.op = testplan::Comparison::Less;
    result.limit = limit;
    result.value = value;
    return result;
}

TEST(GaugeScale, PutsEveryLimitAtTheSamePlace) {
    EXPECT_EQ(placeOf(p95Below(10, 10), 10), kLimitPlace);
    EXPECT_EQ(placeOf(p95Below(500, 10), 500), kLimitPlace);
    verdict::LimitResult rate = p95Below(100, 100);
    rate.op = testplan::Comparison::GreaterOrEqual;
    EXPECT_EQ(placeOf(rate, 100), kLimitPlace);
}

TEST(GaugeScale, GoesFromGoodToBad) {
    EXPECT_LT(*placeOf(p95Below(10, {}), 2), *placeOf(p95Below(10, {}), 8));
    EXPECT_EQ(placeOf(p95Below(10, {}), 1000), 1.0);
    verdict::LimitResult rate = p95Below(100, {});
    rate.op = testplan::Comparison::Greater;
    EXPECT_GT(*placeOf(rate, 50), *placeOf(rate, 200));
    EXPECT_EQ(placeOf(rate, 0), 1.0);
}

TEST(GaugeScale, KnowsALimitOfNone) {
    EXPECT_EQ(placeOf(p95Below(0, {}), 0), 0.0);
    EXPECT_EQ(placeOf(p95Below(0, {}), 0.01), 1.0);
    EXPECT_FALSE(placeOf(p95Below(10, {}), std::nan("")).has_value());
}

TEST(AGauge, SaysThatThereAreNoSamples) {
    Gauge gauge;
    gauge.setReading({QStringLiteral("login"), p95Below(10, {}), {}});
    EXPECT_TRUE(gauge.accessibleDescription().contains(QStringLiteral("no samples")));
    EXPECT_LT(gauge.needle(), 0);
}

TEST(AGauge, TellsValueLimitAndHeadRoomInWords) {
    Gauge gauge;
    gauge.setReading({QStringLiteral("login"), p95Below(10, 5), 6.0});
    EXPECT_EQ(gauge.accessibleName(), QStringLiteral("login P95"));
    EXPECT_TRUE(gauge.accessibleDescription().contains(QStringLiteral("50")))
        << gauge.accessibleDescription().toStdString();
}

TEST(AGauge, RestsWhileItIsHidden) {
    Gauge hidden;
    Gauge shown;
    shown.show();
    for (Gauge* gauge : {&hidden, &shown}) {
        gauge->setReading({QStringLiteral("login"), p95Below(10, 5), 2.0});
        gauge->setReading({QStringLiteral("login"), p95Below(10, 5), 9.0});
    }
    const double aim = *placeOf(p95Below(10, {}), 9);
    ASSERT_TRUE(QTest::qWaitFor([&] { return shown.needle() == aim; }, 5000));
    EXPECT_EQ(hidden.needle(), *placeOf(p95Below(10, {}), 2));
    hidden.show();
    EXPECT_TRUE(QTest::qWaitFor([&] { return hidden.needle() == aim; }, 5000));
}

TEST(AGauge, HasNoNeedleOnceTheLastSecondsHadNoSamples) {
    Gauge gauge;
    gauge.show();
    gauge.setReading({QStringLiteral("login"), p95Below(10, 5), 2.0});
    EXPECT_GE(gauge.needle(), 0);
    gauge.setReading({QStringLiteral("login"), p95Below(10, 5), {}});
    EXPECT_LT(gauge.needle(), 0);
}

TEST(AGauge, MovesItsNeedleInSmallSteps) {
    Gauge gauge;
    gauge.setReading({QStringLiteral("login"), p95Below(10, 5), 2.0});
    gauge.show();
    const double before = gauge.needle();
    gauge.setReading({QStringLiteral("login"), p95Below(10, 5), 9.0});
    EXPECT_EQ(gauge.needle(), before);
    double between = before;
    ASSERT_TRUE(QTest::qWaitFor([&] { return (between = gauge.needle()) > before; }, 5000));
    EXPECT_LT(between, *placeOf(p95Below(10, {}), 9));
    ASSERT_TRUE(QTest::qWaitFor([&] { return gauge.needle() == *placeOf(p95Below(10, {}), 9); }, 5000));
}

} // namespace
} // namespace bw::charts
