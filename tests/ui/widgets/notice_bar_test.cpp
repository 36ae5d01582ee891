#include "ui/widgets/notice_bar.h"

#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <gtest/gtest.h>

namespace bw::widgets {
namespace {

TEST(ANotice, TakesAnAnswerByKeyboardAndGoes) {
    QPointer<NoticeBar> bar = new NoticeBar(NoticeBar::Kind::Warning, QStringLiteral("The file changed."));
    int answers = 0;
    bar->addAnswer(QStringLiteral("Reload"), [&] { ++answers; });
    bar->show();
    QTest::keyClick(bar->findChild<QPushButton*>(), Qt::Key_Space);
    EXPECT_EQ(answers, 1);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    EXPECT_TRUE(bar.isNull());
}

TEST(ANotice, IsDismissedWithoutAnAnswer) {
    auto* bar = new NoticeBar(NoticeBar::Kind::Info, QStringLiteral("Deleted run 12."));
    QSignalSpy dismissed(bar, &NoticeBar::dismissed);
    bar->show();
    QTest::mouseClick(bar->findChild<QToolButton*>(), Qt::LeftButton);
    EXPECT_EQ(dismissed.size(), 1);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

} // namespace
} // namespace bw::widgets
