#pragma once

namespace bw::charts {

// Where the time axis of a run ends that goes on, in seconds: a round time ahead, so that the axis stands
// still between its steps. At least `seconds`.
[[nodiscard]] double growingEnd(double seconds);

} // namespace bw::charts
