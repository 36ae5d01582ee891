#pragma once

#include <cstdint>
#include <functional>

namespace bw {

// A small integer that stands for one kind of thing only: ids of different tags do not mix.
template <class Tag, class Rep = std::uint32_t>
struct Id {
    Rep value = 0;

    friend auto operator<=>(const Id&, const Id&) = default;
};

} // namespace bw

template <class Tag, class Rep>
struct std::hash<bw::Id<Tag, Rep>> {
    std::size_t operator()(const bw::Id<Tag, Rep>& id) const noexcept { return std::hash<Rep>()(id.value); }
};
