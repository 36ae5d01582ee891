#include "app/bellwether/application.h"
#include "app/bellwether/command.h"
#include "app/bellwether/workbench.h"

#include <QCoreApplication>

#include <CLI/CLI.hpp>
#include <array>
#include <cstdio>

int main(int argc, char** argv) {
    const std::unique_ptr<QCoreApplication> application = bw::app::makeApplication(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("bellwether"));
    QCoreApplication::setApplicationVersion(QStringLiteral(BW_VERSION));

    CLI::App app("Bellwether: design, run, judge, keep and compare load tests", "bellwether");
    app.set_version_flag("--version", "Bellwether " BW_VERSION);
    app.require_subcommand(0, 1);
    const std::array commands = {
        bw::app::makeRunCommand(),      bw::app::makeValidateCommand(), bw::app::makeScheduleCommand(),
        bw::app::makeHistoryCommand(),  bw::app::makeReportCommand(),   bw::app::makeCompareCommand(),
        bw::app::makeBaselineCommand(), bw::app::makeTrendCommand(),    bw::app::makeControlCommand()};
    for (const auto& command : commands) {
        command->addTo(app);
    }
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        // Help and version end here, too, with 0; every wrong usage is 2, whatever the parser calls it.
        return app.exit(error) == 0 ? 0 : static_cast<int>(bw::app::ExitCode::Usage);
    }
    for (const auto& command : commands) {
        if (command->chosen()) {
            return command->run();
        }
    }
    return bw::app::openWorkbench(app.help());
}
