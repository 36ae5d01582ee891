#include "ui/designer/cell_delegate.h"

#include "core/testplan/problem.h"
#include "ui/designer/plan_table.h"
#include "ui/theme/tokens.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPainter>

namespace bw::designer {

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
    QStyledItemDelegate::paint(painter, option, index);
    const int severity = index.data(kSeverityRole).toInt();
    if (severity < 0) {
        return;
    }
    const theme::Tokens& t = theme::tokens(option.palette);
    painter->setPen(severity == static_cast<int>(testplan::Severity::Error) ? t.bad : t.warning);
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
}

QWidget* CellDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                                    const QModelIndex& index) const {
    const QString name = index.model()->headerData(index.column(), Qt::Horizontal).toString();
    const QStringList choices = index.data(kChoicesRole).toStringList();
    if (choices.isEmpty()) {
        auto* line = new QLineEdit(parent);
        line->setAccessibleName(name);
        line->setPlaceholderText(index.data(kHintRole).toString());
        line->setAlignment(Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt()));
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
