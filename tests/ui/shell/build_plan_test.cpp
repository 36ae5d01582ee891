#include "app/jts-sim/sim/simulator.h"
#include "tests/ui/shell/window_fixture.h"
#include "ui/bridge/plan_state.h"
#include "ui/designer/design_view.h"
#include "ui/designer/flow/flow_panel.h"
#include "ui/designer/form/form_field.h"
#include "ui/designer/form/form_page.h"
#include "ui/designer/form/table_editor.h"
#include "ui/designer/form_stack.h"
#include "ui/designer/outline/outline_panel.h"
#include "ui/designer/tryit/try_panel.h"

#include <QApplication>
#include <QComboBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QMenu>
#include <QTabBar>
#include <QTableView>
#include <QTimer>
#include <QToolButton>
#include <QTreeView>

namespace bw::shell {
namespace {

// The specification's order placement and its market_open scenario, as somebody would write them by hand.
std::string writtenByHand(const std::string& url) {
    return R"J({
  "bellwether": 1,
  "name": "JTS order flow",
  "variables": {
    "baseUrl": ")J" +
           url + R"J("
  },
  "flows": {
    "order_placement": {
      "steps": [
        {
          "http": {
            "name": "order_placement",
            "method": "POST",
            "url": "${baseUrl}/api/orders",
            "json": {
              "symbol": "KRW-BTC",
              "side": "${oneOf('buy','sell')}",
              "type": "market",
              "quantity": "${fixed(random(0.001,10),4)}",
              "userId": "user_${vu}",
              "timestamp": "${now}"
            },
            "tags": {
              "critical": "true"
            },
            "checks": {
              "order placement successful": "status == 201",
              "order ID returned": "exists(json('$.orderId'))"
            },
            "extract": {
              "orderId": "json('$.orderId')"
            }
          }
        },
        {
          "think": "100ms..2s"
        }
      ]
    }
  },
  "scenarios": {
    "market_open": {
      "executor": "ramping-vus",
      "flow": "order_placement",
      "startVUs": 100,
      "stages": [
        {
          "duration": "2m",
          "target": 1000
        },
        {
          "duration": "5m",
          "target": 5000
        },
        {
          "duration": "10m",
          "target": 3000
        },
        {
          "duration": "2m",
          "target": 0
        }
      ]
    }
  },
  "thresholds": {
    "http_req_failed": [
      "rate<0.01"
    ],
    "http_req_duration": [
      "p(95)<500"
    ]
  }
}
)J";
}

// Everything by mouse and keyboard, on the widgets that a person sees.
class BuildPlan : public WindowTest {
protected:
    designer::DesignView& design() { return *m_window->findChild<designer::DesignView*>(); }
    QTreeView& outline() { return design().outline().tree(); }
    QTreeView& steps() { return design().flow().tree(); }
    designer::FormPage& form() { return *design().forms().page(); }
    [[nodiscard]] std::string text() const { return m_window->document().state()->text; }

