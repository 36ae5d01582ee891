#include "tests/ui/live/sample_picture.h"
#include "ui/charts/time_chart.h"
#include "ui/live/run_view.h"
#include "ui/widgets/data_table.h"

#include <QAbstractScrollArea>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <gtest/gtest.h>

namespace bw::live {
namespace {

// The sample, each of its requests with curves; and one that comes before them in the table.
bridge::RunPicture pictureWith(const std::vector<std::string>& more = {}) {
    bridge::RunPicture picture = samplePicture();
    for (const std::string& name : more) {
        report::RequestRow row;
        row.name = name;
        picture.model.requests.insert(picture.model.requests.begin(), row);
    }
    for (report::RequestRow& row : picture.model.requests) {
        row.curve = report::Column<report::RequestMoment>(10, {});
    }
    return picture;
}

class OneRequest : public testing::Test {
protected:
    OneRequest() {
        m_view.resize(1200, 900);
        m_view.show();
        show(pictureWith());
    }

    void show(const bridge::RunPicture& picture) {
        m_view.setPicture(std::make_shared<const bridge::RunPicture>(picture));
        QCoreApplication::processEvents(); // lays out
    }
    [[nodiscard]] widgets::DataTable* table() const {
        for (auto* found : m_view.findChildren<widgets::DataTable*>()) {
            if (found->accessibleName() == QStringLiteral("Requests")) {
                return found;
            }
        }
        return nullptr;
    }
    void click(int row) const {
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, {},
                          table()->visualRect(table()->model()->index(row, 0)).center());
    }
    // What the title of the first chart says beside its name.
    [[nodiscard]] QString scope() const {
        return m_view.findChild<charts::TimeChart*>()->accessibleName().section(QStringLiteral(" · "), 1);
    }

    QTemporaryDir m_folder;
    QSettings m_settings{m_folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat};
    RunView m_view{m_settings};
};

TEST_F(OneRequest, IsChosenByAClickInTheTable) {
    EXPECT_EQ(scope(), QString());
    click(1);
    EXPECT_EQ(scope(), QStringLiteral("order_placement"));
    click(0);
    EXPECT_EQ(scope(), QStringLiteral("login"));
}

TEST_F(OneRequest, StaysWhileTheRunGoesOnAndNewNamesCome) {
    click(1);
    show(pictureWith({"account"}));
    EXPECT_EQ(scope(), QStringLiteral("order_placement"));
    EXPECT_EQ(table()->selectedSourceRows(), QList<int>{2});
    show(pictureWith({"account"}));
    EXPECT_EQ(scope(), QStringLiteral("order_placement"));
}

TEST_F(OneRequest, EscapeLeadsBackToAll) {
    click(1);
    QTest::keyClick(table(), Qt::Key_Escape);
    EXPECT_EQ(scope(), QString());
    EXPECT_TRUE(table()->selectedSourceRows().isEmpty());
    click(1);
    EXPECT_EQ(scope(), QStringLiteral("order_placement")) << "and it can be chosen again";
}

TEST_F(OneRequest, EscapeInAChartFirstTakesTheCrossHairAway) {
    click(1);
    QWidget* plot = m_view.findChild<charts::TimeChart*>()->findChild<QAbstractScrollArea*>();
    QTest::keyClick(plot, Qt::Key_Right);
    QTest::keyClick(plot, Qt::Key_Escape);
    EXPECT_EQ(scope(), QStringLiteral("order_placement"));
    QTest::keyClick(plot, Qt::Key_Escape);
    EXPECT_EQ(scope(), QString());
}

TEST_F(OneRequest, IsLeftByItsCross) {
    click(1);
    for (auto* button : m_view.findChildren<QToolButton*>()) {
        if (button->text() == QStringLiteral("order_placement")) {
            QTest::mouseClick(button, Qt::LeftButton);
        }
    }
    EXPECT_EQ(scope(), QString());
    EXPECT_TRUE(table()->selectedSourceRows().isEmpty());
}

TEST_F(OneRequest, SeveralRowsAreThereToBeCopied) {
    click(1);
    QTest::mouseClick(table()->viewport(), Qt::LeftButton, Qt::ControlModifier,
                      table()->visualRect(table()->model()->index(0, 0)).center());
    EXPECT_EQ(table()->selectedSourceRows().size(), 2);
    EXPECT_EQ(scope(), QStringLiteral("order_placement"));
}

TEST_F(OneRequest, IsForgottenWithItsRun) {
    click(1);
    m_view.begin();
    show(pictureWith());
    EXPECT_EQ(scope(), QString());
}

} // namespace
} // namespace bw::live
