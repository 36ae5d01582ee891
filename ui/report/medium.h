#pragma once

#include <cstdint>

namespace bw::ui_report {

// What a page is drawn for. On paper charts are narrower, so that their letters are as large as the text's
// when two stand beside each other, and not every kept exchange is shown.
enum class Medium : std::uint8_t { Screen, Paper };

} // namespace bw::ui_report
