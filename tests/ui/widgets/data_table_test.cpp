#include "ui/widgets/data_table.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

namespace bw::widgets {
namespace {

class ATable : public testing::Test {
protected:
    ATable() {
        m_model.setHorizontalHeaderLabels({QStringLiteral("Name"), QStringLiteral("P95")});
        addRow(QStringLiteral("login"), 9);
        addRow(QStringLiteral("order placement"), 100);
        addRow(QStringLiteral("order cancel"), 20);
        m_table.setSource(&m_model);
        m_table.resize(400, 200);
        m_table.show();
    }

    void addRow(const QString& name, double p95) {
        auto* first = new QStandardItem(name);
        first->setData(name, kSortRole);
        auto* second = new QStandardItem(QString::number(p95));
        second->setData(p95, kSortRole);
        m_model.appendRow({first, second});
    }

    // The names as they stand, from above.
    [[nodiscard]] QStringList names() const {
        QStringList names;
        for (int row = 0; row < m_table.model()->rowCount(); ++row) {
            names.append(m_table.model()->index(row, 0).data().toString());
        }
        return names;
    }

    QStandardItemModel m_model;
    DataTable m_table;
};

TEST_F(ATable, SortsByFiguresNotByTheirText) {
    m_table.sortByColumn(1, Qt::DescendingOrder);
    EXPECT_EQ(names(), QStringList({QStringLiteral("order placement"), QStringLiteral("order cancel"),
                                    QStringLiteral("login")}));
}

TEST_F(ATable, FiltersByAllWordsInAnyColumn) {
    m_table.setFilter(QStringLiteral("ORDER 20"));
    EXPECT_EQ(names(), QStringList({QStringLiteral("order cancel")}));
    m_table.setFilter({});
    EXPECT_EQ(names().size(), 3);
}

TEST_F(ATable, CopiesWhatIsSelectedAsTabSeparatedText) {
    m_table.sortByColumn(1, Qt::AscendingOrder);
    m_table.selectSourceRow(1);
    QTest::keyClick(&m_table, Qt::Key_C, Qt::ControlModifier);
    EXPECT_EQ(QApplication::clipboard()->text(), QStringLiteral("Name\tP95\norder placement\t100\n"));
}

TEST_F(ATable, CopiesAllRowsWhenNoneIsSelected) {
    m_table.clearSelection();
    EXPECT_EQ(m_table.asTabSeparated().count(u'\n'), 4);
}

TEST_F(ATable, EnterAndDoubleClickTellTheRowOfTheModel) {
    m_table.sortByColumn(1, Qt::DescendingOrder);
    QSignalSpy activated(&m_table, &DataTable::rowActivated);
    m_table.selectSourceRow(2);
    QTest::keyClick(&m_table, Qt::Key_Return);
    ASSERT_EQ(activated.size(), 1);
    EXPECT_EQ(activated.takeFirst().at(0).toInt(), 2);
    const QPoint first = m_table.visualRect(m_table.model()->index(0, 0)).center();
    QTest::mouseClick(m_table.viewport(), Qt::LeftButton, {}, first);
    QTest::mouseDClick(m_table.viewport(), Qt::LeftButton, {}, first);
    ASSERT_EQ(activated.size(), 1);
    EXPECT_EQ(activated.takeFirst().at(0).toInt(), 1);
}

TEST_F(ATable, RemembersItsColumns) {
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
    m_table.rememberColumns(settings, QStringLiteral("table"));
    m_table.horizontalHeader()->resizeSection(0, 211);
    DataTable again;
    again.setSource(&m_model);
    again.rememberColumns(settings, QStringLiteral("table"));
    EXPECT_EQ(again.horizontalHeader()->sectionSize(0), 211);
}

} // namespace
} // namespace bw::widgets
