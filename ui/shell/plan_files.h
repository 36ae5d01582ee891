#pragma once

#include "ui/bridge/plan_document.h"
#include "ui/bridge/plan_recovery.h"
#include "ui/bridge/recent_plans.h"

#include <QObject>

class QMenu;
class QSettings;
class QWidget;

namespace bw::shell {

class NoticeArea;

// Opening, saving, recent plans, what changed on the disk, and what a crash left: the questions around a
// document, asked inside the window where nothing would be lost.
class PlanFiles : public QObject {
    Q_OBJECT

public:
    PlanFiles(bridge::PlanDocument& document, NoticeArea& notices, QSettings& settings, QWidget* window);

    void open(const QString& path);
    void openByDialog();
    void openNew();
    // A plan to begin with: it has no file yet.
    void openTemplate(const QString& text);
    bool save();
    bool saveAs();
    // False: the person wants to go on with what is open.
    [[nodiscard]] bool mayLeave();
    void fillRecent(QMenu* menu);
    void offerRecovery(const bridge::PlanRecovery& recovery);

private:
    void onChangedOnDisk();
    void onMissingOnDisk();
    void onOpened();

    bridge::PlanDocument& m_document;
    NoticeArea& m_notices;
    bridge::RecentPlans m_recent;
    QWidget* m_window;
};

} // namespace bw::shell
