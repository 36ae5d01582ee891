#pragma once

#include "core/history/run_record.h"
#include "ui/bridge/run_picture.h"
#include "ui/charts/time_selection.h"

#include <optional>

// When and what to read of a long run's seconds, while somebody looks closer at its charts; pure functions.
namespace bw::live {

// Whether the window has every second of the span; not when all of the run is shown.
[[nodiscard]] bool hasAllOf(history::Window window, const std::optional<charts::TimeSpan>& shown);

// As long a stretch on either side of what is shown as is shown itself, so that moving along finds it there.
// None: the overview is as fine as seconds, all of it is shown, or what was asked for before will do; that is
// when it reaches half a stretch beyond what is shown and would not be finer over less (`isFinest`: it came
// by the second).
[[nodiscard]] std::optional<history::Window> windowToAskFor(const bridge::RunPicture& overview,
                                                            const std::optional<charts::TimeSpan>& shown,
                                                            const std::optional<history::Window>& asked,
                                                            bool isFinest);

} // namespace bw::live
