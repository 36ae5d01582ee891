#include "ui/charts/gauge.h"
#include "ui/live/gauge_card.h"
#include "ui/live/gauge_row.h"
#include "ui/live/state_lines.h"

#include <QHelpEvent>
#include <QTest>

#include <gtest/gtest.h>

namespace bw::live {
namespace {

using verdict::BudgetState;
using verdict::LimitKind;

bridge::GaugeReading reading(const std::string& subject, LimitKind kind, double limit,
                             std::optional<double> value, BudgetState state) {
    bridge::GaugeReading reading;
    reading.budget = QStringLiteral("jts-api");
    reading.subject = "name:" + subject;
    reading.sinceStart.kind = kind;
    reading.sinceStart.limit = limit;
    reading.sinceStart.value = value;
    reading.sinceStart.state = state;
    return reading;
}

bridge::GaugeReading good(const std::string& subject, LimitKind kind, double limit, double value) {
    return reading(subject, kind, limit, value, value < limit ? BudgetState::Pass : BudgetState::Fail);
}

class AGaugeRow : public testing::Test {
protected:
    explicit AGaugeRow(GaugeCard::Detail detail = GaugeCard::Detail::Whole)
        : m_row(detail) {
        m_row.resize(1200, 200);
        m_row.show();
    }

    [[nodiscard]] StateLines* rest() const {
        for (auto* lines : m_row.findChildren<StateLines*>()) {
            if (lines->accessibleName() == QStringLiteral("Categories without figures")) {
                return lines;
            }
        }
        return nullptr;
    }
    [[nodiscard]] QString nameOf(std::size_t card) const {
        return m_row.cards().at(card)->gauge().accessibleName();
    }

