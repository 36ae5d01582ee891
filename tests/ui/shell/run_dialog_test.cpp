#include "ui/shell/run_dialog.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <gtest/gtest.h>
#include <memory>

namespace bw::shell {
namespace {

class ARunDialog : public testing::Test {
protected:
    ARunDialog() {
        m_options.watched = {"jts-sim"};
        m_dialog = std::make_unique<RunDialog>(QStringList(), m_options);
    }

    // The field beside a label.
    [[nodiscard]] QLineEdit* field(const char* words) const {
        for (const auto* label : m_dialog->findChildren<QLabel*>()) {
            if (label->text() == QLatin1String(words)) {
                return qobject_cast<QLineEdit*>(label->buddy());
            }
        }
        return nullptr;
    }
    [[nodiscard]] bool canRun() const {
        for (const auto* button : m_dialog->findChildren<QPushButton*>()) {
            if (button->isDefault()) {
                return button->isEnabled();
            }
        }
        return false;
    }
    [[nodiscard]] bool says(const QString& words) const {
        for (const auto* label : m_dialog->findChildren<QLabel*>()) {
            if (label->text().contains(words) && label->isVisibleTo(m_dialog.get())) {
                return true;
            }
        }
        return false;
    }

    bridge::RunOptions m_options;
    std::unique_ptr<RunDialog> m_dialog;
};

TEST_F(ARunDialog, WatchesTheProcessesThatAreWritten) {
    QLineEdit* watched = field("&Watch processes");
    ASSERT_NE(watched, nullptr);
    EXPECT_EQ(watched->text(), QStringLiteral("jts-sim")) << "as the last time";
    watched->setText(QStringLiteral("jts-sim :5432"));
    EXPECT_TRUE(canRun());
    EXPECT_EQ(m_dialog->options().watched, (std::vector<std::string>{"jts-sim", ":5432"}));
    watched->clear();
    EXPECT_TRUE(m_dialog->options().watched.empty());
}

TEST_F(ARunDialog, SaysAtOnceWhatIsNoProcess) {
    field("&Watch processes")->setText(QStringLiteral("jts-sim, :http"));
    EXPECT_TRUE(says(QStringLiteral("\":http\" is no process")));
    EXPECT_FALSE(canRun());
    field("&Watch processes")->setText(QStringLiteral("jts-sim, :80"));
    EXPECT_TRUE(canRun());
    EXPECT_FALSE(says(QStringLiteral("is no process")));
}

} // namespace
} // namespace bw::shell
