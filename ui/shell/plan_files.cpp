#include "ui/shell/plan_files.h"

#include "ui/shell/notice_area.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>

namespace bw::shell {
namespace {

using widgets::NoticeBar;

const QString kFileTopic = QStringLiteral("file");
const QString kDiskTopic = QStringLiteral("disk");

} // namespace

PlanFiles::PlanFiles(bridge::PlanDocument& document, NoticeArea& notices, QSettings& settings,
                     QWidget* window)
    : QObject(window)
    , m_document(document)
    , m_notices(notices)
    , m_recent(settings)
    , m_window(window) {
    connect(&m_document, &bridge::PlanDocument::failed, this,
            [this](const QString& sentence) { m_notices.show(kFileTopic, NoticeBar::Kind::Bad, sentence); });
    connect(&m_document, &bridge::PlanDocument::changedOnDisk, this, &PlanFiles::tellDisk);
    connect(&m_document, &bridge::PlanDocument::missingOnDisk, this, &PlanFiles::tellDisk);
    connect(&m_document, &bridge::PlanDocument::fileChanged, this, [this] {
        if (m_isCurrent && !m_document.isChangedOnDisk() && !m_document.isMissingOnDisk()) {
            m_notices.dismiss(kDiskTopic);
        }
    });
    connect(&m_document, &bridge::PlanDocument::opened, this, &PlanFiles::onOpened);
}

void PlanFiles::onOpened() {
    m_notices.dismiss(kFileTopic);
    if (!m_document.path().empty()) {
        m_recent.add(QString::fromStdString(m_document.path()));
    }
    if (!m_document.canBeSaved()) {
        m_notices.show(
            kFileTopic, NoticeBar::Kind::Warning,
            tr("This file cannot be read as a plan of this version. It is shown as it is and will not be "
               "written over; the problems say where it is wrong."));
    }
}

QString PlanFiles::askForPath() {
    const QString folder = m_document.path().empty()
                               ? QDir::homePath()
                               : QFileInfo(QString::fromStdString(m_document.path())).absolutePath();
    return QFileDialog::getOpenFileName(m_window, tr("Open plan"), folder,
                                        tr("Plans (*.plan.json *.json);;All files (*)"));
}

bool PlanFiles::save() {
    return m_document.path().empty() ? saveAs() : m_document.save();
}

bool PlanFiles::saveAs() {
    const QString at = m_document.path().empty() ? QDir::homePath() + QStringLiteral("/new.plan.json")
                                                 : QString::fromStdString(m_document.path());
    const QString path =
        QFileDialog::getSaveFileName(m_window, tr("Save plan as"), at, tr("Plans (*.plan.json *.json)"));
    if (path.isEmpty() || !m_document.saveAs(path.toStdString())) {
        return false;
    }
    m_recent.add(path);
    return true;
}

bool PlanFiles::mayLeave() {
    if (m_document.isExpendable()) {
        return true;
    }
    QMessageBox question(QMessageBox::Question, tr("Unsaved changes"),
                         tr("\"%1\" has changes that are not saved.").arg(m_document.title()),
                         QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, m_window);
    question.setDefaultButton(QMessageBox::Save);
    switch (question.exec()) {
    case QMessageBox::Save:
        return save();
    case QMessageBox::Discard:
        return true;
    default:
        return false;
    }
}

void PlanFiles::onChangedOnDisk() {
    NoticeBar* bar = m_notices.show(
        kDiskTopic, NoticeBar::Kind::Warning,
        m_document.isModified() ? tr("Another program changed this plan's file. Reading it again replaces "
                                     "your changes here; Undo brings them back.")
                                : tr("Another program changed this plan's file."));
    bar->addAnswer(tr("Read it again"), [this] { m_document.reload(); });
    bar->addAnswer(tr("Keep mine"), [this] { m_document.keepMine(); });
}

void PlanFiles::onMissingOnDisk() {
    NoticeBar* bar = m_notices.show(kDiskTopic, NoticeBar::Kind::Warning,
                                    tr("This plan's file was removed or moved. What is here is the only copy "
                                       "this window knows."));
    bar->addAnswer(tr("Save it there again"), [this] { save(); });
    bar->addAnswer(tr("Save as…"), [this] { saveAs(); });
}

void PlanFiles::tellDisk() {
    if (!m_isCurrent) {
        return;
    }
    if (m_document.isChangedOnDisk()) {
        onChangedOnDisk();
    } else if (m_document.isMissingOnDisk()) {
        onMissingOnDisk();
    } else {
        m_notices.dismiss(kDiskTopic);
    }
}

void PlanFiles::setCurrent(bool isCurrent) {
    if (m_isCurrent && !isCurrent) {
        m_notices.dismiss(kDiskTopic);
        m_notices.dismiss(kFileTopic);
    }
    m_isCurrent = isCurrent;
    tellDisk();
}

} // namespace bw::shell
