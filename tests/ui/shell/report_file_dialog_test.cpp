#include "ui/shell/report_file_dialog.h"

#include <QApplication>
#include <QComboBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QTest>
#include <QTimer>

#include <functional>
#include <gtest/gtest.h>

namespace bw::shell {
namespace {

using Answer = std::function<void(QFileDialog& dialog, QLineEdit& name)>;

void answer(const Answer& hands) {
    QTimer::singleShot(0, QCoreApplication::instance(), [hands] {
        auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
        if (dialog == nullptr) {
            answer(hands); // it is still being made
            return;
        }
        hands(*dialog, *dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit")));
    });
}

void chooseKind(QFileDialog& dialog, int index) {
    auto* kinds = dialog.findChild<QComboBox*>(QStringLiteral("fileTypeCombo"));
    kinds->setCurrentIndex(index);
    Q_EMIT kinds->textActivated(kinds->currentText());
}

TEST(ReportFileDialog, TheNameFollowsTheKind) {
    answer([](QFileDialog& dialog, QLineEdit& name) {
        EXPECT_EQ(name.text(), QStringLiteral("run-3.html"));
        chooseKind(dialog, 1);
        EXPECT_EQ(name.text(), QStringLiteral("run-3.pdf"));
        name.setText(QStringLiteral("my report.pdf"));
        chooseKind(dialog, 0);
        EXPECT_EQ(name.text(), QStringLiteral("my report.html"));
        dialog.reject();
    });
    EXPECT_EQ(askForReportFile(nullptr, QStringLiteral("run-3")), QString());
}

TEST(ReportFileDialog, ATypedEndingStaysAndAMissingOneIsTheKinds) {
    const auto typed = [](const QString& text, int kind) {
        answer([text, kind](QFileDialog& dialog, QLineEdit& name) {
            chooseKind(dialog, kind);
            name.setText(text);
            QTest::keyClick(&name, Qt::Key_Return);
        });
        return askForReportFile(nullptr, QStringLiteral("run-3"));
    };
    const QString folder = QString::fromStdString(testing::TempDir());
    EXPECT_EQ(typed(folder + QStringLiteral("bw-a.pdf"), 0), folder + QStringLiteral("bw-a.pdf"));
    EXPECT_EQ(typed(folder + QStringLiteral("bw-a"), 1), folder + QStringLiteral("bw-a.pdf"));
    EXPECT_EQ(typed(folder + QStringLiteral("bw-a"), 0), folder + QStringLiteral("bw-a.html"));
}

} // namespace
} // namespace bw::shell
