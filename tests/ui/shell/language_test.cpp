#include "core/history/history_error.h"
#include "ui/format/error_text.h"
#include "ui/shell/actions.h"
#include "ui/shell/language.h"

#include <QCoreApplication>
#include <QSettings>
#include <QTemporaryDir>
#include <QTranslator>

#include <gtest/gtest.h>

namespace bw::shell {
namespace {

TEST(TheLanguage, IsKoreanForActionsAndForSentencesOfErrors) {
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
    chooseLanguage(settings, QStringLiteral("ko"));
    installLanguage(settings);
    EXPECT_EQ(Actions().run->text(), QStringLiteral("실행"));
    history::HistoryError error;
    error.kind = history::HistoryErrorKind::Damaged;
    error.path = "/tmp/h";
    EXPECT_EQ(format::historyErrorText(error), QStringLiteral("기록 /tmp/h이(가) 손상되었습니다."));
    for (auto* translator : QCoreApplication::instance()->findChildren<QTranslator*>()) {
        QCoreApplication::removeTranslator(translator);
        delete translator;
    }
}

TEST(TheLanguage, EnglishKnowsOneAndMany) {
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
    chooseLanguage(settings, QStringLiteral("en"));
    installLanguage(settings);
    EXPECT_EQ(QCoreApplication::translate("bw::shell::MainWindow", "%n problem(s)", nullptr, 1),
              QStringLiteral("1 problem"));
    EXPECT_EQ(QCoreApplication::translate("bw::shell::MainWindow", "%n problem(s)", nullptr, 3),
              QStringLiteral("3 problems"));
    for (auto* translator : QCoreApplication::instance()->findChildren<QTranslator*>()) {
        QCoreApplication::removeTranslator(translator);
        delete translator;
    }
}

} // namespace
} // namespace bw::shell
