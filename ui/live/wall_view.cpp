#include "ui/live/wall_view.h"

#include "ui/charts/gauge.h"
#include "ui/charts/time_chart.h"
#include "ui/live/chart_grid.h"
#include "ui/live/figure_tile.h"
#include "ui/live/gauge_row.h"
#include "ui/live/state_lines.h"
#include "ui/live/verdict_strip.h"
#include "ui/theme/tokens.h"

#include <QLabel>
#include <QResizeEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace bw::live {
namespace {

// Parts of the view that a letter is high: on a screen of 60 cm the figures are 3 cm then.
constexpr int kLettersHigh = 40;
constexpr int kLettersWide = 68;
constexpr int kSmallest = 9; // pixels

} // namespace

WallView::WallView(QSettings& settings, QWidget* parent)
    : QWidget(parent)
    , m_stack(new QStackedWidget(this))
    , m_waiting(new QLabel(this))
    , m_strip(new VerdictStrip(VerdictStrip::Form::Wall, this))
    , m_gauges(new GaugeRow(GaugeCard::Detail::GaugeOnly, this))
    , m_charts(new ChartGrid(settings, this)) {
    setAccessibleName(tr("The run on a wall screen"));
    m_charts->showMainOnly();
    m_waiting->setTextFormat(Qt::PlainText);
    m_waiting->setAlignment(Qt::AlignCenter);
    m_waiting->setWordWrap(true);
    m_waiting->setMargin(8 * theme::kGrid);
    auto* content = new QWidget(this);
    auto* rows = new QVBoxLayout(content);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_strip);
    rows->addWidget(m_gauges);
    rows->addWidget(m_charts, 1);
    m_stack->addWidget(m_waiting);
    m_stack->addWidget(content);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);
}

void WallView::wait(const QString& sentence) {
    m_waiting->setText(sentence);
    m_stack->setCurrentIndex(0);
}

void WallView::begin() {
    m_strip->clear();
    m_gauges->setReadings({});
    m_charts->clear();
    m_stack->setCurrentIndex(1);
}

void WallView::setMoment(const bridge::RunMoment& moment) {
    m_strip->setMoment(moment);
    m_stack->setCurrentIndex(1);
}

void WallView::setPicture(const bridge::RunPicturePtr& picture) {
    m_strip->setPicture(*picture);
    m_gauges->setReadings(picture->gauges);
    fitParts(); // some may be new
    m_charts->setPicture(picture);
    m_stack->setCurrentIndex(1);
}

void WallView::resizeEvent(QResizeEvent* event) {
    fitType();
    QWidget::resizeEvent(event);
}

void WallView::fitType() {
    QFont large = font();
    const int pixels = std::max(kSmallest, std::min(height() / kLettersHigh, width() / kLettersWide));
    // In points, for that is what the parts scale.
    const double points = pixels * 72.0 / logicalDpiY();
    if (large.pointSizeF() != points) {
        large.setPointSizeF(points);
        setFont(large);
        fitParts();
    }
}

// Under a style sheet Qt hands no font on to children.
void WallView::fitParts() {
    m_waiting->setFont(font());
    for (QWidget* part : findChildren<QWidget*>()) {
        const bool isScaled = qobject_cast<VerdictStrip*>(part) || qobject_cast<FigureTile*>(part) ||
                              qobject_cast<GaugeRow*>(part) || qobject_cast<GaugeCard*>(part) ||
                              qobject_cast<charts::Gauge*>(part) || qobject_cast<StateLines*>(part) ||
                              qobject_cast<charts::TimeChart*>(part);
        if (isScaled) {
            part->setFont(font());
        }
    }
    m_gauges->fit();
}

} // namespace bw::live
