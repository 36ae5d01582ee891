#include "ui/designer/outline/outline_delegate.h"

#include "ui/designer/form/marks.h"
#include "ui/designer/outline/line_painter.h"
#include "ui/designer/outline/outline_model.h"
#include "ui/theme/tokens.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>

namespace bw::designer {
namespace {

constexpr int kLine = 3 * theme::kGrid;
constexpr const char* kOldName = "oldName";

} // namespace

OutlineDelegate::OutlineDelegate(NameCheck check, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_check(std::move(check)) {}

void OutlineDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const {
    QStyleOptionViewItem ground = option;
    initStyleOption(&ground, index);
    ground.text.clear();
    ground.icon = {};
    const QStyle* style = option.widget != nullptr ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &ground, painter, option.widget);
    painter->save();
    LinePainter line(*painter, option);
    line.trouble(index.data(kTroubleRole).toInt());
    line.count(index.data(kCountRole).toInt());
    line.dot(index.data(kColourRole).toInt());
    line.note(index.data(kBadgeRole).toString());
    const bool isInner = index.parent().isValid();
    line.label(index.data().toString(), isInner ? LinePainter::Weight::Normal : LinePainter::Weight::Medium);
    painter->restore();
}

QSize OutlineDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    return {QStyledItemDelegate::sizeHint(option, index).width(), kLine};
}

QWidget* OutlineDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem& /*option*/,
                                       const QModelIndex& index) const {
    auto* editor = new QLineEdit(parent);
    editor->setAccessibleName(tr("Name"));
    editor->setProperty(kOldName, index.data());
    connect(editor, &QLineEdit::textEdited, editor, [this, editor](const QString& name) {
        markWrong(*editor, m_check(editor->property(kOldName).toString(), name));
    });
    return editor;
}

void OutlineDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                                           const QModelIndex& /*index*/) const {
    editor->setGeometry(option.rect);
}

bool OutlineDelegate::eventFilter(QObject* watched, QEvent* event) {
    auto* editor = qobject_cast<QLineEdit*>(watched);
    if (editor == nullptr || m_check(editor->property(kOldName).toString(), editor->text()).isEmpty()) {
        return QStyledItemDelegate::eventFilter(watched, event);
    }
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Tab || key == Qt::Key_Backtab) {
            return true; // stays until it can be, or Escape
        }
    } else if (event->type() == QEvent::FocusOut) {
        Q_EMIT closeEditor(editor, NoHint);
        return false;
    }
    return QStyledItemDelegate::eventFilter(watched, event);
}

} // namespace bw::designer
