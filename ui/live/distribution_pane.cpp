#include "ui/live/distribution_pane.h"

#include "ui/charts/spectrum_chart.h"
#include "ui/format/units.h"
#include "ui/format/words.h"
#include "ui/live/percentile_model.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/data_table.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace bw::live {
namespace {

using bridge::NamedTimes;
using charts::CurveRole;
using charts::SpectrumChart;

constexpr int kTableWidth = 44 * theme::kGrid;
constexpr int kSpectrumWidth = 112 * theme::kGrid; // wider, the line would lie flat

const NamedTimes* timesOf(const bridge::WindowPicturePtr& picture, const std::string& name) {
    if (!picture) {
        return nullptr;
    }
    const auto found = std::ranges::find(picture->times, name, &NamedTimes::name);
    return found == picture->times.end() ? nullptr : &*found;
}

SpectrumChart::Line lineOf(const QString& name, CurveRole role, const NamedTimes& times) {
    SpectrumChart::Line line;
    line.name = name;
    line.role = role;
    for (const bridge::SpectrumPoint& point : times.spectrum) {
        line.points.push_back({point.share, point.milliseconds});
    }
    return line;
}

QString shareName(double share) {
    return QLatin1Char('P') + QString::number(100 * share, 'g', 6);
}

} // namespace

DistributionPane::DistributionPane(QWidget* parent)
    : QWidget(parent)
    , m_request(new QComboBox(this))
    , m_spectrum(new SpectrumChart(
          tr("Response times by percentile"), [](double value) { return format::milliseconds(value); }, this))
    , m_model(new PercentileModel(this))
    , m_table(new widgets::DataTable(this)) {
    m_request->setAccessibleName(tr("Request"));
    m_request->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_request->setMinimumContentsLength(24);
    m_table->setSource(m_model);
    m_table->setAccessibleName(tr("Percentiles"));
    m_table->setSortingEnabled(false);
    m_table->setLastStretches(false);
    m_table->setFixedWidth(kTableWidth);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_spectrum->setMaximumWidth(kSpectrumWidth);
    connect(m_request, &QComboBox::currentIndexChanged, this, &DistributionPane::showTimes);
    auto* label = new QLabel(tr("Re&quest"), this);
    label->setBuddy(m_request);
    auto* head = new QHBoxLayout;
    head->addWidget(label);
    head->addWidget(m_request);
    head->addStretch();
    auto* body = new QHBoxLayout;
    body->setSpacing(2 * theme::kGrid);
    body->addWidget(m_table);
    body->addWidget(m_spectrum, 1);
    body->addStretch();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::kGrid, theme::kHalfGrid, theme::kGrid, theme::kHalfGrid);
    column->setSpacing(theme::kHalfGrid);
    column->addLayout(head);
    column->addLayout(body, 1);
    clear();
}

void DistributionPane::clear() {
    m_whole = nullptr;
    m_window = nullptr;
    showRequests();
}

void DistributionPane::setWhole(const bridge::WindowPicturePtr& whole) {
    m_whole = whole;
    showRequests();
}

void DistributionPane::setWindow(const bridge::WindowPicturePtr& window) {
    m_window = window;
    showTimes();
}

void DistributionPane::showRequests() {
    {
        const QSignalBlocker quiet(m_request);
        const QString before = m_request->currentData().toString();
        m_request->clear();
        m_request->addItem(tr("All requests"), QString());
        if (m_whole) {
            for (const NamedTimes& times : m_whole->times) {
                if (!times.name.empty()) {
                    m_request->addItem(format::plain(times.name), QString::fromStdString(times.name));
                }
            }
        }
        m_request->setCurrentIndex(std::max(0, m_request->findData(before)));
    }
    showTimes();
}

void DistributionPane::showTimes() {
    const std::string name = m_request->currentData().toString().toStdString();
    const NamedTimes* whole = timesOf(m_whole, name);
    const NamedTimes* window = timesOf(m_window, name);
    std::vector<SpectrumChart::Line> lines;
    if (whole != nullptr) {
        lines.push_back(lineOf(tr("Whole run"), m_window ? CurveRole::Muted : CurveRole::Main, *whole));
    }
    if (window != nullptr) {
        lines.push_back(lineOf(tr("Selected part"), CurveRole::Main, *window));
    }
    m_spectrum->setLines(std::move(lines));
    m_table->setColumnHidden(PercentileModel::Window, m_window == nullptr);
    const auto figure = [](const NamedTimes* times, auto value) {
        return times != nullptr ? std::optional<double>(value(*times)) : std::nullopt;
    };
    std::vector<PercentileRow> rows;
    for (std::size_t i = 0; i < std::size(bridge::kShares); ++i) {
        const auto value = [i](const NamedTimes& times) { return times.percentiles.at(i); };
        rows.push_back({shareName(bridge::kShares[i]), figure(window, value), figure(whole, value)});
    }
    const auto most = [](const NamedTimes& times) { return times.max; };
    rows.push_back({tr("Maximum"), figure(window, most), figure(whole, most)});
    m_model->setRows(std::move(rows));
}

} // namespace bw::live
