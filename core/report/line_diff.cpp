#include "core/report/line_diff.h"

#include <algorithm>
#include <cstddef>

namespace bw::report {
namespace {

using Lines = std::vector<std::string_view>;

constexpr std::ptrdiff_t kMostSteps = 2000; // removed and added together; memory grows with its square

Lines linesOf(std::string_view text) {
    Lines lines;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        lines.push_back(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return lines;
}

// The middles of both texts, and the way through them.
class Middle {
public:
    Middle(Lines before, Lines after)
        : m_before(std::move(before))
        , m_after(std::move(after)) {}

    std::vector<DiffLine> diff() {
        const std::ptrdiff_t steps = countSteps();
        std::vector<DiffLine> lines;
        if (steps < 0) {
            for (const std::string_view line : m_before) {
                lines.push_back({LineFate::Removed, std::string(line)});
            }
            for (const std::string_view line : m_after) {
                lines.push_back({LineFate::Added, std::string(line)});
            }
            return lines;
        }
        return wayBack(steps);
    }

private:
    // How far along each diagonal (x − y) so many steps lead; the array's middle is diagonal 0.
    using Reach = std::vector<std::ptrdiff_t>;

    [[nodiscard]] static bool comesFromAbove(const Reach& reach, std::ptrdiff_t diagonal,
                                             std::ptrdiff_t step) {
        const auto at = [&](std::ptrdiff_t k) { return reach[static_cast<std::size_t>(k + step)]; };
        return diagonal == -step || (diagonal != step && at(diagonal - 1) < at(diagonal + 1));
    }

    // The number of removed and added lines; -1: too many.
    std::ptrdiff_t countSteps() {
        const auto width = static_cast<std::ptrdiff_t>(m_before.size());
        const auto height = static_cast<std::ptrdiff_t>(m_after.size());
        Reach before; // of the step before, with a place more at each side
        for (std::ptrdiff_t step = 0; step <= std::min(kMostSteps, width + height); ++step) {
            // Diagonals -step-1 … step+1, so that the next step finds its neighbours.
            Reach now(static_cast<std::size_t>(2 * step + 3), -1);
            for (std::ptrdiff_t diagonal = -step; diagonal <= step; diagonal += 2) {
                std::ptrdiff_t x = 0;
                if (step > 0) {
                    const auto old = [&](std::ptrdiff_t k) {
                        return before[static_cast<std::size_t>(k + step)];
                    };
                    x = comesFromAbove(before, diagonal, step) ? old(diagonal + 1) : old(diagonal - 1) + 1;
                }
                std::ptrdiff_t y = x - diagonal;
                while (x >= 0 && y >= 0 && x < width && y < height &&
                       m_before[static_cast<std::size_t>(x)] == m_after[static_cast<std::size_t>(y)]) {
                    ++x;
                    ++y;
                }
                now[static_cast<std::size_t>(diagonal + step + 1)] = x;
                if (x >= width && y >= height) {
                    m_reaches.push_back(std::move(before));
                    return step;
                }
            }
            m_reaches.push_back(std::move(before));
            before = std::move(now);
        }
        return -1;
    }

    std::vector<DiffLine> wayBack(std::ptrdiff_t steps) {
        std::vector<DiffLine> lines; // from the last to the first
        auto x = static_cast<std::ptrdiff_t>(m_before.size());
        auto y = static_cast<std::ptrdiff_t>(m_after.size());
        for (std::ptrdiff_t step = steps; step > 0; --step) {
            const Reach& reach = m_reaches[static_cast<std::size_t>(step)];
            const std::ptrdiff_t diagonal = x - y;
            const bool isAdded = comesFromAbove(reach, diagonal, step);
            const std::ptrdiff_t from = isAdded ? diagonal + 1 : diagonal - 1;
            const std::ptrdiff_t fromX = reach[static_cast<std::size_t>(from + step)];
            const std::ptrdiff_t fromY = fromX - from;
            while (x > fromX + (isAdded ? 0 : 1)) {
                keep(lines, --x);
            }
            lines.push_back(
                isAdded
                    ? DiffLine{LineFate::Added, std::string(m_after[static_cast<std::size_t>(fromY)])}
                    : DiffLine{LineFate::Removed, std::string(m_before[static_cast<std::size_t>(fromX)])});
            x = fromX;
            y = fromY;
        }
        while (x > 0) {
            keep(lines, --x);
        }
        std::ranges::reverse(lines);
        return lines;
    }

    void keep(std::vector<DiffLine>& lines, std::ptrdiff_t x) const {
        lines.push_back({LineFate::Kept, std::string(m_before[static_cast<std::size_t>(x)])});
    }

    Lines m_before;
    Lines m_after;
    std::vector<Reach> m_reaches; // what each step began with
};

} // namespace

std::vector<DiffLine> lineDiff(std::string_view before, std::string_view after) {
    Lines left = linesOf(before);
    Lines right = linesOf(after);
    const auto [leftEnd, rightEnd] = std::ranges::mismatch(left, right);
    const auto head = static_cast<std::size_t>(leftEnd - left.begin());
    std::size_t tail = 0;
    while (head + tail < std::min(left.size(), right.size()) &&
           left[left.size() - 1 - tail] == right[right.size() - 1 - tail]) {
        ++tail;
    }
    std::vector<DiffLine> lines;
    for (std::size_t i = 0; i < head; ++i) {
        lines.push_back({LineFate::Kept, std::string(left[i])});
    }
    const auto middle = [&](const Lines& all) {
        return Lines(all.begin() + static_cast<std::ptrdiff_t>(head),
                     all.end() - static_cast<std::ptrdiff_t>(tail));
    };
    std::ranges::move(Middle(middle(left), middle(right)).diff(), std::back_inserter(lines));
    for (std::size_t i = left.size() - tail; i < left.size(); ++i) {
        lines.push_back({LineFate::Kept, std::string(left[i])});
    }
    return lines;
}

} // namespace bw::report
