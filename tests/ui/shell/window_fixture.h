#pragma once

#include "tests/core/engine/target.h"
#include "ui/live/run_view.h"
#include "ui/shell/main_window.h"

#include <QFile>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>
#include <memory>

namespace bw::shell {

inline constexpr int kPatienceMs = 30'000;

// The real window with a real target, in a folder of its own.
class WindowTest : public testing::Test {
protected:
    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }

    // A plan of one scenario; the executor's line decides how long it runs.
    QString writePlan(const std::string& executor, const std::string& more = {}) {
        const QString file = path(QStringLiteral("test.plan.json"));
        QFile out(file);
        EXPECT_TRUE(out.open(QIODevice::WriteOnly));
        out.write(QByteArray::fromStdString(
            "{\n  \"bellwether\": 1,\n  \"name\": \"Test plan\",\n" + more +
            "  \"flows\": {\n    \"f\": {\n      \"steps\": [\n        {\n          \"http\": {\n"
            "            \"name\": \"ask\",\n            \"url\": \"" +
            m_target.url() +
            "/ok\"\n          }\n        }\n      ]\n    }\n  },\n  \"scenarios\": {\n    \"s\": {\n" +
            executor + "      \"flow\": \"f\"\n    }\n  }\n}\n"));
        return file;
    }

    static constexpr const char* kShort =
        "      \"executor\": \"per-vu-iterations\",\n      \"vus\": 2,\n      \"iterations\": 20,\n";
    static constexpr const char* kLong =
        "      \"executor\": \"constant-vus\",\n      \"vus\": 2,\n      \"duration\": \"10m\",\n";

    void openWindow(const QString& plan) {
        WindowOptions options;
        options.plan = plan.toStdString();
        options.resources = BW_SOURCE_DIR "/resources";
        options.history = path(QStringLiteral("history.sqlite")).toStdString();
        options.state = m_folder.path().toStdString();
        m_settings = std::make_unique<QSettings>(path(QStringLiteral("settings.ini")), QSettings::IniFormat);
        m_window = std::make_unique<MainWindow>(options, *m_settings);
        m_window->show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(m_window.get()));
        // A bare X server has no window manager that would give the focus.
        QApplication::setActiveWindow(m_window.get());
        if (!plan.isEmpty()) {
            ASSERT_TRUE(QTest::qWaitFor([&] { return m_window->document().isOpen(); }, kPatienceMs));
        }
    }

    // A person's keys, wherever the focus is.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::ControlModifier) {
        QWidget* focused = QApplication::focusWidget();
        QTest::keyClick(focused == nullptr ? m_window.get() : focused, key, modifiers);
    }

    [[nodiscard]] bool rests() const {
        return QTest::qWaitFor([&] { return m_window->session().isIdle(); }, kPatienceMs);
    }

    QTemporaryDir m_folder;
    engine::Target m_target;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace bw::shell
