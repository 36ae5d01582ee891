#include "ui/widgets/notice_bar.h"

#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace bw::widgets {
namespace {

constexpr int kIconSide = 16;
constexpr int kEdge = 3; // the coloured edge at the left

QString iconOf(NoticeBar::Kind kind) {
    switch (kind) {
    case NoticeBar::Kind::Good:
        return QStringLiteral("pass");
    case NoticeBar::Kind::Warning:
        return QStringLiteral("warning");
    case NoticeBar::Kind::Bad:
        return QStringLiteral("fail");
    case NoticeBar::Kind::Info:
        break;
    }
    return QStringLiteral("info");
}

theme::Ink inkOf(NoticeBar::Kind kind) {
    switch (kind) {
    case NoticeBar::Kind::Good:
        return theme::Ink::Good;
    case NoticeBar::Kind::Warning:
        return theme::Ink::Warning;
    case NoticeBar::Kind::Bad:
        return theme::Ink::Bad;
    case NoticeBar::Kind::Info:
        break;
    }
    return theme::Ink::Accent;
}

QColor edgeOf(NoticeBar::Kind kind, const theme::Tokens& t) {
    switch (kind) {
    case NoticeBar::Kind::Good:
        return t.good;
    case NoticeBar::Kind::Warning:
        return t.warning;
    case NoticeBar::Kind::Bad:
        return t.bad;
    case NoticeBar::Kind::Info:
        break;
    }
    return t.accent;
}

} // namespace

NoticeBar::NoticeBar(Kind kind, const QString& text, QWidget* parent)
    : QFrame(parent)
    , m_kind(kind)
    , m_picture(new QLabel(this))
    , m_text(new QLabel(this))
    , m_answers(new QHBoxLayout)
    , m_close(new QToolButton(this)) {
    setupLayout();
    paintIcon();
    setText(text);
}

void NoticeBar::setupLayout() {
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_close->setIcon(theme::icon(QStringLiteral("close"), theme::Ink::Muted));
    m_close->setAutoRaise(true);
    m_close->setAccessibleName(tr("Dismiss this message"));
    m_close->setToolTip(tr("Dismiss"));
    m_answers->setSpacing(theme::kGrid);
    connect(m_close, &QToolButton::clicked, this, &NoticeBar::dismiss);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(2 * theme::kGrid, theme::kHalfGrid, theme::kGrid, theme::kHalfGrid);
    row->setSpacing(theme::kGrid);
    row->addWidget(m_picture);
    row->addWidget(m_text, 1);
    row->addLayout(m_answers);
    row->addWidget(m_close);
}

void NoticeBar::setText(const QString& text) {
    m_text->setText(text);
    setAccessibleName(text);
}

QString NoticeBar::text() const {
    return m_text->text();
}

void NoticeBar::addAnswer(const QString& label, std::function<void()> answer) {
    auto* button = new QPushButton(label, this);
    connect(button, &QPushButton::clicked, this, [this, answer = std::move(answer)] {
        dismiss();
        answer();
    });
    m_answers->addWidget(button);
}

void NoticeBar::dismiss() {
    hide();
    Q_EMIT dismissed();
    deleteLater();
}

void NoticeBar::paintIcon() {
    m_picture->setPixmap(
        theme::icon(iconOf(m_kind), inkOf(m_kind)).pixmap(QSize(kIconSide, kIconSide), devicePixelRatioF()));
}

void NoticeBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange) {
        paintIcon();
    }
    QFrame::changeEvent(event);
}

void NoticeBar::paintEvent(QPaintEvent* /*event*/) {
    const theme::Tokens& t = theme::tokens(palette());
    QPainter painter(this);
    painter.fillRect(rect(), t.raised);
    painter.fillRect(QRect(0, 0, kEdge, height()), edgeOf(m_kind, t));
    painter.fillRect(QRect(0, height() - 1, width(), 1), t.line);
}

} // namespace bw::widgets
