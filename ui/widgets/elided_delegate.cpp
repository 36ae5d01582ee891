#include "ui/widgets/elided_delegate.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QToolTip>

namespace bw::widgets {

void ElidedDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const {
    QStyledItemDelegate::initStyleOption(option, index);
    option->textElideMode = Qt::ElideMiddle;
    // The row is marked as a whole; a frame around one cell says nothing in a table that selects rows.
    option->state &= ~QStyle::State_HasFocus;
}

bool ElidedDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                               const QModelIndex& index) {
    const bool hasOwn = !index.data(Qt::ToolTipRole).toString().isEmpty();
    if (event->type() == QEvent::ToolTip && !hasOwn) {
        const QString text = index.data().toString();
        const bool isCut = sizeHint(option, index).width() > option.rect.width();
        QToolTip::showText(event->globalPos(), isCut ? text : QString(), view);
        return true;
    }
    return QStyledItemDelegate::helpEvent(event, view, option, index);
}

} // namespace bw::widgets
