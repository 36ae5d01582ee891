#include "app/bellwether/workbench.h"

#include "app/bellwether/command.h"

#include <QCoreApplication>

#include <cstdio>
#include <unistd.h>

namespace bw::app {

class WorkbenchWords {
    Q_DECLARE_TR_FUNCTIONS(workbench)
};

int openWorkbench(const std::string& help) {
    const std::string path =
        (QCoreApplication::applicationDirPath() + QStringLiteral("/bellwether-workbench")).toStdString();
    ::execl(path.c_str(), path.c_str(), static_cast<char*>(nullptr));
    std::fputs(help.c_str(), stderr);
    printError(WorkbenchWords::tr(
                   "the workbench (bellwether-workbench) is not installed beside this program; choose one "
                   "of the commands above")
                   .toStdString());
    return static_cast<int>(ExitCode::Usage);
}

} // namespace bw::app
