#include "ui/charts/flow_layout.h"

#include <algorithm>

namespace bw::charts {

FlowLayout::FlowLayout(QWidget* parent)
    : QLayout(parent) {
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout() {
    qDeleteAll(m_items);
}

void FlowLayout::addItem(QLayoutItem* item) {
    m_items.append(item);
}

QLayoutItem* FlowLayout::itemAt(int index) const {
    return m_items.value(index);
}

QLayoutItem* FlowLayout::takeAt(int index) {
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

QList<FlowLayout::Line> FlowLayout::linesWithin(int width) const {
    QList<Line> lines;
    int room = 0;
    for (QLayoutItem* item : m_items) {
        const int wanted = item->sizeHint().width();
        if (lines.isEmpty() || wanted > room) {
            lines.append(Line());
            room = width;
        }
        lines.back().append(item);
        room -= wanted;
    }
    return lines;
}

int FlowLayout::heightOf(const Line& line) {
    int height = 0;
    for (const QLayoutItem* item : line) {
        height = std::max(height, item->sizeHint().height());
    }
    return height;
}

int FlowLayout::widthOf(const Line& line) {
    int width = 0;
    for (const QLayoutItem* item : line) {
        width += item->sizeHint().width();
    }
    return width;
}

QSize FlowLayout::sizeHint() const {
    return {widthOf(m_items), heightOf(m_items)};
}

QSize FlowLayout::minimumSize() const {
    QSize size;
    for (const QLayoutItem* item : m_items) {
        size = size.expandedTo(item->sizeHint());
    }
    return size;
}

int FlowLayout::heightForWidth(int width) const {
    int height = 0;
    for (const Line& line : linesWithin(width)) {
        height += heightOf(line);
    }
    return height;
}

void FlowLayout::setGeometry(const QRect& rect) {
    QLayout::setGeometry(rect);
    int top = rect.top();
    for (const Line& line : linesWithin(rect.width())) {
        int left = rect.left() + std::max(0, rect.width() - widthOf(line));
        for (QLayoutItem* item : line) {
            // An item wider than all there is gets what there is.
            const QSize size(std::min(item->sizeHint().width(), rect.width()), item->sizeHint().height());
            item->setGeometry(QRect(QPoint(left, top), size));
            left += size.width();
        }
        top += heightOf(line);
    }
}

} // namespace bw::charts
