#pragma once

#include "ui/bridge/plan_document.h"
#include "ui/designer/design_view.h"
#include "ui/designer/drawer.h"
#include "ui/designer/flow/flow_panel.h"
#include "ui/designer/form/form_field.h"
#include "ui/designer/form/form_page.h"
#include "ui/designer/form_stack.h"
#include "ui/designer/json/json_editor.h"
#include "ui/designer/json/json_pane.h"
#include "ui/designer/load/load_canvas.h"
#include "ui/designer/load/load_pane.h"
#include "ui/designer/outline/outline_model.h"
#include "ui/designer/outline/outline_panel.h"

#include <QFile>
#include <QLineEdit>
#include <QSettings>
#include <QSignalSpy>
#include <QSplitter>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>
#include <QTreeView>

#include <gtest/gtest.h>

namespace bw::designer {

inline constexpr int kPatienceMs = 30'000;

// The Design view over a copy of the sample plan, shown and active, driven as a person does.
class DesignTest : public testing::Test {
protected:
    void SetUp() override {
        m_path = m_folder.filePath(QStringLiteral("sample.plan.json"));
        ASSERT_TRUE(QFile::copy(QStringLiteral(BW_SOURCE_DIR "/resources/plans/sample.plan.json"), m_path));
        ASSERT_TRUE(QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner));
        m_original = fileText();
        m_document.setBudgetFolders({BW_SOURCE_DIR "/resources/budgets"});
        m_view = std::make_unique<DesignView>(m_document, m_settings, BW_SOURCE_DIR "/resources");
        m_view->resize(1280, 800);
        m_view->show();
        m_view->activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowActive(m_view.get()));
        m_view->drawer().open(&m_view->json());
    }

    void open() { openFile(m_path); }
    void openFile(const QString& path) {
        QSignalSpy opened(&m_document, &bridge::PlanDocument::opened);
        m_document.open(path.toStdString());
        ASSERT_TRUE(opened.wait(kPatienceMs));
    }
    void openText(const std::string& text) {
        QFile file(m_path);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(QByteArray::fromStdString(text));
        file.close();
        open();
    }

    [[nodiscard]] std::string fileText() const {
        QFile file(m_path);
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        return file.readAll().toStdString();
    }
    [[nodiscard]] const testplan::TestPlan& plan() const { return *m_document.state()->plan; }
    [[nodiscard]] std::string text() const { return m_document.state()->text; }
    [[nodiscard]] QString json() const { return m_view->json().editor().wholeText(); }
    [[nodiscard]] bool isInStep() const { return json().toStdString() == text(); }

    // The form for a place; its field with a key.
    FormPage& form(const char* place) {
        m_view->goTo(QString::fromLatin1(place));
        return *m_view->forms().page();
    }
    FormField& field(const char* place, const char* key) {
        FormField* found = form(place).field(QString::fromLatin1(key));
        EXPECT_NE(found, nullptr) << place << " has no " << key;
        return *found;
    }
    // Clicks into the field, selects all and types over it.
    void type(FormField& into, const char* keys) {
        QTest::mouseClick(&into.editor(), Qt::LeftButton);
        QTest::keyClick(&into.editor(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(&into.editor(), QString::fromLatin1(keys));
    }
    static QString shown(const FormField& of) { return qobject_cast<QLineEdit*>(&of.editor())->text(); }

    // The JSON editor's text, typed over a piece of it.
    void typeJson(const char* over, const char* keys) {
        JsonEditor& editor = m_view->json().editor();
        editor.setFocus();
        editor.moveCursor(QTextCursor::Start);
        ASSERT_TRUE(editor.find(QString::fromLatin1(over))) << over;
        QTest::keyClicks(&editor, QString::fromLatin1(keys));
        QCoreApplication::processEvents();
    }

    QTemporaryDir m_folder;
    QString m_path;
    std::string m_original;
    QSettings m_settings{m_folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
    bridge::PlanDocument m_document;
    std::unique_ptr<DesignView> m_view;
};

} // namespace bw::designer
