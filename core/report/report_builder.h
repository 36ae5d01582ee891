#pragma once

#include "core/metrics/frame.h"
#include "core/metrics/totals.h"
#include "core/report/report_model.h"
#include "core/report/second_rows.h"

#include <algorithm>
#include <cstdint>
#include <unordered_map>
#include <vector>

namespace bw::report {

// Makes a run's report of its frames. One thread at a time; memory: the run's totals and as many moments of
// curves as it was told (see SecondRows).
class ReportBuilder {
public:
    explicit ReportBuilder(std::size_t mostRows = SecondRows::kMaxRows)
        : m_rows(0, mostRows) {}

    // All frames of the run, in order, each once.
    void add(const metrics::Frame& frame);

    // Of a run that is too long to go through all of its frames, instead of add(): one frame that has its
    // sums and defines its series; then, as curves need no more, its stretches in order (of series for which
    // SecondRows::isDrawn()), and when failures() happened first and last.
    void addSums(const metrics::Frame& whole);
    void addStretch(const metrics::Frame& stretch) { m_rows.add(stretch); }
    [[nodiscard]] std::vector<metrics::SeriesId> failures() const;
    void addFailureTimes(metrics::SeriesId failure, std::int64_t first, std::int64_t last);
    // WebSocket sessions that were opened in one second; stretches only know their mean.
    void addOpened(double aSecond) { m_opened = std::max(m_opened, aSecond); }

    [[nodiscard]] const metrics::Totals& totals() const { return m_totals; }

    // What was added so far; rates are over run.duration without pauses. Warnings and the plan's text are the
    // caller's.
    [[nodiscard]] ReportModel build(RunInfo run, verdict::Verdict verdict) const;

private:
    struct Seen {
        std::int64_t first = 0;
        std::int64_t last = 0;
    };

    void define(const metrics::Frame& frame);
    [[nodiscard]] std::vector<RequestRow> requestRows(double seconds) const;
    [[nodiscard]] std::vector<ErrorRow> errorRows() const;

    metrics::Totals m_totals;
    SecondRows m_rows;
    double m_opened = 0;                                    // the most in a second that was added by itself
    std::unordered_map<metrics::SeriesId, Seen> m_failures; // of series of unexpected responses
};

} // namespace bw::report
