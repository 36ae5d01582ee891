#pragma once

#include <QStyledItemDelegate>

namespace bw::history_view {

// A run's response times over its length, as small as a cell: what HistoryModel has under kCurveRole.
class SparkDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
};

} // namespace bw::history_view
