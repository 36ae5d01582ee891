#pragma once

#include "core/base/clock.h"

#include <cstdint>
#include <string>

namespace bw::testplan {

enum class DurationForm : std::uint8_t {
    Text,   // "2m"
    Number, // 250: milliseconds, a bare JSON number
};

// A duration as its author wrote it: "2m" stays "2m" when the plan is written back. When the text is no
// duration `value` is the default and validation tells.
struct DurationText {
    Duration value{};
    std::string text; // empty: not written, `value` is the default
    DurationForm form = DurationForm::Text;

    [[nodiscard]] bool isWritten() const { return !text.empty() || form == DurationForm::Number; }

    // Reads the text; `otherwise` is the value when it is no duration.
    [[nodiscard]] static DurationText from(std::string text, DurationForm form = DurationForm::Text,
                                           Duration otherwise = {});

    friend bool operator==(const DurationText&, const DurationText&) = default;
};

} // namespace bw::testplan
