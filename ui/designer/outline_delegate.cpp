#include "ui/designer/outline_delegate.h"

#include "core/testplan/problem.h"
#include "ui/designer/marks.h"
#include "ui/designer/outline_model.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>

namespace bw::designer {
namespace {

constexpr int kLine = 3 * theme::kGrid;
constexpr int kMark = 14;
constexpr int kDot = 8;
constexpr const char* kOldName = "oldName";

// Paints a line piece by piece, from both ends towards the label.
class LinePainter {
public:
    LinePainter(QPainter& painter, const QStyleOptionViewItem& option)
        : m_painter(painter)
        , m_option(option)
        , m_tokens(theme::tokens(option.palette))
        , m_rest(option.rect.adjusted(theme::kHalfGrid, 0, -theme::kGrid, 0)) {
        m_small.setPointSizeF(option.font.pointSizeF() * 0.85);
    }

    void paint(const QModelIndex& index) {
        trouble(index.data(kTroubleRole).toInt());
        count(index.data(kCountRole).toInt());
        const bool isStep = index.data(kNodeKindRole).toInt() == static_cast<int>(NodeKind::Step);
        dot(index.data(kColourRole).toInt());
        badge(index.data(kBadgeRole).toString(), isStep ? Qt::AlignLeft : Qt::AlignRight);
        label(index.data().toString(), index.parent().isValid());
    }

private:
    void trouble(int severity) {
        if (severity < 0) {
            return;
        }
        const bool isError = severity == static_cast<int>(testplan::Severity::Error);
        const QRect mark(m_rest.right() - kMark, m_rest.center().y() - kMark / 2, kMark, kMark);
        theme::icon(isError ? QStringLiteral("fail") : QStringLiteral("warning"),
                    isError ? theme::Ink::Bad : theme::Ink::Warning)
            .paint(&m_painter, mark);
        m_rest.setRight(mark.left() - theme::kHalfGrid);
    }

    void count(int count) {
        if (count >= 0) {
            const QString text = QString::number(count);
            const int width = m_option.fontMetrics.horizontalAdvance(text);
            m_painter.setPen(m_tokens.muted);
            m_painter.setFont(m_option.font);
            m_painter.drawText(m_rest, Qt::AlignRight | Qt::AlignVCenter, text);
            m_rest.setRight(m_rest.right() - width - theme::kGrid);
        }
    }

    void dot(int number) {
        if (number < 0) {
            return;
        }
        const auto colours = m_tokens.scenario.size();
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(m_tokens.scenario[static_cast<std::size_t>(number) % colours]);
        m_painter.drawRoundedRect(
            QRectF(m_rest.left() + 1, m_rest.center().y() - kDot / 2.0 + 0.5, kDot, kDot), 2, 2);
        m_rest.setLeft(m_rest.left() + kDot + theme::kGrid);
    }

    void badge(const QString& text, Qt::AlignmentFlag side) {
        if (text.isEmpty()) {
            return;
        }
        const QFontMetrics metrics(m_small);
        const int room = m_rest.width() * 6 / 10;
        const QString shown = metrics.elidedText(text, Qt::ElideRight, room);
        const int width = metrics.horizontalAdvance(shown) + (side == Qt::AlignLeft ? theme::kGrid : 0);
        QRect box(0, 0, width, metrics.height() + 2);
        box.moveCenter(m_rest.center());
        m_painter.setFont(m_small);
        if (side == Qt::AlignLeft) {
            box.moveLeft(m_rest.left());
            m_painter.setPen(m_tokens.line);
            m_painter.setBrush(m_tokens.raised);
            m_painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
            m_rest.setLeft(box.right() + theme::kGrid - 1);
        } else {
            box.moveRight(m_rest.right());
            m_rest.setRight(box.left() - theme::kGrid);
        }
        m_painter.setPen(m_tokens.muted);
        m_painter.drawText(box, Qt::AlignCenter, shown);
    }

    void label(const QString& text, bool isInner) {
        QFont font = m_option.font;
        font.setWeight(isInner ? QFont::Normal : QFont::Medium);
        m_painter.setFont(font);
        m_painter.setPen(m_tokens.text);
        m_painter.drawText(m_rest, Qt::AlignLeft | Qt::AlignVCenter,
                           QFontMetrics(font).elidedText(text, Qt::ElideMiddle, m_rest.width()));
    }

    QPainter& m_painter;
    const QStyleOptionViewItem& m_option;
    const theme::Tokens& m_tokens;
    QRect m_rest;
    QFont m_small = m_option.font;
};

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
    painter->setRenderHint(QPainter::Antialiasing);
    LinePainter(*painter, option).paint(index);
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
