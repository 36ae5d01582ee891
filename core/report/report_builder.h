#pragma once

#include "core/metrics/frame.h"
#include "core/metrics/totals.h"
#include "core/report/report_model.h"
#include "core/report/second_rows.h"

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace bw::report {

// Makes a run's report of its frames. One thread at a time; memory: the run's totals and up to 86,400 moments
// of curves.
class ReportBuilder {
public:
    // All frames of the run, in order, each once.
    void add(const metrics::Frame& frame);

    [[nodiscard]] const metrics::Totals& totals() const { return m_totals; }

    // What was added so far; rates are over run.duration. Warnings and the plan's text are the caller's.
    [[nodiscard]] ReportModel build(RunInfo run, verdict::Verdict verdict) const;

private:
    struct Seen {
        std::int64_t first = 0;
        std::int64_t last = 0;
    };

    [[nodiscard]] std::vector<RequestRow> requestRows(double seconds) const;
    [[nodiscard]] std::vector<ErrorRow> errorRows() const;

    metrics::Totals m_totals;
    SecondRows m_rows;
    std::unordered_map<metrics::SeriesId, Seen> m_failures; // of series of unexpected responses
};

} // namespace bw::report
