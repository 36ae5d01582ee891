#pragma once

#include "ui/shell/open_plan.h"

#include <QWidget>

#include <memory>
#include <vector>

class QStackedWidget;
class QTabBar;

namespace bw::shell {

// The plans that are open in a window, one of them current, each behind a tab; tabs are there from the second
// plan on. There is always one, which may hold nothing yet.
class PlanDesk : public QWidget {
    Q_OBJECT

public:
    PlanDesk(PlanSurroundings surroundings, QWidget* parent);
    ~PlanDesk() override;

    [[nodiscard]] OpenPlan& current() const { return *m_plans[static_cast<std::size_t>(m_current)]; }
    [[nodiscard]] int count() const { return static_cast<int>(m_plans.size()); }
    [[nodiscard]] QTabBar& tabs() const { return *m_tabs; }

    // The current one when it is unused, or else a new one, which is current then.
    OpenPlan& place();
    // The file behind a tab of its own, or the tab it is behind already.
    void open(const QString& path);
    void setCurrent(int index);
    void step(int by);
    // Asks when something would be lost. The last one is left without a plan.
    void closeCurrent();
    // False: the person wants to go on with one of them.
    [[nodiscard]] bool mayLeave();
    // Nothing is to be recovered of any: the person decided.
    void closeAll();

Q_SIGNALS:
    void added(bw::shell::OpenPlan* plan);
    void removed(bw::shell::OpenPlan* plan);
    void currentChanged();

private:
    OpenPlan& add();
    void remove(int index);
    void show(int index);
    void tell();
    [[nodiscard]] int indexOf(const QString& path) const;

    PlanSurroundings m_surroundings;
    QTabBar* m_tabs;
    QStackedWidget* m_views;
    std::vector<std::unique_ptr<OpenPlan>> m_plans;
    int m_current = 0;
    bool m_isChanging = false;
};

} // namespace bw::shell
