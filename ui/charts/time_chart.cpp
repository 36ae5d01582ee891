#include "ui/charts/time_chart.h"

#include "ui/charts/chart_csv.h"
#include "ui/charts/chart_legend.h"
#include "ui/charts/cross_hair.h"
#include "ui/charts/plot_view.h"
#include "ui/charts/readings.h"

#include <QBuffer>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QPainter>
#include <QSaveFile>
#include <QSvgGenerator>
#include <QVBoxLayout>

namespace bw::charts {
namespace {

constexpr int kRemarkWidth = 240; // pixels of it in a menu

} // namespace

TimeChart::TimeChart(const QString& title, QWidget* parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_legend(new ChartLegend(this))
    , m_head(new QHBoxLayout)
    , m_plot(new PlotView(this)) {
    setTitle(title);
    setupLayout();
    m_redraw.setSingleShot(true);
    m_redraw.setInterval(kRedrawMs);
    connect(&m_redraw, &QTimer::timeout, this, &TimeChart::onRedrawDue);
    connect(m_legend, &ChartLegend::hiddenChanged, this, [this] { m_plot->setHidden(m_legend->hidden()); });
}

void TimeChart::setupFonts() {
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.88);
    m_plot->setFont(small);
    m_legend->setFont(small);
    QFont strong = small;
    strong.setWeight(QFont::DemiBold);
    m_title->setFont(strong);
}

void TimeChart::changeEvent(QEvent* event) {
    if (event->type() == QEvent::FontChange) {
        setupFonts();
    }
    QWidget::changeEvent(event);
}

void TimeChart::setupLayout() {
    setupFonts();
    m_title->setForegroundRole(QPalette::PlaceholderText); // muted
    m_title->setTextFormat(Qt::PlainText);
    m_head->setContentsMargins(theme::kGrid, theme::kHalfGrid, theme::kGrid, 0);
    m_head->addWidget(m_title, 0, Qt::AlignTop);
    m_head->addWidget(m_legend, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::kHalfGrid);
    column->addLayout(m_head);
    column->addWidget(m_plot, 1);
}

void TimeChart::setTitle(const QString& title) {
    if (m_title->text() != title) {
        m_title->setText(title);
        setAccessibleName(title);
        m_plot->setAccessibleName(title);
    }
}

void TimeChart::setTexts(ValueText ticks, ValueText exact) {
    m_plot->setTexts({.tick = std::move(ticks), .exact = std::move(exact)});
}

void TimeChart::setRightTexts(ValueText ticks, ValueText exact) {
    m_plot->setRightTexts({.tick = std::move(ticks), .exact = std::move(exact)});
}

void TimeChart::setCrossHair(CrossHair* crossHair) {
    m_crossHair = crossHair;
    m_plot->setCrossHair(crossHair);
    connect(crossHair, &CrossHair::moved, this, &TimeChart::showLegend);
}

void TimeChart::setSelection(TimeSelection* selection) {
    m_plot->setSelection(selection);
}

void TimeChart::setView(TimeView* view) {
    m_plot->setView(view);
}

void TimeChart::addTool(QWidget* tool) {
    tool->setFont(m_legend->font());
    tool->setProperty("small", true);
    m_head->insertWidget(1, tool, 0, Qt::AlignTop);
}

void TimeChart::setData(ChartData data) {
    const bool isFirst = m_plot->data().curves.empty() || data.curves.empty();
    m_waiting = std::move(data);
    m_isWaiting = true;
    if (isFirst) {
        flush();
    } else if (!m_redraw.isActive()) {
        m_redraw.start();
    }
}

void TimeChart::onRedrawDue() {
    if (isVisible()) {
        flush();
    }
}

void TimeChart::showEvent(QShowEvent* event) {
    flush();
    QWidget::showEvent(event);
}

QByteArray TimeChart::svg() {
    flush();
    const theme::Tokens& tokens = theme::tokens(palette());
    const double head = fontMetrics().height() + theme::kGrid;
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(QSize(m_plot->width(), m_plot->height() + static_cast<int>(head)));
    generator.setViewBox(QRect(QPoint(), generator.size()));
    generator.setTitle(m_title->text());
    QPainter painter(&generator);
    painter.fillRect(generator.viewBox(), tokens.surface);
    painter.setFont(m_title->font());
    painter.setPen(tokens.muted);
    painter.drawText(QPointF(theme::kGrid, fontMetrics().ascent() + theme::kHalfGrid), m_title->text());
    m_plot->paintTo(painter, QRectF(0, head, m_plot->width(), m_plot->height()));
    painter.end();
    return buffer.data();
}

void TimeChart::copyPicture() {
    flush();
    QGuiApplication::clipboard()->setPixmap(grab());
}

void TimeChart::copyCsv() {
    flush();
    QGuiApplication::clipboard()->setText(csvOf(m_plot->data()));
}

void TimeChart::saveSvg() {
    const QString file = QFileDialog::getSaveFileName(this, tr("Save chart"), QStringLiteral("chart.svg"),
                                                      tr("Pictures (*.svg)"));
    if (file.isEmpty()) {
        return;
    }
    QSaveFile saved(file);
    const QByteArray bytes = svg();
    if (!saved.open(QIODevice::WriteOnly) || saved.write(bytes) != bytes.size() || !saved.commit()) {
        QMessageBox::warning(this, tr("Save chart"),
                             tr("%1 could not be written: %2").arg(file, saved.errorString()));
    }
}

void TimeChart::contextMenuEvent(QContextMenuEvent* event) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addRemarkActions(*menu, m_plot->mapFromGlobal(event->globalPos()));
    menu->addAction(tr("Copy as picture"), this, &TimeChart::copyPicture);
    menu->addAction(tr("Copy as CSV"), this, &TimeChart::copyCsv);
    menu->addAction(tr("Save as SVG…"), this, &TimeChart::saveSvg);
    menu->popup(event->globalPos());
}

