#include "ui/charts/gauge.h"
#include "ui/charts/gauge_scale.h"
#include "ui/charts/gauge_text.h"
#include "ui/charts/gauge_trend.h"

#include <QTest>

#include <cmath>
#include <gtest/gtest.h>
#include <set>

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

verdict::LimitResult judged(verdict::LimitResult limit, verdict::BudgetState state) {
    limit.state = state;
    return limit;
}

TEST(GaugeScale, IsCloseFromFourFifthsOfTheLimitAndOverFromTheLimit) {
    const auto standing = [](double value) {
        return standingOf(judged(p95Below(10, value),
                                 value < 10 ? verdict::BudgetState::Pass : verdict::BudgetState::Fail));
    };
    EXPECT_EQ(standing(7.99), Standing::Good);
    EXPECT_EQ(standing(8), Standing::Close);
    EXPECT_EQ(standing(9.99), Standing::Close);
    EXPECT_EQ(standing(10), Standing::Over);
    EXPECT_EQ(standingOf(p95Below(10, {})), Standing::Unknown);
}

TEST(GaugeScale, OfAShareThatMustBeReachedCountsWhatIsMissing) {
    verdict::LimitResult within = judged(p95Below(0.99, 0.999), verdict::BudgetState::Pass);
    within.kind = verdict::LimitKind::Within;
    within.op = testplan::Comparison::GreaterOrEqual;
    EXPECT_NEAR(*pressureOf(within, 0.999), 0.1, 1e-9);
    EXPECT_EQ(standingOf(within), Standing::Good);
    within.value = 0.991;
    EXPECT_EQ(standingOf(within), Standing::Close);
    within.limit = 1;
    EXPECT_EQ(pressureOf(within, 1), 0);
    EXPECT_EQ(placeOf(within, 0.5), 1.0);
}

TEST(GaugeScale, AThroughputThatIsAllThatWasOfferedIsGood) {
    verdict::LimitResult rate = judged(p95Below(100, 100), verdict::BudgetState::Pass);
    rate.kind = verdict::LimitKind::Throughput;
    rate.op = testplan::Comparison::GreaterOrEqual;
    EXPECT_EQ(standingOf(rate), Standing::Close);
    rate.offered = 100;
    EXPECT_EQ(standingOf(rate), Standing::Good);
    rate.offered = 120;
    EXPECT_EQ(standingOf(rate), Standing::Close) << "the target left some of it out";
}

TEST(GaugeTrend, TellsWhereTheLastMinuteWent) {
    const verdict::LimitResult limit = p95Below(10, 5);
    const auto line = [](double from, double to) {
        Figures figures;
        for (int i = 0; i <= 60; ++i) {
            figures.emplace_back(from + (to - from) * i / 60);
        }
        return figures;
    };
    EXPECT_EQ(trendOf(line(4, 8), limit), Trend::Rising);
    EXPECT_EQ(trendOf(line(8, 4), limit), Trend::Falling);
    EXPECT_EQ(trendOf(line(5, 5.3), limit), Trend::Steady) << "less than a tenth of itself";
    EXPECT_EQ(trendOf(line(0.1, 0.2), limit), Trend::Steady) << "far from the limit, that is nothing";
    Figures noisy = line(5, 5);
    noisy[30] = 50; // one peak is no trend
    EXPECT_EQ(trendOf(noisy, limit), Trend::Steady);
}

TEST(GaugeTrend, FewFiguresTellNothingAndGapsDoNoHarm) {
    const verdict::LimitResult limit = p95Below(10, 5);
    EXPECT_EQ(trendOf({}, limit), Trend::Unknown);
    EXPECT_EQ(trendOf(Figures(9, 5.0), limit), Trend::Unknown);
    Figures gaps(60);
    for (std::size_t i = 0; i < gaps.size(); i += 3) {
        gaps[i] = static_cast<double>(i);
    }
    gaps[3] = std::nan("");
    EXPECT_EQ(trendOf(gaps, limit), Trend::Rising);
    EXPECT_EQ(trendOf(Figures(60, 0.0), p95Below(0, 0)), Trend::Steady);
}

TEST(AGauge, SaysEveryStateInWordsAndWithAShape) {
    const auto pass = judged(p95Below(10, 5), verdict::BudgetState::Pass);
    const auto close = judged(p95Below(10, 9), verdict::BudgetState::Pass);
    const auto over = judged(p95Below(10, 12), verdict::BudgetState::Fail);
    EXPECT_TRUE(standingText(pass).startsWith(QStringLiteral("good, 50")));
    EXPECT_TRUE(standingText(close).startsWith(QStringLiteral("close, 10")));
    EXPECT_TRUE(standingText(over).startsWith(QStringLiteral("over, 20")));
    EXPECT_EQ(standingLabel(pass), QStringLiteral("good, 50\u202f% to spare"));
    EXPECT_EQ(standingLabel(over), QStringLiteral("over, 20\u202f% beyond"));
    EXPECT_EQ((std::set{iconOf(pass), iconOf(close), iconOf(over)}.size()), 3u);
}

TEST(AGauge, SaysWhyThereIsNoValue) {
    Gauge gauge;
    const auto told = [&](verdict::BudgetState state) {
        gauge.setReading({QStringLiteral("login"), judged(p95Below(10, {}), state), {}, {}});
        return gauge.toolTip();
    };
    EXPECT_TRUE(told(verdict::BudgetState::NotExercised).contains(QStringLiteral("not exercised")));
    EXPECT_TRUE(told(verdict::BudgetState::NotExercised).contains(QStringLiteral("no such request")));
    EXPECT_TRUE(told(verdict::BudgetState::NotMeasured).contains(QStringLiteral("not measured")));
    EXPECT_TRUE(told(verdict::BudgetState::NotMeasured).contains(QStringLiteral("Nothing in this run")));
    EXPECT_TRUE(told(verdict::BudgetState::NoSamples).contains(QStringLiteral("mistyped")));
}

TEST(AGauge, SaysWhereTheLastMinuteWentInItsDescription) {
    Gauge gauge;
    Figures rising;
    for (int i = 0; i < 30; ++i) {
        rising.emplace_back(i * 0.2);
    }
    gauge.setReading({QStringLiteral("login"), p95Below(10, 5), 6.0, rising});
    EXPECT_EQ(gauge.trend(), Trend::Rising);
    EXPECT_TRUE(gauge.accessibleDescription().contains(QStringLiteral("rising")))
        << gauge.accessibleDescription().toStdString();
}

TEST(AGauge, GrowsWithItsFont) {
    Gauge gauge;
    const QSize before = gauge.sizeHint();
    QFont large = gauge.font();
    large.setPointSizeF(large.pointSizeF() * 2);
    gauge.setFont(large);
    EXPECT_GT(gauge.sizeHint().width(), before.width() * 1.8);
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
