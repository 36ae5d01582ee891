#include "ui/charts/cross_hair.h"

namespace bw::charts {

void CrossHair::moveTo(std::optional<double> second, const QObject* by) {
    if (m_second != second || m_by != by) {
        m_second = second;
        m_by = by;
        Q_EMIT moved();
    }
}

} // namespace bw::charts
