#include "ui/report/paper/chart_strips.h"

#include "ui/report/paper/type.h"

#include <algorithm>

namespace bw::ui_report::paper {

namespace {

constexpr double kGutter = points(14); // between charts beside each other
constexpr double kKeyGap = points(3);  // between a legend's line and its word
constexpr double kKeyScale = 0.55;     // of what the page draws on the screen
constexpr double kBetweenRows = points(12);

class LaidChart {
public:
    LaidChart(const Chart& chart, double width)
        : m_caption(chart.caption, {.size = points(8.5), .mostLines = 2}, width)
        , m_legend(chart.legend, points(7), points(9), width)
        , m_instead(chart.instead, {.size = points(8), .align = Align::Centre}, width)
        , m_picture(chart.picture) {
        if (!m_picture.isEmpty()) {
            m_size = m_picture.size * (width / m_picture.size.width());
        }
    }

    [[nodiscard]] double headHeight() const { return m_caption.height() + m_legend.height() + points(3); }
    [[nodiscard]] double pictureHeight() const { return m_size.height(); }

    // Pictures beside each other stand on one line, whatever is above them.
    void paint(QPainter& painter, QPointF topLeft, double headHeight, double pictureHeight) const {
        m_caption.paint(painter, topLeft);
        m_legend.paint(painter, topLeft + QPointF(0, m_caption.height()));
        const QPointF place = topLeft + QPointF(0, headHeight);
        if (m_picture.isEmpty()) {
            m_instead.paint(painter, place + QPointF(0, (pictureHeight - m_instead.height()) / 2));
        } else {
            paintPicture(painter, m_picture, place, m_size);
        }
    }

private:
    Lines m_caption;
    LaidItems m_legend;
    Lines m_instead;
    Picture m_picture;
    QSizeF m_size{0, points(60)};
};

Strip rowOf(const std::vector<std::shared_ptr<const LaidChart>>& charts, double step) {
    double head = 0;
    double picture = 0;
    for (const auto& chart : charts) {
        head = std::max(head, chart->headHeight());
        picture = std::max(picture, chart->pictureHeight());
    }
    Strip strip{.height = head + picture, .spaceBefore = kBetweenRows};
    strip.paint = [charts, step, head, picture](QPainter& painter, double top) {
        for (std::size_t index = 0; index < charts.size(); ++index) {
            charts[index]->paint(painter, {static_cast<double>(index) * step, top}, head, picture);
        }
    };
    return strip;
}

} // namespace

struct LaidItems::Placed {
    Picture picture;
    QSizeF pictureSize;
    Lines words;
    QPointF at;
};

LaidItems::LaidItems(const Items& items, double size, double gap, double width) {
    double x = 0;
    double y = 0;
    double lowest = 0;
    for (const Text& item : items.items) {
        const QSizeF picture = item.picture.isEmpty() ? QSizeF(0, 0) : item.picture.size * (kKeyScale * 10);
        const double indent = item.picture.isEmpty() ? 0 : picture.width() + kKeyGap;
        const Look look{.size = size};
        const double wanted = std::min(width, indent + widthOf(item, look) + 1);
        if (x > 0 && x + wanted > width) {
            x = 0;
            y = lowest;
        }
        auto placed = std::make_shared<Placed>(
            Placed{item.picture, picture, Lines(item, look, wanted - indent), {x, y}});
        lowest = std::max(lowest, y + placed->words.height());
        m_placed.push_back(std::move(placed));
        x += wanted + gap;
    }
    m_height = lowest;
}

void LaidItems::paint(QPainter& painter, QPointF topLeft) const {
    for (const auto& item : m_placed) {
        QPointF place = topLeft + item->at;
        if (!item->picture.isEmpty()) {
            const double middle = (item->words.lineHeight() - item->pictureSize.height()) / 2;
            paintPicture(painter, item->picture, place + QPointF(0, middle), item->pictureSize);
            place.rx() += item->pictureSize.width() + kKeyGap;
        }
        item->words.paint(painter, place);
    }
}

Strips chartStrips(const Charts& charts, double width) {
    Strips strips;
    std::vector<std::shared_ptr<const LaidChart>> row;
    int across = 0;
    double step = 0;
    const auto finishRow = [&] {
        if (!row.empty()) {
            strips.push_back(rowOf(row, step));
            row.clear();
        }
    };
    for (const Chart& chart : charts.charts) {
        if (chart.across != across || static_cast<int>(row.size()) == across) {
            finishRow();
            across = chart.across;
        }
        const double own = (width - (across - 1) * kGutter) / across;
        step = own + kGutter;
        row.push_back(std::make_shared<const LaidChart>(chart, own));
    }
    finishRow();
    if (!strips.empty()) {
        strips.front().spaceBefore = points(4);
    }
    return strips;
}

} // namespace bw::ui_report::paper
