#pragma once

#include "ui/report/paper/page_blocks.h"
#include "ui/report/paper/strip.h"

namespace bw::ui_report::paper {

// Charts beside each other, a strip for each such row.
[[nodiscard]] Strips chartStrips(const Charts& charts, double width);

// Short texts one after the other on as many lines as they need.
class LaidItems {
public:
    LaidItems(const Items& items, double size, double gap, double width);
    [[nodiscard]] double height() const { return m_height; }
    void paint(QPainter& painter, QPointF topLeft) const;

private:
    struct Placed;
    std::vector<std::shared_ptr<const Placed>> m_placed;
    double m_height = 0;
};

} // namespace bw::ui_report::paper
