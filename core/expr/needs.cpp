#include "core/expr/needs.h"

#include <algorithm>

namespace bw::expr {
namespace {

template <class T>
void mergeSorted(std::vector<T>& into, const std::vector<T>& more) {
    into.insert(into.end(), more.begin(), more.end());
    std::ranges::sort(into);
    const auto repeated = std::ranges::unique(into);
    into.erase(repeated.begin(), repeated.end());
}

} // namespace

void Needs::merge(const Needs& other) {
    response |= other.response;
    body |= other.body;
    json |= other.json;
    headers |= other.headers;
    cookies |= other.cookies;
    random |= other.random;
    now |= other.now;
    mergeSorted(slots, other.slots);
    mergeSorted(feeds, other.feeds);
    mergeSorted(secrets, other.secrets);
}

} // namespace bw::expr