    static void click(QAbstractItemView& view, const QModelIndex& index) {
        ASSERT_TRUE(index.isValid());
        view.scrollTo(index);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.visualRect(index).center());
        QCoreApplication::processEvents();
    }
    // The line of a tree with this text.
    static QModelIndex line(const QTreeView& tree, const char* words) {
        const QModelIndexList found =
            tree.model()->match(tree.model()->index(0, 0), Qt::DisplayRole, QString::fromUtf8(words), 1,
                                Qt::MatchExactly | Qt::MatchRecursive);
        EXPECT_FALSE(found.isEmpty()) << words;
        return found.value(0);
    }
    void clickOutline(const char* words) { click(outline(), line(outline(), words)); }

    static void typeOver(QWidget& editor, const QString& words) {
        editor.setFocus(Qt::MouseFocusReason);
        QTest::keyClick(&editor, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(&editor, words);
    }
    void type(const char* key, const char* words) {
        designer::FormField* field = form().field(QString::fromLatin1(key));
        ASSERT_NE(field, nullptr) << key;
        ASSERT_TRUE(field->isVisible()) << key;
        typeOver(field->editor(), QString::fromUtf8(words));
    }
    void press(QWidget& on, Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(&on, key, modifiers);
    }
    void pressOn(QAbstractItemView& view, Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        QApplication::setActiveWindow(m_window.get()); // as a window manager does when a list of words closes
        view.setFocus(Qt::TabFocusReason);
        QTest::keyClick(&view, key, modifiers);
        QCoreApplication::processEvents();
    }
    // Chooses as one does by keyboard: the first letters.
    void choose(const char* key, const char* words) {
        designer::FormField* field = form().field(QString::fromLatin1(key));
        ASSERT_NE(field, nullptr) << key;
        field->editor().setFocus(Qt::TabFocusReason);
        QTest::keyClicks(&field->editor(), QString::fromUtf8(words));
        QCoreApplication::processEvents();
        ASSERT_EQ(qobject_cast<QComboBox*>(&field->editor())->currentText(), QString::fromUtf8(words));
    }
    void rename(QTreeView& tree, const char* name) {
        pressOn(tree, Qt::Key_F2);
        auto* editor = tree.findChild<QLineEdit*>();
        ASSERT_NE(editor, nullptr);
        editor->selectAll();
        QTest::keyClicks(editor, QString::fromUtf8(name));
        QTest::keyClick(editor, Qt::Key_Return);
        QCoreApplication::processEvents();
    }
    // Picks an entry of a menu that a button opens, by the arrow keys.
    void pick(QMenu& menu, const char* words) {
        menu.popup(m_window->mapToGlobal(QPoint(300, 300)));
        for (int i = 0; i < menu.actions().size() + 1; ++i) {
            QTest::keyClick(&menu, Qt::Key_Down);
            if (menu.activeAction() != nullptr && menu.activeAction()->text() == QString::fromUtf8(words)) {
                QTest::keyClick(&menu, Qt::Key_Return);
                QApplication::setActiveWindow(m_window.get()); // as a window manager does when a menu closes
                QCoreApplication::processEvents();
                return;
            }
        }
        menu.close();
        FAIL() << words << " is not in the menu";
    }
    void section(const char* words) {
        auto* bar = form().findChild<QTabBar*>();
        ASSERT_NE(bar, nullptr);
        for (int i = 0; i < bar->count(); ++i) {
            if (bar->tabText(i) == QString::fromUtf8(words)) {
                QTest::mouseClick(bar, Qt::LeftButton, {}, bar->tabRect(i).center());
                QCoreApplication::processEvents();
                return;
            }
        }
        FAIL() << words;
    }
    designer::TableEditor& table(const char* title) {
        for (auto* editor : form().findChildren<designer::TableEditor*>()) {
            if (!editor->isHidden() && editor->view().accessibleName() == QLatin1String(title)) {
                return *editor;
            }
        }
        ADD_FAILURE() << "no table " << title;
        std::abort();
    }
    static void press(designer::TableEditor& table, const char* button) {
        for (auto* one : table.findChildren<QToolButton*>()) {
            if (one->text() == QLatin1String(button)) {
                QTest::mouseClick(one, Qt::LeftButton);
                QCoreApplication::processEvents();
                return;
            }
        }
        FAIL() << button;
    }
    static void typeCell(designer::TableEditor& table, int row, int column, const char* words) {
        QTableView& view = table.view();
        view.setFocus(Qt::TabFocusReason);
        QCoreApplication::processEvents(); // an editor that was open goes
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        view.setCurrentIndex(view.model()->index(row, column));
        QTest::keyClick(&view, Qt::Key_F2);
        auto* editor = view.findChild<QLineEdit*>();
        ASSERT_NE(editor, nullptr);
        editor->selectAll();
        QTest::keyClicks(editor, QString::fromUtf8(words));
        QTest::keyClick(editor, Qt::Key_Return);
        QCoreApplication::processEvents(); // the editor goes a turn later
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    void addRow(const char* title, const char* name, const char* value) {
        designer::TableEditor& editor = table(title);
        const int row = editor.model().rowCount();
        press(editor, "Add");
        ASSERT_EQ(editor.model().rowCount(), row + 1);
        typeCell(editor, row, 0, name);
        typeCell(editor, row, 1, value);
    }

    void answerFileDialog(const QString& file) {
        QTimer::singleShot(0, m_window.get(), [this, file] {
            auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
            if (dialog == nullptr) {
                answerFileDialog(file); // it is still being made
                return;
            }
            auto* name = dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
            name->selectAll();
            name->insert(file); // as one pastes it
            QTest::keyClick(name, Qt::Key_Return);
        });
    }

    void nameThePlan(const std::string& url);
    void makeTheFlow();
    void makeTheChecks();
    void makeTheScenario();
};

void BuildPlan::nameThePlan(const std::string& url) {
    clickOutline("Plan settings");
    type("name", "JTS order flow");
    clickOutline("Variables");
    auto* editor = form().findChild<designer::TableEditor*>();
    typeCell(*editor, 0, 1, url.c_str());
}

void BuildPlan::makeTheFlow() {
    clickOutline("visit");
    rename(outline(), "order_placement");
    click(steps(), line(steps(), "home"));
    pressOn(steps(), Qt::Key_Delete);
    pick(design().flow().addMenu(), "HTTP request");
    type("http.name", "order_placement");
    choose("http.method", "POST");
    type("http.url", "${baseUrl}/api/orders");
    section("Body");
    choose("http.body", "json");
    type("http.json",
         R"({"symbol": "KRW-BTC", "side": "${oneOf('buy','sell')}", "type": "market",)"
         R"( "quantity": "${fixed(random(0.001,10),4)}", "userId": "user_${vu}", "timestamp": "${now}"})");
}

void BuildPlan::makeTheChecks() {
    section("Checks");
    press(table("Checks of the answer"), "As expressions");
    addRow("Checks of the answer", "order placement successful", "status == 201");
    addRow("Checks of the answer", "order ID returned", "exists(json('$.orderId'))");
    addRow("Extract", "orderId", "json('$.orderId')");
    section("More");
    addRow("Tags", "critical", "true");
    click(steps(), line(steps(), "1s"));
    choose("think", "uniform");
    type("think.low", "100ms");
    type("think.high", "2s");
    // The pause came first, since the request was added behind it.
    if (text().find("\"think\"") < text().find("\"http\"")) {
        pressOn(steps(), Qt::Key_Down, Qt::AltModifier);
    }
}

void BuildPlan::makeTheScenario() {
    clickOutline("visitors");
    rename(outline(), "market_open");
    choose("executor", "ramping-vus");
    type("startVUs", "100");
    designer::TableEditor& stages = table("Stages");
    const std::pair<const char*, const char*> wanted[] = {
        {"2m", "1000"}, {"5m", "5000"}, {"10m", "3000"}, {"2m", "0"}};
    for (int row = 0; row < 4; ++row) {
        if (row >= stages.model().rowCount()) {
            press(stages, "Add");
        }
        typeCell(stages, row, 0, wanted[row].first);
        typeCell(stages, row, 1, wanted[row].second);
    }
}

TEST_F(BuildPlan, FromNothingToARunByMouseAndKeyboard) {
    const auto target = jts::Simulator::start({});
    ASSERT_TRUE(target);
    openWindow({});
    WindowTest::press(Qt::Key_N);
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_window->document().isOpen(); }, kPatienceMs));
    QCoreApplication::processEvents();
    nameThePlan((*target)->url());
    makeTheFlow();
    makeTheChecks();
    makeTheScenario();
    const std::string expected = writtenByHand((*target)->url());
    ASSERT_EQ(text(), expected);

    QSignalSpy tried(&design().tryPanel().session(), &bridge::TrySession::ended);
    WindowTest::press(Qt::Key_T);
    ASSERT_TRUE(tried.wait(kPatienceMs));
    EXPECT_TRUE(design().tryPanel().words().contains(QStringLiteral("all good")))
        << design().tryPanel().words().toStdString();

    const QString file = path(QStringLiteral("order-flow.plan.json"));
    answerFileDialog(file);
    WindowTest::press(Qt::Key_S);
    QApplication::setActiveWindow(m_window.get());
    QFile saved(file);
    ASSERT_TRUE(saved.open(QIODevice::ReadOnly));
    EXPECT_EQ(saved.readAll().toStdString(), expected);

    QUndoStack& stack = m_window->document().undoStack();
    for (int i = 0; i < 500 && stack.canUndo(); ++i) {
        WindowTest::press(Qt::Key_Z);
    }
    EXPECT_EQ(text(), bridge::newPlanText()) << "undone to the beginning";
    for (int i = 0; i < 500 && stack.canRedo(); ++i) {
        WindowTest::press(Qt::Key_Y);
    }
    EXPECT_EQ(text(), expected) << "redone to the end";

    WindowTest::press(Qt::Key_R);
    ASSERT_TRUE(QTest::qWaitFor(
        [&] {
            const bridge::RunPicturePtr picture = m_window->runView().picture();
            return picture && !picture->model.seconds.empty();
        },
        kPatienceMs));
    WindowTest::press(Qt::Key_Period, Qt::ControlModifier | Qt::ShiftModifier);
    ASSERT_TRUE(rests());
    EXPECT_GT(m_window->runView().picture()->model.figures.requests, 0u);

    QSignalSpy opened(&m_window->document(), &bridge::PlanDocument::opened);
    m_window->document().open(file.toStdString());
    ASSERT_TRUE(opened.wait(kPatienceMs));
    EXPECT_EQ(text(), expected);
    EXPECT_FALSE(m_window->document().isModified());
}

} // namespace
} // namespace bw::shell
