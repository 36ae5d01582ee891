#include "app/workbench/start_options.h"
#include "ui/shell/language.h"
#include "ui/shell/main_window.h"
#include "ui/theme/icons.h"

#include <QApplication>
#include <QSettings>

int main(int argc, char** argv) {
    const QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("bellwether"));
    QCoreApplication::setApplicationName(QStringLiteral("bellwether"));
    QCoreApplication::setApplicationVersion(QStringLiteral(BW_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("bellwether"));
    QApplication::setWindowIcon(bw::theme::icon(QStringLiteral("bellwether")));
    QSettings settings;
    bw::shell::installLanguage(settings);
    const bw::shell::WindowOptions options = bw::app::readStartOptions(QCoreApplication::arguments());
    bw::shell::MainWindow window(options, settings);
    window.show();
    return QApplication::exec();
}
