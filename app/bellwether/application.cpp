#include "app/bellwether/application.h"

#include <QGuiApplication>
#include <QLatin1String>

#include <algorithm>
#include <cstdio>
#include <span>

namespace bw::app {
namespace {

bool namesPdf(const char* argument) {
    return QLatin1String(argument).endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive);
}

// Qt looks for a desktop before it hears that none is wanted, and remarks that there is none.
void tellOnlyFailure(QtMsgType type, const QMessageLogContext& /*context*/, const QString& text) {
    if (type == QtCriticalMsg || type == QtFatalMsg) {
        std::fprintf(stderr, "%s\n", text.toUtf8().constData());
    }
}

} // namespace

std::unique_ptr<QCoreApplication> makeApplication(int& argc, char** argv) {
    if (!std::ranges::any_of(std::span(argv, static_cast<std::size_t>(argc)), namesPdf)) {
        return std::make_unique<QCoreApplication>(argc, argv);
    }
    // Whatever the person's desktop is: nothing is shown, and a desktop that is not there must not matter.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qunsetenv("QT_QPA_PLATFORMTHEME");
    const QtMessageHandler usual = qInstallMessageHandler(tellOnlyFailure);
    auto application = std::make_unique<QGuiApplication>(argc, argv);
    qInstallMessageHandler(usual);
    return application;
}

} // namespace bw::app
