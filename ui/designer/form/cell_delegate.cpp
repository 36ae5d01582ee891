#include "ui/designer/form/cell_delegate.h"

#include "core/testplan/problem.h"
#include "ui/designer/form/completion.h"
#include "ui/designer/form/marks.h"
#include "ui/designer/form/plan_table.h"
#include "ui/theme/tokens.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPainter>

#include <limits>

namespace bw::designer {
namespace {

// The style's own is hardly seen on a dark ground.
void paintFlag(QPainter& painter, const QRect& box, bool isSet, const theme::Tokens& t) {
    constexpr double kSide = 14;
    QRectF square(0, 0, kSide, kSide);
    square.moveCenter(QRectF(box).center());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(isSet ? t.accent : t.muted);
    painter.setBrush(isSet ? t.accent : t.sunken);
    painter.drawRoundedRect(square, 3, 3);
    if (isSet) {
        const QPointF corner = square.topLeft();
        painter.setPen(QPen(t.onAccent, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        const QPolygonF tick{corner + QPointF(3.5, 7.2), corner + QPointF(6, 9.8),
                             corner + QPointF(10.5, 4.4)};
        painter.drawPolyline(tick);
    }
    painter.restore();
}

// The wave that a text edit draws under what is wrong, in the part of a cell's text that is in sight.
void underlinePiece(QPainter& painter, const QStyleOptionViewItem& cell, const QRect& room, QPoint piece,
                    const QColor& ink) {
    constexpr double kWave = 2;
    const QFontMetricsF metrics(cell.fontMetrics);
    const double margin = QApplication::style()->pixelMetric(QStyle::PM_FocusFrameHMargin) + 1;
    const double whole = metrics.horizontalAdvance(cell.text);
    const bool isRight = cell.displayAlignment.testFlag(Qt::AlignRight);
    const double left = isRight ? room.right() + 1 - margin - whole : room.left() + margin;
    const double from = left + metrics.horizontalAdvance(cell.text.left(piece.x()));
    const double to = left + metrics.horizontalAdvance(cell.text.left(piece.x() + piece.y()));
    const double base = room.center().y() + metrics.height() / 2 + 1;
    QPolygonF wave;
    for (double x = from; x <= to + kWave; x += kWave) {
        wave << QPointF(x, base + (wave.size() % 2 == 0 ? kWave / 2 : -kWave / 2));
    }
    painter.setClipRect(room.adjusted(1, 0, -1, 0), Qt::IntersectClip);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(ink, 1));
    painter.drawPolyline(wave);
}

} // namespace

void CellDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const {
    QStyledItemDelegate::initStyleOption(option, index);
    const QString hint = index.data(kHintRole).toString();
    if (option->text.isEmpty() && !hint.isEmpty()) {
        option->text = hint;
        const QColor muted = theme::tokens(option->palette).muted;
        option->palette.setColor(QPalette::Text, muted);
        option->palette.setColor(QPalette::HighlightedText, muted);
        option->features |= QStyleOptionViewItem::HasDisplay;
    }
}

void CellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const {
    const theme::Tokens& t = theme::tokens(option.palette);
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QStyle& style = option.widget != nullptr ? *option.widget->style() : *QApplication::style();
    const QRect box = style.subElementRect(QStyle::SE_ItemViewItemCheckIndicator, &cell, option.widget);
    const bool isFlag = cell.features.testFlag(QStyleOptionViewItem::HasCheckIndicator);
    cell.features.setFlag(QStyleOptionViewItem::HasCheckIndicator, false);
    style.drawControl(QStyle::CE_ItemViewItem, &cell, painter, option.widget);
    painter->save();
    if (isFlag) {
        paintFlag(*painter, box, cell.checkState == Qt::Checked, t);
    }
    painter->setPen(t.line);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    if (index.column() + 1 < index.model()->columnCount()) {
        painter->drawLine(option.rect.topRight(), option.rect.bottomRight());
    }
    const int severity = index.data(kSeverityRole).toInt();
    if (severity >= 0) {
        painter->setPen(severity == static_cast<int>(testplan::Severity::Error) ? t.bad : t.warning);
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
        if (const QPoint piece = index.data(kPieceRole).toPoint(); piece.y() > 0) {
            const QRect room = style.subElementRect(QStyle::SE_ItemViewItemText, &cell, option.widget);
            underlinePiece(*painter, cell, room, piece, painter->pen().color());
        }
    }
    painter->restore();
}

QWidget* CellDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                                    const QModelIndex& index) const {
    const QString name = index.model()->headerData(index.column(), Qt::Horizontal).toString();
    const QStringList choices = index.data(kChoicesRole).toStringList();
    if (choices.isEmpty()) {
        auto* line = new QLineEdit(parent);
        line->setAccessibleName(name);
        line->setMaxLength(std::numeric_limits<int>::max());
        line->setPlaceholderText(index.data(kHintRole).toString());
        line->setAlignment(Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt()));
        const auto language = static_cast<Language>(index.data(kLanguageRole).toInt());
        const auto* table = qobject_cast<const PlanTable*>(index.model());
        if (language != Language::Plain && table != nullptr) {
            complete(*line, language, [table] { return completionWords(table->document()); });
        }
        return line;
    }
    (void)option;
    auto* box = new QComboBox(parent);
    box->setAccessibleName(name);
    box->addItems(choices);
    connect(box, &QComboBox::activated, this, [this, box] {
        auto* self = const_cast<CellDelegate*>(this);
        Q_EMIT self->commitData(box);
        Q_EMIT self->closeEditor(box);
    });
    return box;
}

void CellDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const {
    const QString text = index.data(Qt::EditRole).toString();
    if (auto* line = qobject_cast<QLineEdit*>(editor)) {
        line->setText(text);
        underline(*line, index.data(kPieceRole).toPoint());
    } else if (auto* box = qobject_cast<QComboBox*>(editor)) {
        box->setCurrentText(text);
    }
}

void CellDelegate::setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const {
    if (auto* line = qobject_cast<QLineEdit*>(editor)) {
        model->setData(index, line->text(), Qt::EditRole);
    } else if (auto* box = qobject_cast<QComboBox*>(editor)) {
        model->setData(index, box->currentText(), Qt::EditRole);
    }
}

void CellDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                                        const QModelIndex& /*index*/) const {
    editor->setGeometry(option.rect);
}

} // namespace bw::designer
