#include "core/base/nearest.h"

#include <algorithm>
#include <vector>

namespace bw {
namespace {

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// Optimal string alignment distance.
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) {
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                d[i][j] = i + j;
                continue;
            }
            const std::size_t cost = lower(a[i - 1]) == lower(b[j - 1]) ? 0 : 1;
            d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + cost});
            if (i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) && lower(a[i - 2]) == lower(b[j - 1])) {
                d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
            }
        }
    }
    return d[a.size()][b.size()];
}

template <class Text>
std::string_view nearestOf(std::string_view name, std::span<const Text> candidates) {
    constexpr std::size_t kLongestName =
        64; // nobody mistypes more, and a hostile file gets no quadratic work
    if (name.empty() || name.size() > kLongestName) {
        return {};
    }
    std::string_view best;
    std::size_t bestDistance = 0;
    for (const Text& candidate : candidates) {
        const std::string_view text = candidate;
        if (text.size() > kLongestName) {
            continue;
        }
        const std::size_t allowed = std::max<std::size_t>(1, std::max(name.size(), text.size()) / 3);
        const std::size_t found = distance(name, text);
        if (found <= allowed && (best.empty() || found < bestDistance)) {
            best = text;
            bestDistance = found;
        }
    }
    return best;
}

} // namespace

std::string_view nearest(std::string_view name, std::span<const std::string_view> candidates) {
    return nearestOf(name, candidates);
}

std::string_view nearest(std::string_view name, std::span<const std::string> candidates) {
    return nearestOf(name, candidates);
}

} // namespace bw
