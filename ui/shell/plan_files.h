#pragma once

#include "ui/bridge/plan_document.h"
#include "ui/bridge/recent_plans.h"

#include <QObject>

class QSettings;
class QWidget;

namespace bw::shell {

class NoticeArea;

// Saving, and what changed on the disk: the questions around a document, asked inside the window where
// nothing would be lost.
class PlanFiles : public QObject {
    Q_OBJECT

public:
    PlanFiles(bridge::PlanDocument& document, NoticeArea& notices, QSettings& settings, QWidget* window);

    // A path that the person chose; empty: none.
    [[nodiscard]] QString askForPath();
    bool save();
    bool saveAs();
    // False: the person wants to go on with what is open.
    [[nodiscard]] bool mayLeave();
    // What there is to say is said while the plan is the current one of its window.
    void setCurrent(bool isCurrent);

private:
    void onChangedOnDisk();
    void onMissingOnDisk();
    void onOpened();
    void tellDisk();

    bridge::PlanDocument& m_document;
    NoticeArea& m_notices;
    bridge::RecentPlans m_recent;
    QWidget* m_window;
    bool m_isCurrent = false;
};

} // namespace bw::shell
