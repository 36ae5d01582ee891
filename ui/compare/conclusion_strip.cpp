#include "ui/compare/conclusion_strip.h"

#include "ui/compare/side_label.h"
#include "ui/format/comparison_text.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace bw::compare {
namespace {

constexpr int kIcon = 28;

std::pair<QString, theme::Ink> signOf(report::Conclusion conclusion) {
    switch (conclusion) {
    case report::Conclusion::Worse:
        return {QStringLiteral("fail"), theme::Ink::Bad};
    case report::Conclusion::Better:
        return {QStringLiteral("pass"), theme::Ink::Good};
    case report::Conclusion::NoDifference:
        return {QStringLiteral("pass"), theme::Ink::Muted};
    case report::Conclusion::NotComparable:
        return {QStringLiteral("warning"), theme::Ink::Warning};
    case report::Conclusion::NeedsMoreRuns:
        break;
    }
    return {QStringLiteral("inconclusive"), theme::Ink::Warning};
}

QLabel* makeLines(QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

ConclusionStrip::ConclusionStrip(QWidget* parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_sentence(makeLines(this))
    , m_grounds(makeLines(this))
    , m_obstacles(makeLines(this))
    , m_before(new SideLabel(QStringLiteral("A"), 0, this))
    , m_after(new SideLabel(QStringLiteral("B"), 1, this)) {
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.35);
    large.setWeight(QFont::DemiBold);
    m_sentence->setFont(large);
    m_grounds->setForegroundRole(QPalette::PlaceholderText);
    setupLayout();
}

void ConclusionStrip::setupLayout() {
    auto* swap = new QToolButton(this);
    swap->setText(tr("Swap A and B"));
    swap->setAutoRaise(true);
    swap->setFocusPolicy(Qt::TabFocus);
    connect(swap, &QToolButton::clicked, this, &ConclusionStrip::swapRequested);
    auto* sides = new QHBoxLayout;
    sides->setSpacing(2 * theme::kGrid);
    sides->addWidget(m_before);
    sides->addWidget(m_after);
    sides->addWidget(swap);
    sides->addStretch(1);
    auto* words = new QVBoxLayout;
    words->setSpacing(theme::kHalfGrid);
    words->addWidget(m_sentence);
    words->addWidget(m_obstacles);
    words->addWidget(m_grounds);
    words->addSpacing(theme::kHalfGrid);
    words->addLayout(sides);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(2 * theme::kGrid, theme::kGrid, 2 * theme::kGrid, theme::kGrid);
    row->setSpacing(2 * theme::kGrid);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addLayout(words, 1);
}

void ConclusionStrip::setModel(const report::ComparisonModel& model) {
    m_conclusion = report::conclusionOf(model);
    m_sentence->setText(format::conclusionText(model));
    m_grounds->setText(format::groundsText(model));
    QStringList obstacles;
    for (const report::Obstacle& obstacle : model.obstacles) {
        obstacles << format::obstacleText(obstacle);
    }
    // The first stands in the sentence.
    m_obstacles->setText(obstacles.mid(1).join(QStringLiteral(" · ")));
    m_obstacles->setVisible(obstacles.size() > 1);
    m_before->setRuns(model.before);
    m_after->setRuns(model.after);
    setAccessibleName(m_sentence->text());
    paintIcon();
}

QString ConclusionStrip::sentence() const {
    return m_sentence->text();
}

void ConclusionStrip::paintIcon() {
    const auto [icon, ink] = signOf(m_conclusion);
    m_icon->setPixmap(theme::icon(icon, ink).pixmap(kIcon, kIcon));
}

void ConclusionStrip::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange) {
        paintIcon();
    }
    QWidget::changeEvent(event);
}

} // namespace bw::compare
