#include "core/verdict/evaluation.h"

#include <algorithm>

namespace bw::verdict {

const ThresholdResult* Evaluation::abort() const {
    const auto due = std::ranges::find(thresholds, AbortState::Due, &ThresholdResult::abort);
    return due == thresholds.end() ? nullptr : &*due;
}

} // namespace bw::verdict
