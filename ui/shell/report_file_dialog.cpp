#include "ui/shell/report_file_dialog.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>

namespace bw::shell {
namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(ReportFileDialog)
};

} // namespace

QString askForReportFile(QWidget* parent, const QString& name) {
    QFileDialog dialog(parent, Words::tr("Export report"));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setFileMode(QFileDialog::AnyFile);
    const QString page = Words::tr("Web pages (*.html)");
    const QString pdf = Words::tr("PDF documents (*.pdf)");
    dialog.setNameFilters({page, pdf});
    // The name follows the kind before it is accepted, so that the question whether to overwrite is about the
    // file that is written.
    const auto follow = [&](const QString& filter) {
        const QString ending = filter == pdf ? QStringLiteral("pdf") : QStringLiteral("html");
        dialog.setDefaultSuffix(ending);
        const QStringList chosen = dialog.selectedFiles();
        const QFileInfo file(chosen.isEmpty() ? name : chosen.first());
        const bool isNamed = !chosen.isEmpty() && !file.isDir();
        dialog.selectFile((isNamed ? file.completeBaseName() : name) + u'.' + ending);
    };
    QObject::connect(&dialog, &QFileDialog::filterSelected, &dialog, follow);
    dialog.setDefaultSuffix(QStringLiteral("html"));
    dialog.selectFile(name + QStringLiteral(".html"));
    return dialog.exec() == QDialog::Accepted ? dialog.selectedFiles().value(0) : QString();
}

} // namespace bw::shell
