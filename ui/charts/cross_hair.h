#pragma once

#include <QObject>

#include <optional>

namespace bw::charts {

// The second that is looked at, shared by the charts of one run: a line at the same place in all of them, and
// the exact values in the one that moved it.
class CrossHair : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] std::optional<double> second() const { return m_second; }
    // `by`: the chart under the pointer or with the focus; none for moves from elsewhere.
    void moveTo(std::optional<double> second, const QObject* by = nullptr);
    [[nodiscard]] bool wasMovedBy(const QObject* chart) const { return m_by == chart; }

Q_SIGNALS:
    void moved();

private:
    std::optional<double> m_second;
    const QObject* m_by = nullptr; // compared, never followed
};

} // namespace bw::charts
