#include "core/run/pauses.h"

#include <algorithm>

namespace bw::run {

Pauses::Pauses(std::span<const history::MarkRecord> marks) {
    for (const history::MarkRecord& mark : marks) {
        if (mark.kind == "pause") {
            begin(mark.at);
        } else if (mark.kind == "resume") {
            end(mark.at);
        }
    }
}

void Pauses::begin(Duration at) {
    if (m_spans.empty() || m_spans.back().end) {
        m_spans.push_back({.begin = at, .end = std::nullopt});
    }
}

void Pauses::end(Duration at) {
    if (!m_spans.empty() && !m_spans.back().end) {
        m_spans.back().end = std::max(at, m_spans.back().begin);
    }
}

bool Pauses::touch(std::int64_t second, std::int64_t width) const {
    const Duration from = std::chrono::seconds(second);
    const Duration to = std::chrono::seconds(second + width);
    return std::ranges::any_of(m_spans, [&](const Span& span) {
        return span.begin < to && span.end.value_or(Duration::max()) > from;
    });
}

Duration Pauses::total(Duration from, Duration to) const {
    Duration sum{};
    for (const Span& span : m_spans) {
        sum += std::max(Duration::zero(), std::min(to, span.end.value_or(to)) - std::max(from, span.begin));
    }
    return sum;
}

} // namespace bw::run