    GaugeRow m_row;
};

TEST_F(AGaugeRow, HasACardForEachCategoryWithTheLimitThatDecides) {
    m_row.setReadings({good("login", LimitKind::P50, 10, 1), good("login", LimitKind::P99, 10, 5),
                       good("order", LimitKind::P50, 10, 9), good("order", LimitKind::P99, 10, 2)});
    ASSERT_EQ(m_row.cards().size(), 2u);
    EXPECT_EQ(nameOf(0), QStringLiteral("order P50")) << "the nearest to its limit comes first";
    EXPECT_EQ(nameOf(1), QStringLiteral("login P99"));
    auto* lines = m_row.cards()[1]->findChild<StateLines*>();
    ASSERT_EQ(lines->lines().size(), 2u);
    EXPECT_EQ(lines->lines()[0].name, QStringLiteral("P50"));
    EXPECT_TRUE(lines->lines()[1].isChosen);
    EXPECT_TRUE(lines->accessibleDescription().contains(QStringLiteral("good")));
}

TEST_F(AGaugeRow, ACardKeepsItsPlaceAndShowsALimitThatGotWorse) {
    m_row.setReadings({good("login", LimitKind::P50, 10, 1), good("login", LimitKind::P99, 10, 5),
                       good("order", LimitKind::P50, 10, 7)});
    m_row.setReadings({good("login", LimitKind::P50, 10, 12), good("login", LimitKind::P99, 10, 5),
                       good("order", LimitKind::P50, 10, 1)});
    EXPECT_EQ(nameOf(0), QStringLiteral("order P50"));
    EXPECT_EQ(nameOf(1), QStringLiteral("login P50"));
    EXPECT_TRUE(m_row.cards()[1]->gauge().accessibleDescription().contains(QStringLiteral("over")));
}

TEST_F(AGaugeRow, AnotherLimitIsShownByAClickOrAKeyAndStays) {
    const std::vector readings{good("login", LimitKind::P50, 10, 1), good("login", LimitKind::P99, 10, 5)};
    m_row.setReadings(readings);
    auto* lines = m_row.cards()[0]->findChild<StateLines*>();
    QTest::mouseClick(lines, Qt::LeftButton, {}, QPoint(20, 8));
    EXPECT_EQ(nameOf(0), QStringLiteral("login P50"));
    m_row.setReadings(readings);
    EXPECT_EQ(nameOf(0), QStringLiteral("login P50"));
    QTest::keyClick(lines, Qt::Key_Down);
    EXPECT_EQ(nameOf(0), QStringLiteral("login P99"));
    QTest::keyClick(lines, Qt::Key_Down);
    EXPECT_EQ(nameOf(0), QStringLiteral("login P99")) << "there is no other below";
}

TEST_F(AGaugeRow, WhatHasNoFiguresIsNamedWithItsReason) {
    m_row.setReadings({good("login", LimitKind::P50, 10, 1),
                       reading("cancel", LimitKind::P50, 10, {}, BudgetState::NotExercised),
                       reading("query", LimitKind::Within, 0.98, {}, BudgetState::NotMeasured),
                       reading("typo", LimitKind::P50, 10, {}, BudgetState::NoSamples)});
    EXPECT_EQ(m_row.cards().size(), 1u);
    ASSERT_NE(rest(), nullptr);
    ASSERT_TRUE(rest()->isVisibleTo(&m_row));
    ASSERT_EQ(rest()->lines().size(), 3u);
    EXPECT_EQ(rest()->lines()[0].value, QStringLiteral("not exercised"));
    EXPECT_TRUE(rest()->lines()[0].tip.contains(QStringLiteral("no such request")));
    EXPECT_EQ(rest()->lines()[1].value, QStringLiteral("not measured"));
    EXPECT_EQ(rest()->lines()[2].value, QStringLiteral("no samples"));
    EXPECT_EQ(rest()->lines()[2].ink, theme::Ink::Warning);
}

TEST_F(AGaugeRow, StaysAsHighWithManyCategoriesAsWithOne) {
    m_row.setReadings({good("login", LimitKind::P50, 10, 1), good("login", LimitKind::P99, 10, 1)});
    const int height = m_row.height();
    std::vector<bridge::GaugeReading> many;
    for (int i = 0; i < 30; ++i) {
        many.push_back(good("name" + std::to_string(i), LimitKind::P50, 10, i % 12));
        many.push_back(reading("rest" + std::to_string(i), LimitKind::P50, 10, {}, BudgetState::NotYet));
    }
    m_row.setReadings(many);
    EXPECT_EQ(m_row.cards().size(), 30u);
    EXPECT_EQ(m_row.height(), height);
    EXPECT_EQ(nameOf(0), QStringLiteral("name11 P50")) << "what is over its limit is in sight";
}

TEST_F(AGaugeRow, AnotherRunBeginsAfresh) {
    m_row.setReadings({good("login", LimitKind::P50, 10, 1), good("order", LimitKind::P50, 10, 9)});
    m_row.setReadings({});
    EXPECT_FALSE(m_row.isVisible());
    m_row.setReadings({good("login", LimitKind::P50, 10, 9), good("order", LimitKind::P50, 10, 1)});
    EXPECT_EQ(nameOf(0), QStringLiteral("login P50"));
    m_row.setReadings({reading("login", LimitKind::P50, 10, {}, BudgetState::NotYet),
                       reading("order", LimitKind::P50, 10, {}, BudgetState::NotYet)});
    EXPECT_TRUE(m_row.cards().empty());
}

class AGaugeRowOnTheWall : public AGaugeRow {
protected:
    AGaugeRowOnTheWall()
        : AGaugeRow(GaugeCard::Detail::GaugeOnly) {}
};

TEST_F(AGaugeRowOnTheWall, ShowsGaugesAlone) {
    m_row.setReadings({good("login", LimitKind::P50, 10, 1), good("login", LimitKind::P99, 10, 2),
                       reading("order", LimitKind::P50, 10, {}, BudgetState::NotYet)});
    ASSERT_EQ(m_row.cards().size(), 1u);
    for (auto* lines : m_row.findChildren<StateLines*>()) {
        EXPECT_FALSE(lines->isVisibleTo(&m_row));
    }
}

TEST_F(AGaugeRowOnTheWall, ShowsAsManyAsFitTheMostUrgentEachInItsPlace) {
    std::vector<bridge::GaugeReading> readings;
    for (int i = 0; i < 6; ++i) {
        readings.push_back(good("r" + std::to_string(i), LimitKind::P95, 10, 6.0 - i));
    }
    m_row.setReadings(readings); // r0 is first
    m_row.resize(m_row.cards().front()->width() * 3, m_row.height());
    readings[5] = good("r5", LimitKind::P95, 10, 50);
    m_row.setReadings(readings);
    QCoreApplication::processEvents(); // lays out
    QStringList shown;
    for (std::size_t i = 0; i < m_row.cards().size(); ++i) {
        if (!m_row.cards()[i]->isHidden()) {
            shown.append(nameOf(i));
            EXPECT_LE(m_row.cards()[i]->geometry().right(), m_row.width());
        }
    }
    EXPECT_EQ(shown, QStringList({QStringLiteral("r0 P95"), QStringLiteral("r5 P95")}));
}

} // namespace
} // namespace bw::live
