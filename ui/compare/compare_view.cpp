#include "ui/compare/compare_view.h"

#include "ui/charts/cross_hair.h"
#include "ui/charts/spectrum_chart.h"
#include "ui/charts/time_chart.h"
#include "ui/compare/conclusion_strip.h"
#include "ui/compare/difference_model.h"
#include "ui/format/comparison_text.h"
#include "ui/format/units.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/splitter_places.h"
#include "ui/widgets/tone_delegate.h"

#include <QHeaderView>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace bw::compare {
namespace {

using bridge::ComparedSpectrum;
using bridge::ComparisonPicture;
using bridge::PreviewPoint;
using charts::Curve;
using charts::CurveRole;

// Where the curves of runs have their second 0.
enum class Alignment : std::uint8_t { Start, Load };

bool hasLoadLater(const std::vector<bridge::RunPreviewPtr>& runs) {
    return std::ranges::any_of(runs, [](const auto& run) { return run->loadBegins > 0; });
}

constexpr int kChartsWidth = 60 * theme::kGrid;

QString milliseconds(double value) {
    return format::milliseconds(value);
}

// Of one run, "A" or, of several, "A 12".
QString nameOf(const QString& side, const std::vector<bridge::RunPreviewPtr>& runs, std::size_t which) {
    return runs.size() == 1 ? side : side + QLatin1Char(' ') + QString::number(runs[which]->run.value);
}

template <typename Value>
charts::ChartData curvesOf(const ComparisonPicture& picture, Alignment alignment, const Value& value) {
    charts::ChartData data;
    const auto add = [&](const QString& side, std::size_t colour,
                         const std::vector<bridge::RunPreviewPtr>& runs) {
        for (std::size_t i = 0; i < runs.size(); ++i) {
            Curve curve;
            curve.name = nameOf(side, runs, i);
            curve.role = CurveRole::Scenario;
            curve.scenario = colour;
            // Without the last second, which is seldom a whole one.
            const std::vector<PreviewPoint>& points = runs[i]->points;
            const double begin = alignment == Alignment::Load ? runs[i]->loadBegins : 0;
            for (std::size_t at = 0; at + 1 < points.size(); ++at) {
                if (const double second = points[at].second - begin; second >= 0) {
                    curve.points.push_back({second, value(points[at])});
                    data.seconds = std::max(data.seconds, second);
                }
            }
            data.curves.push_back(std::move(curve));
        }
    };
    add(QStringLiteral("A"), 0, picture.before);
    add(QStringLiteral("B"), 1, picture.after);
    return data;
}

charts::SpectrumChart::Line lineOf(const QString& name, std::size_t colour,
                                   const std::vector<bridge::SpectrumPoint>& points) {
    charts::SpectrumChart::Line line;
    line.name = name;
    line.role = CurveRole::Scenario;
    line.scenario = colour;
    for (const bridge::SpectrumPoint& point : points) {
        line.points.push_back({point.share, point.milliseconds});
    }
    return line;
}

} // namespace

CompareView::CompareView(QSettings& settings, QWidget* parent)
    : QWidget(parent)
    , m_stack(new QStackedWidget(this))
    , m_waiting(new widgets::EmptyState(QStringLiteral("history"), this))
    , m_strip(new ConclusionStrip(this))
    , m_model(new DifferenceModel(this))
    , m_table(new widgets::DataTable(this))
    , m_crossHair(new charts::CrossHair(this))
    , m_latency(new charts::TimeChart(tr("P95 of response times"), this))
    , m_rate(new charts::TimeChart(tr("Requests a second"), this))
    , m_spectrum(new charts::SpectrumChart(QString(), milliseconds, this))
    , m_align(new QToolButton(this)) {
    m_waiting->setWords(tr("Comparing"), tr("The runs are read and compared second by second."));
    setupTable(settings);
    setupLayout(settings);
    connect(m_strip, &ConclusionStrip::swapRequested, this, &CompareView::swap);
    connect(m_table, &widgets::DataTable::currentRowChanged, this, &CompareView::showSpectrum);
}

