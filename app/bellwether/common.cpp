#include "app/bellwether/command.h"

#include <QCoreApplication>
#include <QDir>

#include <cstdio>

namespace bw::app {

class CommonWords {
    Q_DECLARE_TR_FUNCTIONS(common)
};

std::string resourcesFolder() {
    const QDir installed(QCoreApplication::applicationDirPath() + QStringLiteral("/../share/bellwether"));
    return installed.exists() ? installed.canonicalPath().toStdString() : std::string(BW_RESOURCES_FOLDER);
}

void printError(const std::string& text) {
    std::fprintf(stderr, "%s\n",
                 CommonWords::tr("error: %1").arg(QString::fromStdString(text)).toUtf8().constData());
}

} // namespace bw::app