void TimeChart::addRemarkActions(QMenu& menu, const QPoint& place) {
    const auto second = m_plot->secondAt(place);
    if (!second) {
        return;
    }
    menu.addAction(tr("Mark this moment…"), this, [this, second] { Q_EMIT noteRequested(*second); });
    for (const MomentLine& remark : m_plot->remarksNear(place)) {
        const QString words = fontMetrics().elidedText(remark.text, Qt::ElideRight, kRemarkWidth);
        menu.addAction(tr("Take back the note “%1”").arg(QString(words).replace(u'&', QStringLiteral("&&"))),
                       this, [this, remark] { Q_EMIT remarkTakenBack(remark.second, remark.text); });
    }
    menu.addSeparator();
}

void TimeChart::flush() {
    m_redraw.stop();
    if (m_isWaiting) {
        m_isWaiting = false;
        m_plot->draw(std::move(m_waiting));
        showLegend();
    }
}

void TimeChart::showLegend() {
    std::vector<ChartLegend::Entry> entries;
    const std::optional<double> looked = m_crossHair ? m_crossHair->second() : std::nullopt;
    const plot::Axis& time = m_plot->geometryOfPlot().time;
    const bool isInSight = looked && *looked >= time.begin && *looked <= time.end;
    const std::optional<double> second = isInSight ? looked : std::nullopt;
    for (const Curve& curve : m_plot->data().curves) {
        const std::optional<double> value = second ? valueAt(curve, *second) : lastValue(curve);
        const QString text = value ? m_plot->texts().of(curve.axis).exact(*value) : QStringLiteral("–");
        entries.push_back({curve.name, text, curve.role, curve.scenario, curve.isDashed});
    }
    m_legend->setEntries(entries);
    tellAccessibly(entries);
}

void TimeChart::tellAccessibly(const std::vector<ChartLegend::Entry>& entries) {
    QStringList values;
    for (const ChartLegend::Entry& entry : entries) {
        values.append(entry.name + u' ' + entry.value);
    }
    const QString words = values.isEmpty() ? tr("no samples") : values.join(QStringLiteral(", "));
    m_plot->setAccessibleDescription(
        (m_plot->isSelectable()
             ? tr("%1. Left and Right move the cross-hair, with Shift they select, Escape takes both away.")
             : tr("%1. Left and Right move the cross-hair, Escape takes it away."))
            .arg(words));
}

} // namespace bw::charts
