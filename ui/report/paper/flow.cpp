#include "ui/report/paper/flow.h"

namespace bw::ui_report::paper {
namespace {

class Flow {
public:
    Flow(const Strips& strips, double height)
        : m_strips(strips)
        , m_height(height) {}

    std::vector<Page> pages() {
        for (std::size_t index = 0; index < m_strips.size(); ++index) {
            place(index);
        }
        return std::move(m_pages);
    }

private:
    // Of the strip and of those it keeps with, when they follow without the space before the first.
    [[nodiscard]] double together(std::size_t index) const {
        double height = m_strips[index].height;
        while (m_strips[index].keepsWithNext && index + 1 < m_strips.size()) {
            ++index;
            height += m_strips[index].spaceBefore + m_strips[index].height;
        }
        return height;
    }

    void place(std::size_t index) {
        const Strip& strip = m_strips[index];
        const double space = isAtTop() ? 0 : strip.spaceBefore;
        const double all = together(index);
        // A chain that no page can hold is cut where the page ends.
        const double needed = all <= m_height ? all : strip.height;
        if (!isAtTop() && m_bottom + space + needed > m_height) {
            m_pages.emplace_back();
            m_bottom = 0;
        }
        if (isAtTop() && strip.repeated) {
            put(*strip.repeated);
        }
        m_bottom += isAtTop() ? 0 : strip.spaceBefore;
        put(strip);
    }

    [[nodiscard]] bool isAtTop() const { return m_pages.back().empty(); }

    void put(const Strip& strip) {
        m_pages.back().push_back({&strip, m_bottom});
        m_bottom += strip.height;
    }

    const Strips& m_strips;
    double m_height;
    double m_bottom = 0;
    std::vector<Page> m_pages{Page()};
};

} // namespace

std::vector<Page> flowed(const Strips& strips, double height) {
    return Flow(strips, height).pages();
}

} // namespace bw::ui_report::paper
