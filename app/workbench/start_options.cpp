#include "app/workbench/start_options.h"

#include "core/history/history_store.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QStandardPaths>

#include <cstdio>
#include <cstdlib>

namespace bw::app {
namespace {

constexpr int kUsage = 2;

class StartWords {
    Q_DECLARE_TR_FUNCTIONS(workbench)
};

[[noreturn]] void refuse(const QString& sentence) {
    std::fprintf(stderr, "%s\n", sentence.toUtf8().constData());
    std::exit(kUsage);
}

std::pair<std::string, std::string> variableOf(const QString& text) {
    const qsizetype at = text.indexOf(u'=');
    if (at <= 0) {
        refuse(StartWords::tr("-e %1: write NAME=VALUE").arg(text));
    }
    return {text.left(at).toStdString(), text.mid(at + 1).toStdString()};
}

} // namespace

shell::WindowOptions readStartOptions(const QStringList& arguments) {
    QCommandLineParser parser;
    parser.setApplicationDescription(
        StartWords::tr("Bellwether's workbench: design, run, watch and keep load tests"));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("plan"), StartWords::tr("The plan to open"),
                                 QStringLiteral("[PLAN]"));
    const QCommandLineOption variable(QStringLiteral("e"),
                                      StartWords::tr("A variable for every run of this window"),
                                      QStringLiteral("NAME=VALUE"));
    const QCommandLineOption history(QStringLiteral("history"),
                                     StartWords::tr("History file (default: in your data folder)"),
                                     QStringLiteral("FILE"));
    parser.addOptions({variable, history});
    parser.process(arguments);
    if (parser.positionalArguments().size() > 1) {
        refuse(StartWords::tr("One plan at a time; these are %1").arg(parser.positionalArguments().size()));
    }
    shell::WindowOptions options;
    options.resources = BW_RESOURCES_FOLDER;
    options.plan = parser.positionalArguments().value(0).toStdString();
    for (const QString& text : parser.values(variable)) {
        options.variables.push_back(variableOf(text));
    }
    options.history =
        parser.isSet(history) ? parser.value(history).toStdString() : history::defaultHistoryPath();
    options.state = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation).toStdString();
    return options;
}

} // namespace bw::app
