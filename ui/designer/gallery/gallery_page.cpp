#include "ui/designer/gallery/gallery_page.h"

#include "ui/designer/gallery/plan_card.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace bw::designer {

GalleryPage::GalleryPage(std::string folder, QWidget* parent)
    : QWidget(parent)
    , m_gallery(std::move(folder))
    , m_grid(new QWidget(this))
    , m_cells(new QGridLayout(m_grid)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(4 * theme::kGrid, 4 * theme::kGrid, 2 * theme::kGrid, 0);
    column->setSpacing(2 * theme::kGrid);
    setupTop();
    m_cells->setContentsMargins(0, 0, 0, 2 * theme::kGrid);
    m_cells->setSpacing(2 * theme::kGrid);
    m_cells->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    auto* area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(m_grid);
    column->addWidget(area, 1);
    connect(&m_gallery, &bridge::PlanGallery::loaded, this, &GalleryPage::fill);
    m_gallery.load();
}

void GalleryPage::setupTop() {
    auto* title = new QLabel(tr("Begin with a plan"), this);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.4);
    large.setWeight(QFont::DemiBold);
    title->setFont(large);
    auto* sentence = new QLabel(
        tr("A plan says what virtual users do, how many of them there are and when, and which limits must "
           "hold. It "
           "is one JSON file, made to be kept beside the code it tests. Each of these runs against jts-sim, "
           "the simulated trading system; what you make of it is saved where you want it."),
        this);
    sentence->setWordWrap(true);
    sentence->setTextFormat(Qt::PlainText);
    sentence->setForegroundRole(QPalette::PlaceholderText);
    auto* made =
        new QPushButton(theme::icon(QStringLiteral("add"), theme::Ink::OnAccent), tr("New plan"), this);
    made->setProperty("main", true);
    auto* open = new QPushButton(theme::icon(QStringLiteral("open")), tr("Open…"), this);
    connect(made, &QPushButton::clicked, this, &GalleryPage::newAsked);
    connect(open, &QPushButton::clicked, this, &GalleryPage::openAsked);
    auto* steps = new QHBoxLayout;
    steps->setSpacing(theme::kGrid);
    steps->addWidget(title, 1);
    steps->addWidget(made);
    steps->addWidget(open);
    steps->addSpacing(2 * theme::kGrid);
    auto* column = static_cast<QVBoxLayout*>(layout());
    column->addLayout(steps);
    column->addWidget(sentence);
}

void GalleryPage::fill() {
    for (PlanCard* card : m_cards) {
        card->deleteLater();
    }
    m_cards.clear();
    for (const bridge::PlanStatePtr& state : m_gallery.plans()) {
        auto* card = new PlanCard(state, m_grid);
        connect(card, &QAbstractButton::clicked, this,
                [this, text = QString::fromStdString(state->text)] { Q_EMIT templateAsked(text); });
        m_cards.push_back(card);
    }
    arrange();
}

// As many beside each other as there is room for.
void GalleryPage::arrange() {
    if (m_cards.empty()) {
        return;
    }
    const int step = m_cards.front()->width() + m_cells->spacing();
    const QMargins around = layout()->contentsMargins();
    const int bar = 2 * theme::kGrid; // of scrolling
    const int room = width() - around.left() - around.right() - bar + m_cells->spacing();
    const int columns = std::max(1, room / step);
    for (int i = 0; i < static_cast<int>(m_cards.size()); ++i) {
        m_cells->addWidget(m_cards[static_cast<std::size_t>(i)], i / columns, i % columns);
        m_cards[static_cast<std::size_t>(i)]->show();
    }
}

void GalleryPage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

} // namespace bw::designer
