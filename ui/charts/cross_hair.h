#pragma once

#include <QObject>

#include <optional>

namespace bw::charts {

// The moment that is looked at, shared by the charts of one run: a line at the same second in all of them.
class CrossHair : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] std::optional<double> second() const { return m_second; }
    void moveTo(std::optional<double> second);

Q_SIGNALS:
    void moved();

private:
    std::optional<double> m_second;
};

} // namespace bw::charts
