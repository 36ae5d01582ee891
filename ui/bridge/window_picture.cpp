#include "ui/bridge/window_picture.h"

#include "core/run/run_window.h"

#include <utility>

namespace bw::bridge {

history::HistoryResult<WindowPicturePtr> loadWindowPicture(const history::HistoryStore& store,
                                                           history::RunId run, history::Window window) {
    auto part = run::loadWindow(store, run, window);
    if (!part) {
        return std::unexpected(std::move(part.error()));
    }
    auto picture = std::make_shared<WindowPicture>();
    picture->run = run;
    picture->window = part->window;
    picture->model = std::move(part->model);
    for (const auto& [name, times] : part->times) {
        NamedTimes named;
        named.name = name;
        named.count = times.count();
        named.spectrum = spectrumOf(times);
        for (const double share : kShares) {
            named.percentiles.push_back(times.percentile(share) / 1e6);
        }
        named.max = static_cast<double>(times.max()) / 1e6;
        picture->times.push_back(std::move(named));
    }
    return picture;
}

} // namespace bw::bridge
