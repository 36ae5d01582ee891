#pragma once

#include <QObject>

#include <optional>

namespace bw::charts {

// Whole seconds of a run, [begin, end).
struct TimeSpan {
    double begin = 0;
    double end = 0;
    friend bool operator==(const TimeSpan&, const TimeSpan&) = default;
};

// The part of the run that is looked at, shared by the charts of one run: a band at the same place in all of
// them. Dragged with the pointer, or stretched from the cross-hair with Shift and the arrow keys.
class TimeSelection : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] const std::optional<TimeSpan>& span() const { return m_span; }
    // Nothing can be selected while it is off; it is on at first.
    void setEnabled(bool isEnabled) { m_isEnabled = isEnabled; }
    [[nodiscard]] bool isEnabled() const { return m_isEnabled; }
    // Shows the band while it is dragged.
    void drag(std::optional<TimeSpan> span);
    // And says that it is meant.
    void select(std::optional<TimeSpan> span);

Q_SIGNALS:
    void moved();
    void selected();

private:
    std::optional<TimeSpan> m_span;
    std::optional<TimeSpan> m_told;
    bool m_isEnabled = true;
};

} // namespace bw::charts
