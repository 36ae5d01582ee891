#pragma once

#include <QStyledItemDelegate>

namespace bw::designer {

class LinePainter;

// A line of a tree that a LinePainter paints over the style's ground; its editor fills it.
class LineDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const final;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const override;

protected:
    virtual void paintLine(LinePainter& line, const QModelIndex& index) const = 0;
    // 1: as it is.
    [[nodiscard]] virtual double opacity(const QModelIndex& /*index*/) const { return 1; }
};

} // namespace bw::designer
