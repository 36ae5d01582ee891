#pragma once

#include "ui/bridge/run_picture.h"

#include <QDoubleSpinBox>
#include <QTimer>

namespace bw::live {

// Load by hand of one scenario: how much beside the plan's, or, where the plan leaves that to the person, how
// much in all. Tells of a change once the person paused for a moment, so that a held key is one change.
class LoadSpin : public QDoubleSpinBox {
    Q_OBJECT

public:
    explicit LoadSpin(QWidget* parent = nullptr);

    // Shows the scenario; what a person is typing stays.
    void setScenario(const bridge::ScenarioMoment& scenario);

    void stepBy(int steps) override;

Q_SIGNALS:
    // Beside the plan's.
    void loadRequested(const QString& scenario, double amount);

protected:
    [[nodiscard]] QString textFromValue(double value) const override;

private:
    void tell();
    void setBounds(double least, double most);
    void setUnit(const QString& unit);

    bridge::ScenarioMoment m_scenario;
    double m_step = 1;
    QTimer m_settle;
};

} // namespace bw::live
