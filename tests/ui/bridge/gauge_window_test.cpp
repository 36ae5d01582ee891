#include "core/verdict/verdict_evaluator.h"
#include "tests/core/verdict/run_record.h"
#include "ui/bridge/gauge_window.h"

#include <gtest/gtest.h>

namespace bw::bridge {
namespace {

using namespace std::chrono_literals;

const metrics::TagSet kOrders{{"name", "order"}};

class AGaugeWindow : public testing::Test {
protected:
    AGaugeWindow()
        : m_budgets(budgets())
        , m_window({}, m_budgets)
        , m_judge({}, {}, m_budgets) {}

    static std::vector<verdict::JudgedBudget> budgets() {
        verdict::JudgedBudget budget;
        budget.spec.name = "limits";
        budget.origin = verdict::BudgetOrigin::Shared;
        for (const char* name : {"order", "never_asked"}) {
            testplan::RequestRow row;
            row.select = std::string("name:") + name;
            row.tags = {{"name", name}};
            row.p95 = testplan::DurationText{10ms, {}};
            budget.spec.rows.emplace_back(row);
        }
        return {budget};
    }

    // A second with twenty orders of that time; none: without any.
    void second(std::optional<Duration> took) {
        if (took) {
            m_record.request(kOrders, *took, 20);
        }
        const auto frame = std::make_shared<const metrics::Frame>(m_record.frame());
        m_judge.add(*frame);
        m_window.add(frame);
        ++m_seconds;
    }

    std::vector<GaugeReading> readings() {
        return m_window.readings(m_judge.evaluate(std::chrono::seconds(m_seconds), verdict::Moment::Running));
    }

    std::vector<verdict::JudgedBudget> m_budgets;
    GaugeWindow m_window;
    verdict::VerdictEvaluator m_judge;
    verdict::RunRecord m_record;
    int m_seconds = 0;
};

TEST_F(AGaugeWindow, TheLastTenSecondsAndTheMinuteBeforeThemAreTold) {
    for (int i = 0; i < 40; ++i) {
        second(2ms);
    }
    for (int i = 0; i < 20; ++i) {
        second(6ms);
    }
    const GaugeReading order = readings().at(0);
    EXPECT_NEAR(*order.lastSeconds, 6, 0.1);
    ASSERT_EQ(order.lastMinute.size(), 60u);
    EXPECT_NEAR(*order.lastMinute.front(), 2, 0.1);
    EXPECT_NEAR(*order.lastMinute[38], 2, 0.1);
    EXPECT_EQ(order.lastMinute.back(), order.lastSeconds);
}

TEST_F(AGaugeWindow, AMinuteIsAllThatIsKept) {
    for (int i = 0; i < 90; ++i) {
        second(i < 45 ? 2ms : 6ms);
    }
    const GaugeReading order = readings().at(0);
    ASSERT_EQ(order.lastMinute.size(), 60u);
    EXPECT_NEAR(*order.lastMinute.front(), 2, 0.1);
    EXPECT_NEAR(*order.lastMinute[20], 6, 0.1);
}

TEST_F(AGaugeWindow, SecondsWithoutRequestsAreAGapOnceTheTenAreOver) {
    second(2ms);
    for (int i = 0; i < 15; ++i) {
        second(std::nullopt);
    }
    const GaugeReading order = readings().at(0);
    EXPECT_TRUE(order.sinceStart.value);
    EXPECT_FALSE(order.lastSeconds);
    EXPECT_TRUE(order.lastMinute.front());
    EXPECT_FALSE(order.lastMinute.back());
}

TEST_F(AGaugeWindow, WhatWasNotExercisedIsThereAndSaysSo) {
    second(2ms);
    EXPECT_EQ(readings().at(1).subject, "name:never_asked");
    EXPECT_EQ(readings().at(1).sinceStart.state, verdict::BudgetState::NotYet);
    const auto ended =
        m_window.readings(m_judge.evaluate(std::chrono::seconds(m_seconds), verdict::Moment::Ended));
    EXPECT_EQ(ended.at(1).sinceStart.state, verdict::BudgetState::NotExercised);
}

TEST_F(AGaugeWindow, BeforeTheFirstEvaluationThereIsNothing) {
    second(2ms);
    EXPECT_TRUE(m_window.readings({}).empty());
}

} // namespace
} // namespace bw::bridge
