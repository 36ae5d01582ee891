#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace bw::metrics {

// A tag that owns nothing: how callers name a series without allocating.
struct TagView {
    std::string_view key;
    std::string_view value;
    friend auto operator<=>(const TagView&, const TagView&) = default;
};

// Tags sorted by key, each key once. A value.
class TagSet {
public:
    using Tag = std::pair<std::string, std::string>;

    TagSet() = default;
    // In any order; of equal keys the last one counts.
    TagSet(std::initializer_list<TagView> tags);
    explicit TagSet(std::span<const TagView> tags);

    // The value of a tag, nullptr when there is none.
    [[nodiscard]] const std::string* find(std::string_view key) const;

    // Whether every tag of `filter` is here with the same value: k6's sub-metric rule.
    [[nodiscard]] bool matches(const TagSet& filter) const;

    [[nodiscard]] const std::vector<Tag>& tags() const { return m_tags; }
    [[nodiscard]] auto begin() const { return m_tags.begin(); }
    [[nodiscard]] auto end() const { return m_tags.end(); }
    [[nodiscard]] std::size_t size() const { return m_tags.size(); }
    [[nodiscard]] bool empty() const { return m_tags.empty(); }

    friend bool operator==(const TagSet&, const TagSet&) = default;
    friend auto operator<=>(const TagSet&, const TagSet&) = default;

private:
    std::vector<Tag> m_tags;
};

} // namespace bw::metrics
