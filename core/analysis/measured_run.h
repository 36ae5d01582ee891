#pragma once

#include "core/metrics/series_value.h"

#include <cstdint>
#include <string>
#include <vector>

// What the analysis looks at: a run as some measured things, cut into blocks of time.
namespace bw::analysis {

// Which way is the better one.
enum class Better : std::uint8_t { Lower, Higher };

// A number that stands for a thing measured: percentiles of a trend (milliseconds), the share of a rate (0 to
// 1), what a counter adds in a second.
enum class Statistic : std::uint8_t { P50, P95, P99, Share, PerSecond };

// A metric of the requests, groups or sessions of one name, or of all of them.
struct Subject {
    std::string metric;
    std::string name; // empty: all
    friend auto operator<=>(const Subject&, const Subject&) = default;
};

struct MeasuredSeries {
    Subject subject;
    Better better = Better::Lower;
    metrics::SeriesValue whole; // over all seconds looked at
    // The same in consecutive spans of equal width, in order of time; empty values where nothing moved. None
    // where only the whole is known.
    std::vector<metrics::SeriesValue> blocks;
};

struct MeasuredRun {
    double seconds = 0; // that were looked at
    // Runs of one build are the same program, so that what differs between them is noise. Empty: not known;
    // such runs count as one program, too.
    std::string build;
    std::vector<MeasuredSeries> series; // by subject, ascending
};

// The statistics that there are of a value's type, of which a gauge has none.
[[nodiscard]] std::vector<Statistic> statisticsOf(const metrics::SeriesValue& value);

// Of a percentile: 0.95.
[[nodiscard]] double percentileShare(Statistic statistic);

// 0 when nothing was measured. `seconds` for PerSecond.
[[nodiscard]] double valueOf(const metrics::SeriesValue& value, Statistic statistic, double seconds);

} // namespace bw::analysis
