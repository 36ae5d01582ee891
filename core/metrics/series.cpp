#include "core/metrics/series.h"

#include <algorithm>
#include <array>
#include <functional>
#include <string_view>

namespace bw::metrics {

namespace {

constexpr std::size_t kStackTags = 24;

std::uint64_t hashOf(MetricId metric, std::span<const TagView> tags) {
    const auto mix = [](std::uint64_t seed, std::uint64_t value) {
        seed ^= value + 0x9e3779b97f4a7c15ULL + (seed << 12) + (seed >> 4);
        return seed * 0xbf58476d1ce4e5b9ULL;
    };
    std::uint64_t hash = mix(0, metric.value);
    for (const TagView& tag : tags) {
        hash = mix(hash, std::hash<std::string_view>()(tag.key));
        hash = mix(hash, std::hash<std::string_view>()(tag.value));
    }
    return hash ^ (hash >> 29);
}

bool isSame(const Series& series, MetricId metric, std::span<const TagView> tags) {
    return series.metric == metric &&
           std::ranges::equal(series.tags, tags, [](const TagSet::Tag& a, const TagView& b) {
               return a.first == b.key && a.second == b.value;
           });
}

// Strictly ascending keys: sorted, and none twice.
bool isSorted(std::span<const TagView> tags) {
    return std::ranges::adjacent_find(tags, std::ranges::greater_equal(), &TagView::key) == tags.end();
}

// Sorts by key into `sorted`, of equal keys the last one stays; returns how many there are. An insertion
// sort: tags are few.
std::size_t sortInto(std::span<const TagView> tags, std::span<TagView> sorted) {
    std::size_t count = 0;
    for (const TagView& tag : tags) {
        const auto end = sorted.begin() + static_cast<std::ptrdiff_t>(count);
        const auto place = std::lower_bound(
            sorted.begin(), end, tag.key, [](const TagView& a, std::string_view key) { return a.key < key; });
        if (place != end && place->key == tag.key) {
            place->value = tag.value;
            continue;
        }
        std::move_backward(place, end, end + 1);
        *place = tag;
        ++count;
    }
    return count;
}

} // namespace

SeriesTable::SeriesTable(std::size_t limit)
    : m_limit(limit)
    , m_cells(64) {}

std::uint32_t SeriesTable::intern(MetricId metric, std::span<const TagView> tags) {
    if (isSorted(tags))
        return internSorted(metric, tags);
    if (tags.size() <= kStackTags) {
        std::array<TagView, kStackTags> sorted;
        const std::size_t count = sortInto(tags, sorted);
        return internSorted(metric, std::span(sorted).first(count));
    }
    std::vector<TagView> sorted(tags.size());
    sorted.resize(sortInto(tags, sorted));
    return internSorted(metric, sorted);
}

std::uint32_t SeriesTable::intern(const Series& series) {
    std::vector<TagView> tags;
    tags.reserve(series.tags.size());
    for (const auto& [key, value] : series.tags)
        tags.push_back({key, value});
    return internSorted(series.metric, tags);
}

std::uint32_t SeriesTable::internSorted(MetricId metric, std::span<const TagView> tags) {
    const std::uint64_t hash = hashOf(metric, tags);
    if (const Cell& cell = cellFor(hash, metric, tags); cell.index != kNone)
        return cell.index;
    if (tags.size() == 1 && tags.front() == kOtherTag)
        return overflow(metric);
    if (m_ordinary >= m_limit) {
        ++m_overflowed;
        return overflow(metric);
    }
    ++m_ordinary;
    return append(metric, tags);
}

std::uint32_t SeriesTable::overflow(MetricId metric) {
    if (metric.value >= m_others.size())
        m_others.resize(metric.value + std::size_t{1}, kNone);
    if (m_others[metric.value] == kNone)
        m_others[metric.value] = append(metric, {&kOtherTag, 1});
    return m_others[metric.value];
}

std::uint32_t SeriesTable::append(MetricId metric, std::span<const TagView> tags) {
    if ((m_series.size() + 1) * 2 > m_cells.size())
        grow();
    const std::uint64_t hash = hashOf(metric, tags);
    const auto index = static_cast<std::uint32_t>(m_series.size());
    m_series.push_back({metric, TagSet(tags)});
    cellFor(hash, metric, tags) = {hash, index};
    return index;
}

SeriesTable::Cell& SeriesTable::cellFor(std::uint64_t hash, MetricId metric, std::span<const TagView> tags) {
    const std::size_t mask = m_cells.size() - 1;
    for (std::size_t place = hash & mask;; place = (place + 1) & mask) {
        Cell& cell = m_cells[place];
        if (cell.index == kNone || (cell.hash == hash && isSame(m_series[cell.index], metric, tags)))
            return cell;
    }
}

void SeriesTable::grow() {
    std::vector<Cell> old(m_cells.size() * 2);
    old.swap(m_cells);
    const std::size_t mask = m_cells.size() - 1;
    for (const Cell& cell : old) {
        if (cell.index == kNone)
            continue;
        std::size_t place = cell.hash & mask;
        while (m_cells[place].index != kNone)
            place = (place + 1) & mask;
        m_cells[place] = cell;
    }
}

} // namespace bw::metrics
