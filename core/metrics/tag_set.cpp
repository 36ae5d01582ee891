#include "core/metrics/tag_set.h"

#include <algorithm>

namespace bw::metrics {

TagSet::TagSet(std::initializer_list<TagView> tags)
    : TagSet(std::span(tags.begin(), tags.size())) {}

TagSet::TagSet(std::span<const TagView> tags) {
    // Sorted by key and place, so that the last of equal keys is known without a stable sort's buffer.
    std::vector<std::pair<std::string_view, std::size_t>> order;
    order.reserve(tags.size());
    for (std::size_t i = 0; i < tags.size(); ++i)
        order.emplace_back(tags[i].key, i);
    std::ranges::sort(order);
    m_tags.reserve(tags.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        if (i + 1 == order.size() || order[i + 1].first != order[i].first)
            m_tags.emplace_back(order[i].first, tags[order[i].second].value);
}

const std::string* TagSet::find(std::string_view key) const {
    const auto found = std::ranges::lower_bound(m_tags, key, {}, &Tag::first);
    return found != m_tags.end() && found->first == key ? &found->second : nullptr;
}

bool TagSet::matches(const TagSet& filter) const {
    return std::ranges::includes(m_tags, filter.m_tags);
}

} // namespace bw::metrics
