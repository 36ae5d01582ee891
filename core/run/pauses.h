#pragma once

#include "core/base/clock.h"
#include "core/history/run_record.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace bw::run {

// When a run was paused. A second in which it was so for any part does not count. Run times; a value.
class Pauses {
public:
    struct Span {
        Duration begin{};
        std::optional<Duration> end; // none: it is paused still
    };

    Pauses() = default;
    // As "pause" and "resume" marks say; others are passed over.
    explicit Pauses(std::span<const history::MarkRecord> marks);

    // Ascending.
    void begin(Duration at);
    void end(Duration at);

    // Whether the seconds [second, second + width) touch a pause.
    [[nodiscard]] bool touch(std::int64_t second, std::int64_t width) const;
    // How long it was paused in all from `from` until `to`.
    [[nodiscard]] Duration total(Duration from, Duration to) const;
    [[nodiscard]] Duration total(Duration now) const { return total(Duration::zero(), now); }
    [[nodiscard]] const std::vector<Span>& spans() const { return m_spans; }

private:
    std::vector<Span> m_spans;
};

} // namespace bw::run
