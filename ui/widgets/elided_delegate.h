#pragma once

#include <QStyledItemDelegate>

namespace bw::widgets {

// Long text is cut in its middle, where names differ least; the whole of it is in the tool tip.
class ElidedDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;
};

} // namespace bw::widgets
