#pragma once

#include "core/metrics/frame.h"

namespace bw::metrics {

// Makes the target one frame over the time of both, in place: what it holds is neither copied nor allocated
// again. mergeFrames() is for those whose frames belong to others. Precondition: target.end() <= part.second.
void mergeInto(Frame& target, const Frame& part);

} // namespace bw::metrics
