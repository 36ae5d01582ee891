#include "ui/live/load_spin.h"
#include "ui/live/steering_bar.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>
#include <QToolButton>

#include <gtest/gtest.h>

namespace bw::live {
namespace {

class ASteeringBar : public testing::Test {
protected:
    ASteeringBar() {
        m_bar.resize(1200, 40);
        m_bar.show();
    }

    static bridge::ScenarioMoment closed() {
        return {.name = QStringLiteral("browsing"),
                .executor = QStringLiteral("constant-vus"),
                .hasBegun = true,
                .vus = 50,
                .wantedVus = 50,
                .leastAdded = -50,
                .mostAdded = 100'000};
    }
    static bridge::ScenarioMoment open() {
        return {.name = QStringLiteral("orders"),
                .executor = QStringLiteral("constant-arrival-rate"),
                .wantedRate = 300,
                .leastAdded = -1e6,
                .mostAdded = 1e6,
                .isOpen = true};
    }
    static bridge::ScenarioMoment external() {
        return {.name = QStringLiteral("live"),
                .executor = QStringLiteral("externally-controlled"),
                .wantedVus = 5,
                .leastAdded = -5,
                .mostAdded = 75,
                .isExternal = true};
    }

    void show(std::vector<bridge::ScenarioMoment> scenarios, bool isPaused = false) {
        bridge::RunMoment moment;
        moment.stage = bridge::RunStage::Load;
        moment.isPaused = isPaused;
        moment.scenarios = std::move(scenarios);
        m_bar.setMoment(moment);
    }
    [[nodiscard]] QToolButton* button(const QString& text) const {
        for (auto* found : m_bar.findChildren<QToolButton*>()) {
            if (found->text() == text && found->isVisible()) {
                return found;
            }
        }
        return nullptr;
    }
    template <class Widget>
    [[nodiscard]] Widget* part() const {
        return m_bar.findChild<Widget*>();
    }
    [[nodiscard]] LoadSpin* amount() const { return part<LoadSpin>(); }
    // A person's keys, and the moment after which they count.
    [[nodiscard]] bool types(const QString& text, QSignalSpy& told) const {
        amount()->setFocus();
        amount()->selectAll();
        QTest::keyClicks(amount(), text);
        QTest::keyClick(amount(), Qt::Key_Return);
        return told.size() > 0 || told.wait(5000);
    }

    SteeringBar m_bar;
    QSignalSpy m_loads{&m_bar, &SteeringBar::loadRequested};
    QSignalSpy m_notes{&m_bar, &SteeringBar::noteMade};
};

TEST_F(ASteeringBar, IsThereWhileThereIsLoadToSteer) {
    m_bar.setMoment({});
    EXPECT_FALSE(m_bar.isVisible());
    show({closed()});
    EXPECT_TRUE(m_bar.isVisible());
    m_bar.clear();
    EXPECT_FALSE(m_bar.isVisible());
}

TEST_F(ASteeringBar, PausesAndResumesByOneButton) {
    QSignalSpy paused(&m_bar, &SteeringBar::pauseRequested);
    QSignalSpy resumed(&m_bar, &SteeringBar::resumeRequested);
    show({closed()});
    ASSERT_NE(button(QStringLiteral("Pause")), nullptr);
    QTest::mouseClick(button(QStringLiteral("Pause")), Qt::LeftButton);
    EXPECT_EQ(paused.size(), 1);
    show({closed()}, true);
    ASSERT_NE(button(QStringLiteral("Resume")), nullptr);
    QTest::mouseClick(button(QStringLiteral("Resume")), Qt::LeftButton);
    EXPECT_EQ(resumed.size(), 1);
}

TEST_F(ASteeringBar, AddsUsersBesideThePlans) {
    show({closed()});
    EXPECT_FALSE(part<QSlider>()->isVisible());
    EXPECT_FALSE(part<QComboBox>()->isVisible()); // one scenario is no choice
    ASSERT_TRUE(types(QStringLiteral("12"), m_loads));
    EXPECT_EQ(m_loads.last().at(0).toString(), QStringLiteral("browsing"));
    EXPECT_EQ(m_loads.last().at(1).toDouble(), 12);
    EXPECT_EQ(amount()->text(), QStringLiteral("+12 VUs"));
}

TEST_F(ASteeringBar, WhatIsTypedStaysWhileTheRunGoesOn) {
    show({open()});
    QApplication::setActiveWindow(&m_bar); // else nothing has the focus
    amount()->setFocus();
    ASSERT_TRUE(amount()->hasFocus());
    amount()->selectAll();
    for (const QChar key : QStringLiteral("-35")) {
        QTest::keyClick(amount(), key.toLatin1());
        bridge::ScenarioMoment now = open();
        now.wantedRate += 7; // it ramps
        show({now});
    }
    EXPECT_TRUE(m_loads.isEmpty());
    QTest::keyClick(amount(), Qt::Key_Return);
    ASSERT_TRUE(m_loads.size() > 0 || m_loads.wait(5000));
    EXPECT_EQ(m_loads.last().at(1).toDouble(), -35);
}

TEST_F(ASteeringBar, AHeldKeyIsOneChange) {
    show({closed()});
    amount()->setFocus();
    for (int i = 0; i < 3; ++i) {
        QTest::keyClick(amount(), Qt::Key_Up);
    }
    ASSERT_TRUE(m_loads.wait(5000));
    ASSERT_EQ(m_loads.size(), 1);
    EXPECT_EQ(m_loads.last().at(1).toDouble(), 15); // three tenths of the plan's fifty
}

TEST_F(ASteeringBar, ChoosesAmongScenariosEachWithItsUnit) {
    show({closed(), open()});
    ASSERT_TRUE(part<QComboBox>()->isVisible());
    part<QComboBox>()->setCurrentIndex(1);
    ASSERT_TRUE(types(QStringLiteral("-40"), m_loads));
    EXPECT_EQ(m_loads.last().at(0).toString(), QStringLiteral("orders"));
    EXPECT_EQ(m_loads.last().at(1).toDouble(), -40);
    EXPECT_EQ(amount()->text(), QStringLiteral("-40 /s"));
}

TEST_F(ASteeringBar, OffersTheWayBackToThePlan) {
    bridge::ScenarioMoment scenario = closed();
    show({scenario});
    ASSERT_NE(button(QStringLiteral("As planned")), nullptr);
    EXPECT_FALSE(button(QStringLiteral("As planned"))->isEnabled());
    scenario.added = 20;
    show({scenario});
    EXPECT_EQ(amount()->value(), 20); // also when another program said so
    QTest::mouseClick(button(QStringLiteral("As planned")), Qt::LeftButton);
    ASSERT_TRUE(m_loads.wait(5000));
    EXPECT_EQ(m_loads.last().at(1).toDouble(), 0);
}

TEST_F(ASteeringBar, ASliderSaysHowManyUsersAnExternallyControlledScenarioHas) {
    show({external()});
    auto* slider = part<QSlider>();
    ASSERT_TRUE(slider->isVisible());
    EXPECT_EQ(slider->value(), 5);
    EXPECT_EQ(slider->maximum(), 80);
    EXPECT_EQ(amount()->text(), QStringLiteral("5 VUs"));
    slider->setFocus();
    QTest::keyClick(slider, Qt::Key_End);
    ASSERT_TRUE(m_loads.wait(5000));
    EXPECT_EQ(m_loads.last().at(1).toDouble(), 75); // beside the plan's five
    EXPECT_EQ(amount()->text(), QStringLiteral("80 VUs"));
}

TEST_F(ASteeringBar, TakesANoteOnThePresentMoment) {
    show({closed()});
    QTest::keyClicks(part<QLineEdit>(), QString()); // the spin box has a line edit, too
    m_bar.askForNote(std::nullopt);
    auto* note = qobject_cast<QLineEdit*>(m_bar.focusWidget());
    ASSERT_NE(note, nullptr);
    QTest::keyClicks(note, QStringLiteral("  the cache  was emptied "));
    QTest::keyClick(note, Qt::Key_Return);
    ASSERT_EQ(m_notes.size(), 1);
    EXPECT_EQ(m_notes.last().at(0).toString(), QStringLiteral("the cache was emptied"));
    EXPECT_FALSE(m_notes.last().at(1).value<std::optional<Duration>>());
    EXPECT_TRUE(note->text().isEmpty());
    QTest::keyClick(note, Qt::Key_Return); // nothing is no note
    EXPECT_EQ(m_notes.size(), 1);
}

TEST_F(ASteeringBar, OfARunThatIsOverOnlyANoteIsAskedFor) {
    m_bar.askForNote(std::chrono::seconds(12));
    ASSERT_TRUE(m_bar.isVisible());
    EXPECT_EQ(button(QStringLiteral("Pause")), nullptr);
    EXPECT_FALSE(amount()->isVisible());
    auto* note = qobject_cast<QLineEdit*>(m_bar.focusWidget());
    ASSERT_NE(note, nullptr);
    QTest::keyClicks(note, QStringLiteral("deploy"));
    QTest::keyClick(note, Qt::Key_Escape);
    EXPECT_FALSE(m_bar.isVisible());
    EXPECT_TRUE(m_notes.isEmpty());
    m_bar.askForNote(std::chrono::seconds(12));
    QTest::keyClicks(note, QStringLiteral("deploy"));
    QTest::keyClick(note, Qt::Key_Return);
    ASSERT_EQ(m_notes.size(), 1);
    EXPECT_EQ(m_notes.last().at(1).value<std::optional<Duration>>(), Duration(std::chrono::seconds(12)));
    EXPECT_FALSE(m_bar.isVisible());
}

} // namespace
} // namespace bw::live
