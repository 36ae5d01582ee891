#pragma once

#include "core/history/history_store.h"
#include "ui/bridge/run_picture.h"

namespace bw::bridge {

// A run out of the history as views show it, a long one in stretches. Takes a moment: not on the user's
// thread.
[[nodiscard]] history::HistoryResult<RunPicturePtr> loadPicture(const history::HistoryStore& store,
                                                                history::RunId run);

} // namespace bw::bridge
