#include "ui/history/preview_pane.h"

#include "ui/charts/sparkline.h"
#include "ui/format/units.h"
#include "ui/format/words.h"
#include "ui/history/run_words.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/fact_list.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollBar>
#include <QVBoxLayout>

namespace bw::history_view {
namespace {

constexpr int kIconSide = 20;

widgets::FactList::Fact factOf(const QString& name, const std::optional<double>& figure,
                               QString (*text)(double, int)) {
    constexpr int kExactDigits = 6;
    return {name, figure ? text(*figure, format::kDigits) : QStringLiteral("–"),
            figure ? text(*figure, kExactDigits) : QString()};
}

} // namespace

PreviewPane::PreviewPane(QWidget* parent)
    : QScrollArea(parent)
    , m_icon(new QLabel(this))
    , m_word(new QLabel(this))
    , m_sentence(new QLabel(this))
    , m_facts(new widgets::FactList(widgets::FactList::Align::Texts, this))
    , m_figures(new widgets::FactList(widgets::FactList::Align::Figures, this))
    , m_rate(new charts::Sparkline(
          tr("Requests"), [](double value) { return format::perSecond(value); }, this))
    , m_latency(
          new charts::Sparkline(tr("P95"), [](double value) { return format::milliseconds(value); }, this)) {
    setAccessibleName(tr("The run that is selected"));
    setupLayout();
    clear();
}

void PreviewPane::setupLayout() {
    setFrameShape(NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMinimumWidth(28 * theme::kGrid);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.25);
    large.setWeight(QFont::DemiBold);
    m_word->setFont(large);
    for (QLabel* label : {m_word, m_sentence}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    auto* head = new QHBoxLayout;
    head->setSpacing(theme::kGrid);
    head->addWidget(m_icon, 0, Qt::AlignTop);
    head->addWidget(m_word, 1);
    auto* content = new QWidget(this);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(2 * theme::kGrid, theme::kGrid, 2 * theme::kGrid, 2 * theme::kGrid);
    column->setSpacing(2 * theme::kGrid);
    column->addLayout(head);
    column->addWidget(m_sentence);
    column->addWidget(m_figures);
    column->addWidget(m_rate);
    column->addWidget(m_latency);
    column->addWidget(m_facts);
    column->addStretch();
    setWidget(content);
}

void PreviewPane::clear() {
    m_run.reset();
    widget()->hide();
}

void PreviewPane::setRun(const bridge::RunListEntry& entry) {
    if (m_run != entry.run.id) {
        m_sentence->clear();
        m_sentence->hide();
        showCurves({});
        verticalScrollBar()->setValue(0);
    }
    m_run = entry.run.id;
    m_summary = entry.run;
    showWord(entry.run);
    showFacts(entry);
    showFigures(entry);
    widget()->show();
}

void PreviewPane::setPreview(const bridge::RunPreview& preview) {
    if (m_run != preview.run) {
        return;
    }
    m_sentence->setText(preview.sentence);
    m_sentence->setVisible(!preview.sentence.isEmpty());
    showCurves(preview.points);
}

void PreviewPane::showWord(const history::RunSummary& run) {
    m_word->setText(tr("Run %1: %2").arg(run.id.value).arg(wordOf(run).word));
    paintWord();
}

void PreviewPane::paintWord() {
    const RunWord word = wordOf(m_summary);
    m_icon->setPixmap(
        theme::icon(word.icon, word.ink).pixmap(QSize(kIconSide, kIconSide), devicePixelRatioF()));
}

void PreviewPane::showFacts(const bridge::RunListEntry& entry) {
    const history::RunSummary& run = entry.run;
    QStringList tags;
    for (const auto& [name, value] : run.tags) {
        tags.append(format::plain(name) + u'=' + format::plain(value));
    }
    m_facts->setFacts({{tr("Plan"), format::plain(run.planName), {}},
                       {tr("Started"), format::wallTime(run.started), {}},
                       {tr("Lasted"), format::duration(entry.duration()), {}},
                       {tr("Environment"), format::plain(run.environment), {}},
                       {tr("Build"), format::plain(run.build), {}},
                       {tr("Tags"), tags.join(u'\n'), {}},
                       {tr("Note"), format::plain(run.note), {}}});
}

void PreviewPane::showFigures(const bridge::RunListEntry& entry) {
    m_figures->setFacts({factOf(tr("Requests"), entry.requests, format::count),
                         factOf(tr("Rate"), entry.rate, format::perSecond),
                         factOf(tr("Failed"), entry.failedShare, format::percent),
                         factOf(tr("P50"), entry.p50, format::milliseconds),
                         factOf(tr("P95"), entry.p95, format::milliseconds),
                         factOf(tr("P99"), entry.p99, format::milliseconds)});
}

void PreviewPane::showCurves(const std::vector<bridge::PreviewPoint>& points) {
    charts::Curve rate;
    charts::Curve latency;
    latency.role = charts::CurveRole::Percentile95;
    for (const bridge::PreviewPoint& point : points) {
        rate.points.push_back({point.second, point.rate});
        latency.points.push_back({point.second, point.p95});
    }
    m_rate->setCurve(std::move(rate));
    m_latency->setCurve(std::move(latency));
    const bool hasShape = points.size() > 1;
    m_rate->setVisible(hasShape);
    m_latency->setVisible(hasShape);
}

void PreviewPane::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange) {
        paintWord();
    }
    QScrollArea::changeEvent(event);
}

} // namespace bw::history_view
