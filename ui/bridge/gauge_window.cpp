#include "ui/bridge/gauge_window.h"

#include "core/verdict/verdict_evaluator.h"
#include "ui/format/words.h"

namespace bw::bridge {
namespace {

constexpr std::int64_t kSeconds = 10;

// What this run does not exercise or cannot measure would be a dial without a hand.
bool isMeasured(verdict::BudgetState state) {
    return state != verdict::BudgetState::NotExercised && state != verdict::BudgetState::NotMeasured;
}

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
    if (m_frames.empty() || readings.empty()) {
        return readings;
    }
    const std::vector<GaugeReading> recent = gaugesOf(lastSeconds());
    for (GaugeReading& reading : readings) {
        for (const GaugeReading& other : recent) {
            const bool isSame = other.budget == reading.budget && other.subject == reading.subject &&
                                other.sinceStart.kind == reading.sinceStart.kind &&
                                other.sinceStart.limit == reading.sinceStart.limit;
            if (isSame) {
                reading.lastSeconds = other.sinceStart.value;
            }
        }
    }
    return readings;
}

std::vector<GaugeReading> gaugesOf(const verdict::Evaluation& evaluation) {
    std::vector<GaugeReading> readings;
    for (const verdict::BudgetResult& budget : evaluation.budgets) {
        for (const verdict::BudgetRowResult& row : budget.rows) {
            for (const verdict::LimitResult& limit : row.limits) {
                if (isMeasured(row.state) && isMeasured(limit.state)) {
                    readings.push_back({format::plain(budget.name), row.subject, limit, std::nullopt});
                }
            }
        }
    }
    return readings;
}

} // namespace bw::bridge
