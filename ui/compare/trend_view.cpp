#include "ui/compare/trend_view.h"

#include "ui/charts/run_chart.h"
#include "ui/compare/trend_table.h"
#include "ui/format/comparison_text.h"
#include "ui/format/units.h"
#include "ui/format/words.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/splitter_places.h"
#include "ui/widgets/tone_delegate.h"

#include <QHeaderView>
#include <QLabel>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace bw::compare {
namespace {

constexpr int kTableWidth = 60 * theme::kGrid;

QString detailsOf(const history::RunSummary& run) {
    QStringList lines{TrendView::tr("Run %1").arg(run.id.value), format::wallTime(run.started)};
    for (const std::string* part : {&run.build, &run.note}) {
        if (!part->empty()) {
            lines << format::plain(*part);
        }
    }
    return lines.join(QLatin1Char('\n'));
}

QString titleOf(const report::TrendModel& model) {
    QStringList parts{format::plain(model.planName)};
    if (!model.environment.empty()) {
        parts << format::plain(model.environment);
    }
    parts << TrendView::tr("%n run(s)", nullptr, static_cast<int>(model.runs.size()));
    if (model.leftOut > 0) {
        parts << TrendView::tr("%n of another load left out", nullptr, model.leftOut);
    }
    return parts.join(QStringLiteral("  ·  "));
}

} // namespace

TrendView::TrendView(QSettings& settings, QWidget* parent)
    : QWidget(parent)
    , m_stack(new QStackedWidget(this))
    , m_waiting(new widgets::EmptyState(QStringLiteral("history"), this))
    , m_title(new QLabel(this))
    , m_model(new TrendTable(this))
    , m_table(new widgets::DataTable(this))
    , m_chart(new charts::RunChart(this)) {
    m_waiting->setWords(tr("Reading"), tr("The figures of all runs of the plan are read."));
    m_title->setTextFormat(Qt::PlainText);
    setupTable(settings);
    setupLayout(settings);
    connect(m_table, &widgets::DataTable::currentRowChanged, this, &TrendView::showRow);
    connect(m_chart, &charts::RunChart::opened, this,
            [this](int point) { Q_EMIT openRequested(m_shown->runs[static_cast<std::size_t>(point)].id); });
}

void TrendView::setupTable(QSettings& settings) {
    m_table->setItemDelegate(new widgets::ToneDelegate(m_table));
    m_table->setSource(m_model);
    m_table->setAccessibleName(tr("Figures"));
    m_table->setLastStretches(false);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    const int widths[] = {88, 160, 56, 80, 80};
    for (int column = 0; column < static_cast<int>(std::size(widths)); ++column) {
        m_table->horizontalHeader()->resizeSection(column, widths[column]);
    }
    m_table->sortByColumn(TrendTable::Way, Qt::AscendingOrder);
    m_table->rememberColumns(settings, QStringLiteral("trend/columns"));
}

void TrendView::setupLayout(QSettings& settings) {
    auto* pictures = new QWidget(this);
    auto* chart = new QVBoxLayout(pictures);
    chart->setContentsMargins(2 * theme::kGrid, theme::kGrid, 2 * theme::kGrid, 2 * theme::kGrid);
    chart->addWidget(m_chart);
    auto* splitter = new QSplitter(this);
    splitter->setHandleWidth(1);
    splitter->addWidget(m_table);
    splitter->addWidget(pictures);
    splitter->setStretchFactor(1, 1);
    splitter->setChildrenCollapsible(false);
    splitter->setSizes({kTableWidth, 10'000});
    widgets::rememberPlaces(*splitter, settings, QStringLiteral("trend/splitter"));
    auto* content = new QWidget(this);
    auto* rows = new QVBoxLayout(content);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(theme::kGrid);
    m_title->setContentsMargins(2 * theme::kGrid, 0, 2 * theme::kGrid, 0);
    rows->addWidget(m_title);
    rows->addWidget(splitter, 1);
    m_stack->addWidget(m_waiting);
    m_stack->addWidget(content);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_stack);
}

void TrendView::begin() {
    m_shown = nullptr;
    m_stack->setCurrentIndex(0);
}

void TrendView::setModel(const ModelPtr& model) {
    m_shown = model;
    m_title->setText(titleOf(*model));
    m_model->setRows(model->rows);
    if (m_model->rowCount() > 0 && m_table->currentSourceRow() < 0) {
        m_table->selectRow(0);
    }
    showRow();
    m_stack->setCurrentIndex(1);
}

void TrendView::showRow() {
    const report::TrendRow* row = m_model->at(m_table->currentSourceRow());
    if (!m_shown || row == nullptr) {
        m_chart->setData({}, {}, {}, {});
        return;
    }
    std::vector<charts::RunChart::Point> points;
    for (std::size_t i = 0; i < m_shown->runs.size(); ++i) {
        const history::RunSummary& run = m_shown->runs[i];
        points.push_back({QString::number(run.id.value), detailsOf(run),
                          i < row->values.size() ? row->values[i] : std::nullopt, run.isStarred});
    }
    m_chart->setData(
        format::subjectText(row->subject) + QStringLiteral(", ") +
            format::statisticText(row->subject, row->statistic),
        std::move(points), {row->baseline, report::toleratedTo(*row), row->limit},
        [statistic = row->statistic](double value) { return format::comparedValue(statistic, value); });
}

} // namespace bw::compare
