#include "tests/ui/designer/design_fixture.h"
#include "ui/designer/form/plan_table.h"
#include "ui/designer/form/table_editor.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QTableView>

#include <random>
#include <set>

namespace bw::designer {
namespace {

// Whatever is typed anywhere, the text beside the forms is the plan, and everything can be taken back and
// done again.
class DesignWalk : public DesignTest {
protected:
    std::size_t any(std::size_t count) { return m_random() % count; }

    QString anyText() {
        static const QStringList kTexts{
            QStringLiteral("1m"),  QStringLiteral("0"),       QStringLiteral("17"),
            QStringLiteral("x y"), QStringLiteral("name:a"),  QStringLiteral("p(95)<3"),
            QStringLiteral("-4"),  QStringLiteral("auto"),    QString(),
            QStringLiteral("u\""), QStringLiteral("0.25"),    QStringLiteral("checks"),
            QStringLiteral("<5%"), QStringLiteral("1ms: 0.5")};
        return kTexts[static_cast<qsizetype>(any(static_cast<std::size_t>(kTexts.size())))];
    }

    FormPage& anyForm() {
        static constexpr const char* kPlaces[] = {
            "name",  "scenarios",  "scenarios.orders", "scenarios.traders", "variables",
            "feeds", "thresholds", "budgets",          "budgets[0]",        "flows"};
        return form(kPlaces[any(std::size(kPlaces))]);
    }

    void typeIntoAField(FormPage& page) {
        const QList<FormField*> fields = page.findChildren<FormField*>();
        if (fields.isEmpty()) {
            return;
        }
        FormField& field = *fields[static_cast<qsizetype>(any(static_cast<std::size_t>(fields.size())))];
        auto* line = qobject_cast<QLineEdit*>(&field.editor());
        if (field.isHidden() || line == nullptr) {
            return;
        }
        line->setFocus();
        line->selectAll();
        QTest::keyClick(line, Qt::Key_Delete);
        QTest::keyClicks(line, anyText());
        line->clearFocus();
    }

    void changeATable(FormPage& page) {
        const QList<TableEditor*> tables = page.findChildren<TableEditor*>();
        if (tables.isEmpty()) {
            return;
        }
        TableEditor& editor = *tables[static_cast<qsizetype>(any(static_cast<std::size_t>(tables.size())))];
        PlanTable& table = editor.model();
        const int rows = table.rowCount();
        if (editor.isHidden()) {
            return;
        }
        const int row = rows == 0 ? -1 : static_cast<int>(any(static_cast<std::size_t>(rows)));
        const int column = static_cast<int>(any(static_cast<std::size_t>(table.columnCount())));
        switch (any(5)) {
        case 0:
            if (table.rows().add) {
                table.add(row);
            }
            break;
        case 1:
            if (table.rows().remove && row >= 0 && rows > 1) {
                table.remove(row);
            }
            break;
        case 2:
            if (table.rows().move && row >= 0) {
                table.move(row, rows - 1 - row);
            }
            break;
        default:
            if (row >= 0 && (table.index(row, column).flags() & Qt::ItemIsEditable)) {
                table.setData(table.index(row, column), anyText(), Qt::EditRole);
            }
        }
    }

    void doAnything() {
        switch (any(8)) {
        case 0:
            m_document.undoStack().undo();
            break;
        case 1:
            m_document.undoStack().redo();
            break;
        case 2: {
            const QList<QComboBox*> boxes = anyForm().findChildren<QComboBox*>();
            for (QComboBox* box : boxes) {
                if (box->isVisible() && any(2) == 0) {
                    box->setCurrentIndex(static_cast<int>(any(static_cast<std::size_t>(box->count()))));
                    Q_EMIT box->activated(box->currentIndex());
                }
            }
            break;
        }
        case 3:
        case 4:
            typeIntoAField(anyForm());
            break;
        default:
            changeATable(anyForm());
        }
    }

