#pragma once

#include "ui/charts/time_selection.h"

#include <QObject>

#include <optional>

namespace bw::charts {

// The stretch of run time that charts show, shared by those of one run: all of it, or what somebody looks
// closer at. A stretch that ends where a run has got to goes along with it, until it is moved away from
// there.
class TimeView : public QObject {
    Q_OBJECT

public:
    static constexpr double kShortest = 5; // seconds

    using QObject::QObject;

    // None: all.
    [[nodiscard]] const std::optional<TimeSpan>& span() const { return m_span; }
    // How long the run is by now; another run begins at 0.
    void setLength(double seconds);

    void show(const TimeSpan& span);
    void showAll();
    // Below 1 closer, above farther; the second stays where it is.
    void zoom(double second, double factor);
    void pan(double seconds);
    // Moves by as little as it takes to have the second in sight.
    void reveal(double second);

    [[nodiscard]] bool follows() const { return m_follows; }
    // On: to the end, and along with it.
    void setFollowing(bool follows);

Q_SIGNALS:
    void changed();

private:
    void take(std::optional<TimeSpan> span, bool follows);

    double m_length = 0;
    std::optional<TimeSpan> m_span;
    bool m_follows = true;
};

} // namespace bw::charts
