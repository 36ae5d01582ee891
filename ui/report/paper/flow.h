#pragma once

#include "ui/report/paper/strip.h"

namespace bw::ui_report::paper {

struct PlacedStrip {
    const Strip* strip = nullptr;
    double top = 0;
};

using Page = std::vector<PlacedStrip>;

// The strips on pages of a height, in order: what keeps with the next is on the same page as far as one page
// can hold it, and the heads of tables stand again where a table goes on. At least one page. The strips must
// live on.
[[nodiscard]] std::vector<Page> flowed(const Strips& strips, double height);

} // namespace bw::ui_report::paper
