#include "ui/widgets/empty_state.h"

#include <QPushButton>
#include <QTest>

#include <gtest/gtest.h>

namespace bw::widgets {
namespace {

TEST(AnEmptyState, SaysItsWordsAndOffersItsSteps) {
    EmptyState state(QStringLiteral("history"));
    state.setWords(QStringLiteral("No runs yet"), QStringLiteral("Runs are kept here."));
    int steps = 0;
    state.addStep(QStringLiteral("Start a run"), EmptyState::Weight::Main, [&] { ++steps; });
    state.show();
    QTest::mouseClick(state.findChild<QPushButton*>(), Qt::LeftButton);
    EXPECT_EQ(steps, 1);
    EXPECT_EQ(state.accessibleName(), QStringLiteral("No runs yet"));
}

} // namespace
} // namespace bw::widgets
