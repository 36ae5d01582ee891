#pragma once

#include "core/history/history_store.h"
#include "ui/bridge/run_picture.h"

#include <QMetaType>

#include <functional>
#include <memory>

namespace bw::run {
struct DetailedPart;
}

namespace bw::bridge {

// A run out of the history with some of its seconds finer than the rest: an immutable value, shared between
// threads.
struct DetailedPicture {
    RunPicturePtr overview;   // what it was made of
    RunPicturePtr picture;    // the same with finer rows, curves of requests and heat map within the window
    history::Window window{}; // that is finer, as it was asked for
    std::int64_t width = 1;   // seconds of a row in it
};
using DetailedPicturePtr = std::shared_ptr<const DetailedPicture>;

// Lays the part's rows in the place of the overview's that begin among them. The heat map is the part's
// alone.
[[nodiscard]] RunPicture withDetail(const RunPicture& overview, run::DetailedPart part);

// nullptr: nothing finer can be had. Milliseconds, a long window's up to half a second: not on the user's
// thread. Cancelled when it is wanted no more.
[[nodiscard]] history::HistoryResult<DetailedPicturePtr>
loadDetailedPicture(const history::HistoryStore& store, const RunPicturePtr& overview, history::Window window,
                    const std::function<bool()>& isWanted);

} // namespace bw::bridge

Q_DECLARE_METATYPE(bw::bridge::DetailedPicturePtr)
