#include "ui/live/load_spin.h"

#include <QSignalBlocker>

#include <algorithm>
#include <cmath>

namespace bw::live {
namespace {

constexpr int kSettleMs = 300;

// About a tenth of what is wanted, as a round number.
double stepOf(const bridge::ScenarioMoment& scenario) {
    const double wanted = scenario.isOpen ? scenario.wantedRate : static_cast<double>(scenario.wantedVus);
    const double tenth = std::max(1.0, wanted / 10);
    const double power = std::pow(10, std::floor(std::log10(tenth)));
    return std::floor(tenth / power) * power;
}

} // namespace

LoadSpin::LoadSpin(QWidget* parent)
    : QDoubleSpinBox(parent) {
    setKeyboardTracking(false);
    setAccelerated(true);
    setDecimals(0);
    setAlignment(Qt::AlignRight);
    setAccessibleName(tr("Load by hand"));
    m_settle.setSingleShot(true);
    m_settle.setInterval(kSettleMs);
    connect(&m_settle, &QTimer::timeout, this, &LoadSpin::tell);
    connect(this, &QDoubleSpinBox::valueChanged, &m_settle, qOverload<>(&QTimer::start));
}

void LoadSpin::setScenario(const bridge::ScenarioMoment& scenario) {
    const bool isOther = scenario.name != m_scenario.name;
    if (isOther && m_settle.isActive()) {
        m_settle.stop();
        tell();
    }
    m_scenario = scenario;
    const QSignalBlocker quiet(this);
    const double base = scenario.isExternal ? scenario.leastAdded : 0; // of an external one: minus its first
    setBounds(scenario.leastAdded - base, scenario.mostAdded - base);
    m_step = stepOf(scenario);
    setUnit(scenario.isOpen ? tr(" /s") : tr(" VUs"));
    setToolTip(scenario.isExternal ? tr("How many virtual users there are")
                                   : tr("How much more load than the plan's; 0 is as planned"));
    if (isOther || (!m_settle.isActive() && !hasFocus())) {
        setValue(scenario.added - base);
    }
}

// Both write the field anew even when nothing changes, and somebody may be typing in it.
void LoadSpin::setBounds(double least, double most) {
    if (least != minimum() || most != maximum()) {
        setRange(least, most);
    }
}

void LoadSpin::setUnit(const QString& unit) {
    if (unit != suffix()) {
        setSuffix(unit);
    }
}

void LoadSpin::tell() {
    const double base = m_scenario.isExternal ? m_scenario.leastAdded : 0;
    const double amount = value() + base;
    if (amount != m_scenario.added) {
        Q_EMIT loadRequested(m_scenario.name, amount);
    }
}

// Of our own: setSingleStep() writes the field anew, and the step follows a load that ramps.
void LoadSpin::stepBy(int steps) {
    setValue(value() + steps * m_step);
    selectAll();
}

QString LoadSpin::textFromValue(double value) const {
    const QString number = QDoubleSpinBox::textFromValue(value);
    return value > 0 && !m_scenario.isExternal ? u'+' + number : number;
}

} // namespace bw::live
