#include "ui/designer/outline/outline_delegate.h"

#include "ui/designer/form/marks.h"
#include "ui/designer/outline/line_painter.h"
#include "ui/designer/outline/outline_model.h"

#include <QKeyEvent>
#include <QLineEdit>

namespace bw::designer {
namespace {

constexpr const char* kOldName = "oldName";

} // namespace

OutlineDelegate::OutlineDelegate(NameCheck check, QObject* parent)
    : LineDelegate(parent)
    , m_check(std::move(check)) {}

void OutlineDelegate::paintLine(LinePainter& line, const QModelIndex& index) const {
    const QString label = index.data().toString();
    line.trouble(index.data(kTroubleRole).toInt());
    line.count(index.data(kCountRole).toInt());
    line.dot(index.data(kColourRole).toInt());
    line.note(index.data(kBadgeRole).toString(), label);
    const bool isInner = index.parent().isValid();
    line.label(label, isInner ? LinePainter::Weight::Normal : LinePainter::Weight::Medium);
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

bool OutlineDelegate::eventFilter(QObject* watched, QEvent* event) {
    auto* editor = qobject_cast<QLineEdit*>(watched);
    if (editor == nullptr || m_check(editor->property(kOldName).toString(), editor->text()).isEmpty()) {
        return LineDelegate::eventFilter(watched, event);
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
    return LineDelegate::eventFilter(watched, event);
}

} // namespace bw::designer
