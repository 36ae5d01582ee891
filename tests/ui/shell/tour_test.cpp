#include "tests/ui/shell/window_fixture.h"
#include "ui/designer/design_view.h"
#include "ui/designer/form/form_field.h"
#include "ui/designer/form/form_page.h"
#include "ui/designer/form_stack.h"
#include "ui/designer/outline/outline_panel.h"
#include "ui/history/history_view.h"
#include "ui/shell/notice_area.h"
#include "ui/shell/stored_run_page.h"
#include "ui/widgets/data_table.h"

#include <QApplication>
#include <QFileDialog>
#include <QLineEdit>
#include <QTimer>

namespace bw::shell {
namespace {

class Tour : public WindowTest {
protected:
    // Presses a command's keys, pastes the path into the dialog that they open, and confirms it.
    void choose(Qt::Key key, const QString& path) {
        answerFileDialog(path);
        press(key);
        QApplication::setActiveWindow(m_window.get()); // as a window manager does when a dialog closes
    }

    void answerFileDialog(const QString& path) {
        QTimer::singleShot(0, m_window.get(), [this, path] {
            auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
            if (dialog == nullptr) {
                answerFileDialog(path); // it is still being made
                return;
            }
            auto* name = dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
            name->selectAll();
            name->insert(path); // as one pastes it
            QTest::keyClick(name, Qt::Key_Return);
        });
    }

    [[nodiscard]] std::string json() const { return m_window->document().state()->text; }

    [[nodiscard]] static std::string contentOf(const QString& file) {
        QFile in(file);
        EXPECT_TRUE(in.open(QIODevice::ReadOnly)) << file.toStdString();
        return in.readAll().toStdString();
    }
};

TEST_F(Tour, FromAPlanToItsReportByKeys) {
    const QString plan = writePlan(kLong);
    openWindow({});

    choose(Qt::Key_O, plan);
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_window->document().isOpen(); }, kPatienceMs));

    auto* design = m_window->findChild<designer::DesignView*>();
    design->outline().select(QStringLiteral("scenarios.s"));
    designer::FormField* vus = design->forms().page()->field(QStringLiteral("vus"));
    ASSERT_NE(vus, nullptr);
    QTest::mouseClick(&vus->editor(), Qt::LeftButton);
    press(Qt::Key_A);
    QTest::keyClicks(&vus->editor(), QStringLiteral("3"));
    EXPECT_NE(json().find("\"vus\": 3"), std::string::npos);
    EXPECT_TRUE(m_window->isWindowModified());
    press(Qt::Key_Z);
    EXPECT_NE(json().find("\"vus\": 2"), std::string::npos);
    EXPECT_FALSE(m_window->isWindowModified());
    press(Qt::Key_Y);
    press(Qt::Key_S);
    EXPECT_FALSE(m_window->isWindowModified());
    EXPECT_NE(contentOf(plan).find("\"vus\": 3"), std::string::npos);

    press(Qt::Key_R);
    ASSERT_TRUE(QTest::qWaitFor(
        [&] {
            const bridge::RunPicturePtr picture = m_window->runView().picture();
            return picture && !picture->model.seconds.empty();
        },
        kPatienceMs));
    EXPECT_TRUE(m_window->runView().isVisible());
    EXPECT_TRUE(m_window->runView().picture()->isLive);
    press(Qt::Key_Period);
    ASSERT_TRUE(rests());
    const auto requests = m_window->runView().picture()->model.figures.requests;
    EXPECT_EQ(requests, m_target.seen.all().size());

    press(Qt::Key_4);
    auto* table = m_window->findChild<history_view::HistoryView*>()->findChild<widgets::DataTable*>();
    ASSERT_TRUE(
        QTest::qWaitFor([&] { return table->isVisible() && table->model()->rowCount() == 1; }, kPatienceMs));
    table->setFocus();
    press(Qt::Key_Return, Qt::NoModifier);
    auto* page = m_window->findChild<StoredRunPage*>();
    ASSERT_TRUE(QTest::qWaitFor([&] { return page->isVisible(); }, kPatienceMs));
    EXPECT_EQ(page->view().picture()->model.figures.requests, requests);

    const QString report = path(QStringLiteral("report.html"));
    choose(Qt::Key_E, report);
    auto* notices = m_window->findChild<NoticeArea*>();
    ASSERT_TRUE(
        QTest::qWaitFor([&] { return notices->find(QStringLiteral("report")) != nullptr; }, kPatienceMs));
    EXPECT_TRUE(notices->find(QStringLiteral("report"))->text().contains(report));
    EXPECT_NE(contentOf(report).find("Test plan"), std::string::npos);
}

} // namespace
} // namespace bw::shell
