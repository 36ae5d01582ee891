#include "ui/designer/flow/step_delegate.h"

#include "ui/designer/outline/line_painter.h"
#include "ui/designer/outline/outline_model.h"

#include <QApplication>
#include <QLineEdit>

namespace bw::designer {
namespace {

constexpr double kPale = 0.4;

bool isRequest(const QString& badge) {
    return !badge.isEmpty() && badge == badge.toUpper();
}

} // namespace

bool StepDelegate::isMeant(const QModelIndex& index, const QString& words) {
    return words.isEmpty() || index.data().toString().contains(words, Qt::CaseInsensitive) ||
           index.data(kBadgeRole).toString().contains(words, Qt::CaseInsensitive);
}

void StepDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const {
    QStyleOptionViewItem ground = option;
    initStyleOption(&ground, index);
    ground.text.clear();
    ground.icon = {};
    const QStyle* style = option.widget != nullptr ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &ground, painter, option.widget);
    painter->save();
    painter->setOpacity(isMeant(index, m_words) ? 1 : kPale);
    LinePainter line(*painter, option);
    const theme::Tokens& t = line.tokens();
    const bool isList = index.data(kNodeKindRole).toInt() == static_cast<int>(NodeKind::StepList);
    line.trouble(index.data(kTroubleRole).toInt());
    line.count(index.data(kCountRole).toInt());
    line.note(index.data(kDetailsRole).toString());
    if (isList) {
        line.label(index.data().toString(), LinePainter::Weight::Normal, t.muted);
    } else {
        const bool isDisabled = index.data(kDisabledRole).toBool();
        const QString badge = index.data(kBadgeRole).toString();
        line.badge(badge, isDisabled ? t.muted : isRequest(badge) ? t.accent : t.text);
        line.label(index.data().toString(), LinePainter::Weight::Normal, isDisabled ? t.muted : t.text);
    }
    painter->restore();
}

QSize StepDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    return {QStyledItemDelegate::sizeHint(option, index).width(), 3 * theme::kGrid};
}

QWidget* StepDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem& /*option*/,
                                    const QModelIndex& /*index*/) const {
    auto* editor = new QLineEdit(parent);
    editor->setAccessibleName(tr("Name"));
    return editor;
}

void StepDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                                        const QModelIndex& /*index*/) const {
    editor->setGeometry(option.rect);
}

} // namespace bw::designer
