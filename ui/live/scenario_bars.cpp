#include "ui/live/scenario_bars.h"

#include "ui/format/units.h"
#include "ui/theme/tokens.h"

#include <QPainter>

namespace bw::live {
namespace {

// What is not by the plan is said.
QString byHandOf(const bridge::ScenarioMoment& scenario) {
    if (scenario.added == 0 || scenario.isExternal) {
        return {};
    }
    return QStringLiteral(" (%1%2)").arg(scenario.added > 0 ? QStringLiteral("+") : QString(),
                                         format::number(scenario.added));
}

QString loadOf(const bridge::ScenarioMoment& scenario) {
    if (!scenario.hasBegun) {
        return ScenarioBars::tr("waits");
    }
    if (scenario.wantedRate > 0) {
        return ScenarioBars::tr("%1 wanted, %2 VUs")
                   .arg(format::perSecond(scenario.wantedRate),
                        format::count(static_cast<double>(scenario.vus))) +
               byHandOf(scenario);
    }
    return ScenarioBars::tr("%1 of %2 VUs")
               .arg(format::count(static_cast<double>(scenario.vus)),
                    format::count(static_cast<double>(std::max(scenario.wantedVus, scenario.vus)))) +
           byHandOf(scenario);
}

} // namespace

ScenarioBars::ScenarioBars(QWidget* parent)
    : QWidget(parent) {
    setAccessibleName(tr("Scenarios"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ScenarioBars::setScenarios(std::vector<bridge::ScenarioMoment> scenarios) {
    const bool sameCount = scenarios.size() == m_scenarios.size();
    m_scenarios = std::move(scenarios);
    setVisible(!m_scenarios.empty());
    QStringList words;
    for (const bridge::ScenarioMoment& scenario : m_scenarios) {
        words.append(scenario.name + u' ' + format::percent(scenario.done) + u' ' + loadOf(scenario));
    }
    setAccessibleDescription(words.join(QStringLiteral("; ")));
    if (!sameCount) {
        updateGeometry();
    }
    update();
}

int ScenarioBars::rowHeight() const {
    return fontMetrics().height() + theme::kHalfGrid;
}

QSize ScenarioBars::sizeHint() const {
    return {400, rowHeight() * static_cast<int>(m_scenarios.size()) + theme::kGrid};
}

QSize ScenarioBars::minimumSizeHint() const {
    return {200, sizeHint().height()};
}

void ScenarioBars::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    QRect row(2 * theme::kGrid, theme::kHalfGrid, width() - 4 * theme::kGrid, rowHeight());
    for (const bridge::ScenarioMoment& scenario : m_scenarios) {
        paintRow(painter, row, scenario);
        row.translate(0, rowHeight());
    }
}

void ScenarioBars::paintRow(QPainter& painter, const QRect& row,
                            const bridge::ScenarioMoment& scenario) const {
    const theme::Tokens& t = theme::tokens(palette());
    const int nameWidth = row.width() / 5;
    const int loadWidth = row.width() / 4;
    painter.setPen(t.text);
    painter.drawText(QRect(row.left(), row.top(), nameWidth, row.height()), Qt::AlignVCenter,
                     fontMetrics().elidedText(scenario.name, Qt::ElideMiddle, nameWidth - theme::kGrid));
    painter.setPen(t.muted);
    painter.drawText(QRect(row.left() + nameWidth, row.top(), nameWidth, row.height()), Qt::AlignVCenter,
                     fontMetrics().elidedText(scenario.executor, Qt::ElideMiddle, nameWidth - theme::kGrid));
    const QRectF track(row.left() + 2 * nameWidth, row.center().y() - 1,
                       row.width() - 2 * nameWidth - loadWidth - theme::kGrid, 4);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.line);
    painter.drawRoundedRect(track, 2, 2);
    painter.setBrush(t.accent);
    painter.drawRoundedRect(QRectF(track.topLeft(), QSizeF(track.width() * scenario.done, track.height())), 2,
                            2);
    painter.setPen(t.muted);
    painter.drawText(QRect(row.right() - loadWidth, row.top(), loadWidth, row.height()),
                     Qt::AlignVCenter | Qt::AlignRight, loadOf(scenario));
}

} // namespace bw::live
