#pragma once

#include "ui/bridge/run_picture.h"

#include <QWidget>

#include <cstdint>
#include <optional>
#include <vector>

namespace bw::charts {
class Gauge;
}

namespace bw::live {

class StateLines;

// One category of a budget: a gauge of the limit that decides, and all its limits as lines beside it. The
// gauge shows another limit when that one stands worse, or when a person chooses it.
class GaugeCard : public QWidget {
    Q_OBJECT

public:
    enum class Detail : std::uint8_t { Whole, GaugeOnly };

    explicit GaugeCard(Detail detail, QWidget* parent = nullptr);

    // The limits of one row, at least one of them with a value; in the same order each time.
    void setReadings(const std::vector<const bridge::GaugeReading*>& readings);
    // Another category than before, or another run.
    void forget();
    // Of the limit that stands worst, see urgency().
    [[nodiscard]] double pressing() const;
    [[nodiscard]] const charts::Gauge& gauge() const { return *m_gauge; }

private:
    void choose(int limit);
    void showLimit();

    Detail m_detail;
    charts::Gauge* m_gauge;
    StateLines* m_lines;
    std::vector<bridge::GaugeReading> m_readings;
    std::optional<std::size_t> m_shown;
    bool m_isChosen = false; // by a person
};

// How near to its limit, for an order: the worse, the higher; negative without a value.
[[nodiscard]] double urgency(const bridge::GaugeReading& reading);

} // namespace bw::live
