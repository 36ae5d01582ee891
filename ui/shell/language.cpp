#include "ui/shell/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QSettings>
#include <QTranslator>

#include <cstring>

namespace bw::shell {
namespace {

const QString kSetting = QStringLiteral("window/language");

// lupdate (6.4) does not know nested namespaces: its contexts are the classes' bare names, tr()'s are whole
// ones.
class Translator final : public QTranslator {
public:
    using QTranslator::QTranslator;

    [[nodiscard]] QString translate(const char* context, const char* text, const char* note,
                                    int number) const override {
        const char* last = context == nullptr ? nullptr : std::strrchr(context, ':');
        for (const char* name :
             {last == nullptr ? context : last + 1, "Words", "LiveWords", "StartWords", "bw::shell"}) {
            if (QString found = QTranslator::translate(name, text, note, number); !found.isEmpty()) {
                return found;
            }
        }
        return {};
    }
};

void install(const QLocale& locale, const QString& name, const QString& folder) {
    auto* translator = new Translator(QCoreApplication::instance());
    if (translator->load(locale, name, QStringLiteral("_"), folder)) {
        QCoreApplication::installTranslator(translator);
    } else {
        delete translator;
    }
}

} // namespace

QString chosenLanguage(const QSettings& settings) {
    return settings.value(kSetting).toString();
}

void chooseLanguage(QSettings& settings, const QString& language) {
    settings.setValue(kSetting, language);
}

void installLanguage(const QSettings& settings) {
    const QString chosen = chosenLanguage(settings);
    const QLocale locale = chosen.isEmpty() ? QLocale::system() : QLocale(chosen);
    // English has words, too: the plural forms.
    install(QLocale(QLocale::English), QStringLiteral("bellwether"), QStringLiteral(":/translations"));
    // Of Qt's own dialogs.
    install(locale, QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(locale, QStringLiteral("bellwether"), QStringLiteral(":/translations"));
}

} // namespace bw::shell
