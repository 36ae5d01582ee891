#include "ui/bridge/detailed_picture.h"

#include "core/run/detailed_part.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace bw::bridge {
namespace {

using report::SecondRow;

// Where the part goes: before `first` and from `last` on rows of the overview stay.
struct Place {
    std::ptrdiff_t first = 0;
    std::ptrdiff_t last = 0;
};

Place placeOf(const std::vector<SecondRow>& rows, const std::vector<SecondRow>& part) {
    const std::int64_t end = part.back().second + part.back().width;
    const auto first = std::ranges::lower_bound(rows, part.front().second, {}, &SecondRow::second);
    const auto last = std::ranges::lower_bound(first, rows.end(), end, {}, &SecondRow::second);
    return {first - rows.begin(), last - rows.begin()};
}

template <class Value>
void replace(std::vector<Value>& values, const Place& place, const std::vector<Value>& with) {
    std::vector<Value> made;
    made.reserve(values.size() + with.size());
    made.insert(made.end(), values.begin(), values.begin() + place.first);
    made.insert(made.end(), with.begin(), with.end());
    made.insert(made.end(), values.begin() + place.last, values.end());
    values = std::move(made);
}

std::optional<history::RunId> idOf(const RunPicture& picture) {
    const std::string& text = picture.model.run.id;
    history::RunId id{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id.value);
    return error == std::errc() && !text.empty() ? std::optional(id) : std::nullopt;
}

} // namespace

RunPicture withDetail(const RunPicture& overview, run::DetailedPart part) {
    RunPicture picture = overview;
    if (part.rows.empty()) {
        return picture;
    }
    const Place place = placeOf(overview.model.seconds, part.rows);
    replace(picture.model.seconds, place, part.rows);
    for (report::RequestRow& request : picture.model.requests) {
        if (request.curve.size() == overview.model.seconds.size()) {
            report::LatencyCurve& curve = part.curves[request.name];
            curve.resize(part.rows.size()); // what did not move has no samples
            replace(request.curve, place, curve);
        }
    }
    picture.model.heat = std::move(part.heat);
    return picture;
}

history::HistoryResult<DetailedPicturePtr> loadDetailedPicture(const history::HistoryStore& store,
                                                               const RunPicturePtr& overview,
                                                               history::Window window,
                                                               const std::function<bool()>& isWanted) {
    const std::vector<SecondRow>& rows = overview->model.seconds;
    const auto run = idOf(*overview);
    if (!run || rows.empty()) {
        return nullptr;
    }
    auto part = run::loadDetail(
        store, {.run = *run, .window = window, .finerThan = rows.front().width, .isWanted = isWanted});
    if (!part) {
        return std::unexpected(std::move(part.error()));
    }
    if (part->rows.empty()) {
        return nullptr;
    }
    auto made = std::make_shared<DetailedPicture>();
    made->overview = overview;
    made->window = window; // beyond the run there is nothing that could be finer
    made->width = part->width;
    made->picture = std::make_shared<const RunPicture>(withDetail(*overview, std::move(*part)));
    return made;
}

} // namespace bw::bridge
