#include "ui/bridge/gauge_window.h"

#include "core/verdict/verdict_evaluator.h"
#include "ui/format/words.h"

#include <algorithm>

namespace bw::bridge {
namespace {

constexpr std::int64_t kSeconds = 10;
constexpr std::size_t kMinute = 60;

} // namespace

GaugeWindow::GaugeWindow(const metrics::MetricRegistry& metrics, std::vector<verdict::JudgedBudget> budgets)
    : m_metrics(metrics)
    , m_budgets(std::move(budgets)) {}

void GaugeWindow::add(const metrics::FramePtr& frame) {
    if (m_budgets.empty()) {
        return;
    }
    m_series.insert(m_series.end(), frame->newSeries.begin(), frame->newSeries.end());
    m_frames.push_back(frame);
    while (m_frames.front()->end() <= frame->end() - kSeconds) {
        m_frames.pop_front();
    }
    remember(frame->width);
}

// A limit keeps its place in every evaluation of the same budgets.
void GaugeWindow::remember(std::int64_t seconds) {
    const std::vector<GaugeReading> now = gaugesOf(lastSeconds());
    m_minute.resize(now.size());
    const auto places = static_cast<std::size_t>(std::clamp<std::int64_t>(seconds, 1, kMinute));
    for (std::size_t i = 0; i < now.size(); ++i) {
        Figures& minute = m_minute[i];
        minute.insert(minute.end(), places, now[i].sinceStart.value);
        if (minute.size() > kMinute) {
            minute.erase(minute.begin(), minute.end() - kMinute);
        }
    }
}

verdict::Evaluation GaugeWindow::lastSeconds() const {
    verdict::VerdictEvaluator judge(m_metrics, {}, m_budgets);
    const std::int64_t begin = m_frames.front()->second;
    metrics::Frame first = *m_frames.front();
    first.newSeries = m_series;
    first.second = 0;
    judge.add(first);
    for (auto frame = std::next(m_frames.begin()); frame != m_frames.end(); ++frame) {
        metrics::Frame moved = **frame;
        moved.newSeries.clear();
        moved.second -= begin;
        judge.add(moved);
    }
    return judge.evaluate(std::chrono::seconds(m_frames.back()->end() - begin), verdict::Moment::Running);
}

std::vector<GaugeReading> GaugeWindow::readings(const verdict::Evaluation& sinceStart) const {
    std::vector<GaugeReading> readings = gaugesOf(sinceStart);
    if (readings.size() != m_minute.size()) {
        return readings; // nothing was evaluated, or no frame came so far
    }
    for (std::size_t i = 0; i < readings.size(); ++i) {
        readings[i].lastSeconds = m_minute[i].back();
        readings[i].lastMinute = m_minute[i];
    }
    return readings;
}

std::vector<GaugeReading> gaugesOf(const verdict::Evaluation& evaluation) {
    std::vector<GaugeReading> readings;
    for (const verdict::BudgetResult& budget : evaluation.budgets) {
        for (const verdict::BudgetRowResult& row : budget.rows) {
            for (const verdict::LimitResult& limit : row.limits) {
                readings.push_back({format::plain(budget.name), row.subject, limit, std::nullopt, {}});
            }
        }
    }
    return readings;
}

} // namespace bw::bridge
