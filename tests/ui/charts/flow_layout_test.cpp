#include "ui/charts/flow_layout.h"

#include <QWidget>

#include <gtest/gtest.h>
#include <memory>

namespace bw::charts {
namespace {

// Five boxes of 100 × 20.
class AFlow : public testing::Test {
protected:
    AFlow() {
        for (int i = 0; i < 5; ++i) {
            auto* box = new QWidget(&m_window);
            box->setFixedSize(100, 20);
            m_flow->addWidget(box);
        }
    }

    [[nodiscard]] QRect box(int index) const { return m_flow->itemAt(index)->geometry(); }

    QWidget m_window;
    FlowLayout* m_flow = new FlowLayout(&m_window);
};

TEST_F(AFlow, IsOneLineWhereThereIsRoom) {
    EXPECT_EQ(m_flow->sizeHint(), QSize(500, 20));
    EXPECT_EQ(m_flow->heightForWidth(500), 20);
    m_flow->setGeometry(QRect(0, 0, 600, 20));
    EXPECT_EQ(box(0).topLeft(), QPoint(100, 0));
    EXPECT_EQ(box(4).right(), 599);
}

TEST_F(AFlow, TakesAsManyLinesAsItNeeds) {
    EXPECT_EQ(m_flow->heightForWidth(250), 60);
    m_flow->setGeometry(QRect(0, 0, 250, 60));
    EXPECT_EQ(box(1).topLeft(), QPoint(150, 0));
    EXPECT_EQ(box(2).topLeft(), QPoint(50, 20));
    EXPECT_EQ(box(4).topLeft(), QPoint(150, 40));
    EXPECT_EQ(m_flow->minimumSize(), QSize(100, 20));
}

TEST_F(AFlow, GivesAnItemThatIsTooWideALineOfItsOwn) {
    EXPECT_EQ(m_flow->heightForWidth(40), 100);
}

TEST_F(AFlow, ForgetsItemsThatAreTaken) {
    const std::unique_ptr<QLayoutItem> taken(m_flow->takeAt(0));
    EXPECT_NE(taken, nullptr);
    EXPECT_EQ(m_flow->count(), 4);
    EXPECT_EQ(m_flow->takeAt(9), nullptr);
    EXPECT_EQ(m_flow->heightForWidth(400), 20);
}

} // namespace
} // namespace bw::charts
