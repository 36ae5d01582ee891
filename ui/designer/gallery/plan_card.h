#pragma once

#include "ui/bridge/plan_state.h"
#include "ui/designer/load/load_curves.h"

#include <QAbstractButton>

namespace bw::designer {

// A plan to begin with: its load as a small picture, its name and what it shows.
class PlanCard : public QAbstractButton {
    Q_OBJECT

public:
    PlanCard(bridge::PlanStatePtr state, QWidget* parent);

    [[nodiscard]] const bridge::PlanStatePtr& state() const { return m_state; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void paintLoad(QPainter& painter, const QRectF& room) const;

    bridge::PlanStatePtr m_state;
    LoadPicture m_load;
};

} // namespace bw::designer