void CompareView::setupTable(QSettings& settings) {
    m_table->setItemDelegate(new widgets::ToneDelegate(m_table));
    m_table->setSource(m_model);
    m_table->setAccessibleName(tr("Differences"));
    m_table->setLastStretches(false);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    const int widths[] = {152, 160, 56, 80, 80, 80, 152};
    for (int column = 0; column < static_cast<int>(std::size(widths)); ++column) {
        m_table->horizontalHeader()->resizeSection(column, widths[column]);
    }
    m_table->sortByColumn(DifferenceModel::Finding, Qt::AscendingOrder);
    m_table->rememberColumns(settings, QStringLiteral("compare/columns"));
}

void CompareView::setupLayout(QSettings& settings) {
    m_latency->setTexts(milliseconds, milliseconds);
    m_align->setText(tr("From the load on"));
    m_align->setToolTip(tr("Lay the curves over one another from where the load begins, rather than from the "
                           "start of the runs with their setups"));
    m_align->setCheckable(true);
    m_align->setAutoRaise(true);
    connect(m_align, &QToolButton::toggled, this, &CompareView::showCurves);
    m_latency->addTool(m_align);
    for (charts::TimeChart* chart : {m_latency, m_rate}) {
        chart->setCrossHair(m_crossHair);
    }
    auto* pictures = new QWidget(this);
    auto* column = new QVBoxLayout(pictures);
    column->setContentsMargins(2 * theme::kGrid, theme::kGrid, theme::kGrid, theme::kGrid);
    column->setSpacing(2 * theme::kGrid);
    column->addWidget(m_spectrum, 3);
    column->addWidget(m_latency, 3);
    column->addWidget(m_rate, 2);
    auto* splitter = new QSplitter(this);
    splitter->setHandleWidth(1);
    splitter->addWidget(m_table);
    splitter->addWidget(pictures);
    splitter->setStretchFactor(0, 1);
    splitter->setChildrenCollapsible(false);
    splitter->setSizes({10'000, kChartsWidth});
    widgets::rememberPlaces(*splitter, settings, QStringLiteral("compare/splitter"));
    auto* content = new QWidget(this);
    auto* rows = new QVBoxLayout(content);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_strip);
    rows->addWidget(splitter, 1);
    m_stack->addWidget(m_waiting);
    m_stack->addWidget(content);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_stack);
}

void CompareView::begin() {
    m_picture = nullptr;
    m_stack->setCurrentIndex(0);
}

void CompareView::setPicture(const bridge::ComparisonPicturePtr& picture) {
    m_picture = picture;
    m_strip->setModel(picture->model);
    m_model->setRows(picture->model.comparison.rows);
    if (m_model->rowCount() > 0) {
        m_table->selectSourceRow(0);
    }
    showCurves();
    showSpectrum();
    m_stack->setCurrentIndex(1);
}

void CompareView::showCurves() {
    if (!m_picture) {
        return;
    }
    m_align->setVisible(hasLoadLater(m_picture->before) || hasLoadLater(m_picture->after));
    const Alignment alignment = m_align->isChecked() ? Alignment::Load : Alignment::Start;
    m_latency->setData(curvesOf(*m_picture, alignment, [](const PreviewPoint& point) { return point.p95; }));
    m_rate->setData(
        curvesOf(*m_picture, alignment, [](const PreviewPoint& point) { return std::optional(point.rate); }));
    m_latency->flush();
    m_rate->flush();
}

// Of what the chosen row is about; a row that is no time shows all requests.
void CompareView::showSpectrum() {
    if (!m_picture) {
        return;
    }
    const auto& spectra = m_picture->spectra;
    const analysis::ComparedRow* row = m_model->at(m_table->currentSourceRow());
    auto found = spectra.end();
    if (row != nullptr) {
        found = std::ranges::find(spectra, row->subject, &ComparedSpectrum::subject);
        if (found == spectra.end()) {
            // A request that failed has times under the same name.
            found = std::ranges::find_if(
                spectra, [&](const ComparedSpectrum& one) { return one.subject.name == row->subject.name; });
        }
    }
    if (found == spectra.end()) {
        m_spectrum->setTitle(tr("Times"));
        m_spectrum->setLines({});
        return;
    }
    m_spectrum->setTitle(tr("Times of %1, by percentile").arg(format::subjectText(found->subject)));
    m_spectrum->setLines(
        {lineOf(QStringLiteral("A"), 0, found->before), lineOf(QStringLiteral("B"), 1, found->after)});
}

void CompareView::swap() {
    if (m_picture) {
        Q_EMIT compareRequested(report::idsOf(m_picture->model.after),
                                report::idsOf(m_picture->model.before));
    }
}

} // namespace bw::compare
