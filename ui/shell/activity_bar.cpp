#include "ui/shell/activity_bar.h"

#include "ui/theme/tokens.h"

#include <QAction>
#include <QMenu>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace bw::shell {
namespace {

constexpr int kWidth = 84;
constexpr int kIconSide = 20;

} // namespace

ActivityBar::ActivityBar(QWidget* parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this)) {
    setFixedWidth(kWidth);
    setAccessibleName(tr("Views"));
    m_column->setContentsMargins(theme::kHalfGrid, theme::kGrid, theme::kHalfGrid, theme::kGrid);
    m_column->setSpacing(theme::kHalfGrid);
    m_column->addStretch();
}

QToolButton* ActivityBar::makeButton(QAction* action) {
    auto* button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    button->setIconSize({kIconSide, kIconSide});
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    button->setFocusPolicy(Qt::TabFocus);
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.85);
    button->setFont(small);
    button->setToolTip(action->text() + QStringLiteral("  ") +
                       action->shortcut().toString(QKeySequence::NativeText));
    return button;
}

void ActivityBar::addView(QAction* action) {
    m_column->insertWidget(m_views++, makeButton(action));
}

void ActivityBar::addTool(QAction* action) {
    m_column->addWidget(makeButton(action));
}

void ActivityBar::addMenu(const QString& text, const QIcon& icon, QMenu* menu) {
    auto* action = new QAction(icon, text, this);
    action->setMenu(menu);
    QToolButton* button = makeButton(action);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setStyleSheet(
        QStringLiteral("QToolButton::menu-indicator { image: none; } QToolButton { padding: 4px; }"));
    m_column->addWidget(button);
}

void ActivityBar::paintEvent(QPaintEvent* /*event*/) {
    const theme::Tokens& t = theme::tokens(palette());
    QPainter painter(this);
    painter.fillRect(rect(), t.raised);
    painter.fillRect(QRect(width() - 1, 0, 1, height()), t.line);
}

} // namespace bw::shell
