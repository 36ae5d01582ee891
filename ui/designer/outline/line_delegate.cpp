#include "ui/designer/outline/line_delegate.h"

#include "ui/designer/outline/line_painter.h"
#include "ui/theme/tokens.h"

#include <QApplication>
#include <QPainter>

namespace bw::designer {

void LineDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const {
    QStyleOptionViewItem ground = option;
    initStyleOption(&ground, index);
    ground.text.clear();
    ground.icon = {};
    const QStyle* style = option.widget != nullptr ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &ground, painter, option.widget);
    painter->save();
    painter->setOpacity(opacity(index));
    LinePainter line(*painter, option);
    paintLine(line, index);
    painter->restore();
}

QSize LineDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    return {QStyledItemDelegate::sizeHint(option, index).width(), 3 * theme::kGrid};
}

void LineDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                                        const QModelIndex& /*index*/) const {
    editor->setGeometry(option.rect);
}

} // namespace bw::designer
