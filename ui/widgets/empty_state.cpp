#include "ui/widgets/empty_state.h"

#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace bw::widgets {
namespace {

constexpr int kIconSide = 48;
constexpr int kSentenceWidth = 440;

} // namespace

EmptyState::EmptyState(const QString& iconName, QWidget* parent)
    : QWidget(parent)
    , m_iconName(iconName)
    , m_picture(new QLabel(this))
    , m_title(new QLabel(this))
    , m_sentence(new QLabel(this))
    , m_steps(new QHBoxLayout) {
    setupLayout();
    paintIcon();
}

void EmptyState::setupLayout() {
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.4);
    large.setWeight(QFont::DemiBold);
    m_title->setFont(large);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setAlignment(Qt::AlignCenter);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_sentence->setFixedWidth(kSentenceWidth);
    m_picture->setAlignment(Qt::AlignCenter);
    m_steps->setSpacing(theme::kGrid);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(theme::kGrid);
    column->addStretch(2);
    column->addWidget(m_picture);
    column->addWidget(m_title);
    column->addWidget(m_sentence, 0, Qt::AlignHCenter);
    column->addSpacing(theme::kGrid);
    column->addLayout(m_steps);
    column->setAlignment(m_steps, Qt::AlignHCenter);
    column->addStretch(3);
}

void EmptyState::setWords(const QString& title, const QString& sentence) {
    m_title->setText(title);
    m_sentence->setText(sentence);
    // A label that wraps does not know its height before it is laid out.
    m_sentence->setMinimumHeight(m_sentence->heightForWidth(kSentenceWidth));
    setAccessibleName(title);
    setAccessibleDescription(sentence);
}

void EmptyState::addStep(const QString& label, Weight weight, std::function<void()> step) {
    auto* button = new QPushButton(label, this);
    button->setProperty("main", weight == Weight::Main);
    button->setAutoDefault(true);
    connect(button, &QPushButton::clicked, this, [step = std::move(step)] { step(); });
    m_steps->addWidget(button);
}

void EmptyState::paintIcon() {
    m_picture->setPixmap(
        theme::icon(m_iconName, theme::Ink::Muted).pixmap(QSize(kIconSide, kIconSide), devicePixelRatioF()));
}

void EmptyState::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange) {
        paintIcon();
    }
    QWidget::changeEvent(event);
}

} // namespace bw::widgets
