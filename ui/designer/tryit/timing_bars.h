#pragma once

#include "core/metrics/sample.h"

#include <QWidget>

namespace bw::designer {

// Where the time of a request went, phase under phase on one time axis.
class TimingBars : public QWidget {
    Q_OBJECT

public:
    explicit TimingBars(QWidget* parent = nullptr);

    void setPhases(const metrics::Phases& phases);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Bar {
        QString name;
        Duration from{};
        Duration took{};
    };
    std::vector<Bar> m_bars;
    Duration m_whole{};
};

} // namespace bw::designer
