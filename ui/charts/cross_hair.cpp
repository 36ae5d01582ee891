#include "ui/charts/cross_hair.h"

namespace bw::charts {

void CrossHair::moveTo(std::optional<double> second) {
    if (m_second != second) {
        m_second = second;
        Q_EMIT moved();
    }
}

} // namespace bw::charts
