#include "ui/bridge/detailed_picture.h"

#include "core/run/detailed_part.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace bw::bridge {
namespace {

using report::Column;
using report::SecondRow;

// Where the part goes: before `first` and from `last` on rows of the overview stay.
struct Place {
    std::size_t first = 0;
    std::size_t last = 0;
};

Place placeOf(const Column<SecondRow>& rows, const Column<SecondRow>& part) {
    const std::int64_t end = part.back().second + part.back().width;
    const auto isBefore = [](const SecondRow& row, std::int64_t second) { return row.second < second; };
    const auto first = std::lower_bound(rows.begin(), rows.end(), part[0].second, isBefore);
    const auto last = std::lower_bound(first, rows.end(), end, isBefore);
    return {static_cast<std::size_t>(first - rows.begin()), static_cast<std::size_t>(last - rows.begin())};
}

// Values beside rows, of which `count` come in. Where nothing moved meanwhile there are none of them.
template <class Value>
void replace(Column<Value>& values, const Place& place, const Column<Value>& with, std::size_t count) {
    Column<Value> made;
    for (std::size_t i = 0; i < place.first; ++i) {
        made.push_back(values[i]);
    }
    for (std::size_t i = 0; i < count; ++i) {
        made.push_back(i < with.size() ? with[i] : Value());
    }
    for (std::size_t i = place.last; i < values.size(); ++i) {
        made.push_back(values[i]);
    }
    values = std::move(made);
}

// Of each curve what the part has of its like, by `key`.
template <class Curve, class Key>
void replaceMoments(std::vector<Curve>& curves, const Place& place, const std::vector<Curve>& parts,
                    std::size_t count, Key key) {
    for (Curve& curve : curves) {
        const auto found = std::ranges::find(parts, curve.*key, key);
        replace(curve.moments, place, found != parts.end() ? found->moments : decltype(curve.moments)(),
                count);
    }
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
    const std::size_t count = part.rows.size();
    replace(picture.model.seconds, place, part.rows, count);
    for (report::RequestRow& request : picture.model.requests) {
        if (request.curve.size() == overview.model.seconds.size()) {
            replace(request.curve, place, part.curves[request.name], count);
        }
    }
    replaceMoments(picture.model.processes, place, part.processes, count, &report::ProcessCurve::name);
    replaceMoments(picture.model.failures, place, part.failures, count, &report::FailureCurve::kind);
    picture.model.heat = std::move(part.heat);
    return picture;
}

history::HistoryResult<DetailedPicturePtr> loadDetailedPicture(const history::HistoryStore& store,
                                                               const RunPicturePtr& overview,
                                                               history::Window window,
                                                               const std::function<bool()>& isWanted) {
    const Column<SecondRow>& rows = overview->model.seconds;
    const auto run = idOf(*overview);
    if (!run || rows.empty()) {
        return nullptr;
    }
    auto part = run::loadDetail(
        store, {.run = *run, .window = window, .finerThan = rows[0].width, .isWanted = isWanted});
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
