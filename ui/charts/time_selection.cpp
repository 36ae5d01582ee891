#include "ui/charts/time_selection.h"

namespace bw::charts {

void TimeSelection::drag(std::optional<TimeSpan> span) {
    if (m_span != span) {
        m_span = span;
        Q_EMIT moved();
    }
}

void TimeSelection::select(std::optional<TimeSpan> span) {
    drag(span);
    if (m_told != m_span) {
        m_told = m_span;
        Q_EMIT selected();
    }
}

} // namespace bw::charts
