#include "ui/charts/time_view.h"

#include <algorithm>

namespace bw::charts {

void TimeView::setLength(double seconds) {
    const double grown = seconds - m_length;
    m_length = seconds;
    if (grown < 0) {
        take(std::nullopt, true);
    } else if (m_span && m_follows && grown > 0) {
        take(TimeSpan{m_span->begin + grown, m_span->end + grown}, true);
    }
}

void TimeView::show(const TimeSpan& span) {
    const double length = std::clamp(span.end - span.begin, kShortest, std::max(kShortest, m_length));
    if (length >= m_length) {
        take(std::nullopt, true);
        return;
    }
    const double begin = std::clamp(span.begin, 0.0, m_length - length);
    take(TimeSpan{begin, begin + length}, begin + length >= m_length);
}

void TimeView::showAll() {
    take(std::nullopt, true);
}

void TimeView::zoom(double second, double factor) {
    const TimeSpan shown = m_span.value_or(TimeSpan{0, m_length});
    const double length = std::max(kShortest, (shown.end - shown.begin) * factor);
    const double share = (second - shown.begin) / std::max(1e-9, shown.end - shown.begin);
    const double begin = second - std::clamp(share, 0.0, 1.0) * length;
    show({begin, begin + length});
}

void TimeView::pan(double seconds) {
    if (m_span) {
        show({m_span->begin + seconds, m_span->end + seconds});
    }
}

void TimeView::reveal(double second) {
    if (m_span && second < m_span->begin) {
        pan(second - m_span->begin);
    } else if (m_span && second > m_span->end) {
        pan(second - m_span->end);
    }
}

void TimeView::setFollowing(bool follows) {
    if (follows && m_span) {
        const double length = m_span->end - m_span->begin;
        take(TimeSpan{m_length - length, m_length}, true);
    } else {
        take(m_span, follows);
    }
}

void TimeView::take(std::optional<TimeSpan> span, bool follows) {
    if (m_span != span || m_follows != follows) {
        m_span = span;
        m_follows = follows;
        Q_EMIT changed();
    }
}

} // namespace bw::charts
