#pragma once

#include <QString>

namespace bw::ui_report {

// The style sheet of a report: the palette's tokens in light and dark, and how it prints.
[[nodiscard]] QString pageStyle();

} // namespace bw::ui_report
