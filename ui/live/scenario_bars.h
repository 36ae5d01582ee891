#pragma once

#include "ui/bridge/run_picture.h"

#include <QWidget>

namespace bw::live {

// How far each scenario is: name, executor, a bar, users or rate.
class ScenarioBars : public QWidget {
    Q_OBJECT

public:
    explicit ScenarioBars(QWidget* parent = nullptr);

    void setScenarios(std::vector<bridge::ScenarioMoment> scenarios);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] int rowHeight() const;
    void paintRow(QPainter& painter, const QRect& row, const bridge::ScenarioMoment& scenario) const;

    std::vector<bridge::ScenarioMoment> m_scenarios;
};

} // namespace bw::live