    std::minstd_rand m_random{11}; // NOLINT(cert-msc51-cpp): repeatable
};

TEST_F(DesignWalk, EverythingCanBeTakenBackAndDoneAgain) {
    int steps = 0;
    for (int round = 0; round < 5; ++round) {
        open();
        for (int i = 0; i < 120; ++i) {
            doAnything();
            ASSERT_TRUE(isInStep()) << "round " << round << ", step " << i;
            ASSERT_TRUE(m_document.state()->plan) << "round " << round << ", step " << i;
        }
        while (m_document.undoStack().canRedo()) {
            m_document.undoStack().redo();
        }
        const std::string last = text();
        steps += m_document.undoStack().count();
        while (m_document.undoStack().canUndo()) {
            m_document.undoStack().undo();
            ASSERT_TRUE(isInStep()) << "round " << round;
        }
        ASSERT_EQ(text(), m_original) << "round " << round;
        while (m_document.undoStack().canRedo()) {
            m_document.undoStack().redo();
        }
        ASSERT_EQ(text(), last) << "round " << round;
        ASSERT_EQ(json().toStdString(), last) << "round " << round;
    }
    EXPECT_GT(steps, 50) << "the walk must do something";
}

TEST_F(DesignTest, TheTabKeyReachesEveryPart) {
    open();
    form("scenarios.traders");
    m_view->focusFilter();
    std::set<QWidget*> reached;
    QList<QWidget*> order;
    for (QWidget* at = QApplication::focusWidget(); at != nullptr && reached.insert(at).second;
         at = QApplication::focusWidget()) {
        order.append(at);
        QTest::keyClick(at, Qt::Key_Tab);
    }
    FormPage& page = *m_view->forms().page();
    for (auto* field : page.findChildren<FormField*>()) {
        if (!field->isHidden()) {
            EXPECT_TRUE(reached.contains(&field->editor())) << field->place();
        }
    }
    for (auto* editor : page.findChildren<TableEditor*>()) {
        if (editor->view().isVisible()) {
            EXPECT_TRUE(reached.contains(&editor->view()));
        }
    }
    const auto tree = order.indexOf(&m_view->outline().tree());
    const auto field = order.indexOf(&page.field(QStringLiteral("flow"))->editor());
    const auto json = order.indexOf(&m_view->json().editor());
    EXPECT_LT(0, tree);
    EXPECT_LT(tree, field);
    EXPECT_LT(field, json);
    for (QWidget* widget : order) {
        const bool isNamed = !widget->accessibleName().isEmpty() ||
                             (qobject_cast<QAbstractButton*>(widget) != nullptr &&
                              !qobject_cast<QAbstractButton*>(widget)->text().isEmpty());
        EXPECT_TRUE(isNamed) << widget->metaObject()->className();
    }
}

TEST_F(DesignTest, WhatWaitsIsAppliedBeforeThePlanIsSaved) {
    open();
    FormField& name = *form("scenarios.orders").field(QString());
    type(name, "buying");
    EXPECT_NE(plan().findScenario("orders"), nullptr) << "a name is taken when it is whole";
    ASSERT_TRUE(m_document.save());
    EXPECT_NE(plan().findScenario("buying"), nullptr);
    EXPECT_EQ(fileText(), text());
    EXPECT_EQ(m_view->outline().currentPlace(), QStringLiteral("scenarios.buying"));

    JsonEditor& editor = m_view->json().editor();
    editor.setFocus();
    editor.moveCursor(QTextCursor::Start);
    ASSERT_TRUE(editor.find(QStringLiteral("\"rate\": 100")));
    QTest::keyClicks(&editor, QStringLiteral("\"rate\": 55"));
    ASSERT_TRUE(m_document.save()); // no turn of the event loop in between
    EXPECT_NE(fileText().find("\"rate\": 55"), std::string::npos);
}

TEST_F(DesignTest, LinesMayEndAsOnWindows) {
    std::string windows;
    for (const char c : m_original) {
        windows += c == '\n' ? "\r\n" : std::string(1, c);
    }
    openText(windows);
    EXPECT_FALSE(m_document.isModified());
    typeJson("\"rate\": 100", "\"rate\": 101");
    std::string expected = windows;
    expected.replace(expected.find("\"rate\": 100"), 11, "\"rate\": 101");
    EXPECT_EQ(text(), expected);
    ASSERT_TRUE(m_document.save());
    EXPECT_EQ(fileText(), expected);
}

TEST_F(DesignTest, TheFilterFindsAScenario) {
    open();
    m_view->focusFilter();
    QTest::keyClicks(&m_view->outline().filter(), QStringLiteral("trader"));
    QTest::keyClick(&m_view->outline().filter(), Qt::Key_Down);
    QTreeView& tree = m_view->outline().tree();
    EXPECT_TRUE(tree.hasFocus());
    EXPECT_EQ(tree.model()->rowCount(), 2) << "scenarios and flows alone";
    m_view->goTo(QStringLiteral("scenarios.orders.rate"));
    EXPECT_EQ(m_view->outline().currentPlace(), QStringLiteral("scenarios.orders")) << "the filter gives way";
}

} // namespace
} // namespace bw::designer
