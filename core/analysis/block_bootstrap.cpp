#include "core/analysis/block_bootstrap.h"

#include "core/analysis/scale.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <span>
#include <variant>

namespace bw::analysis {
namespace {

constexpr int kReplicates = 400; // a standard error within 3.5 %
constexpr std::size_t kLeastBlocks = 6;
constexpr std::size_t kNeighbours = 8;

// The blocks of a series as rows of a table: of a trend the filled buckets, of a rate the trues and the rest,
// of a counter the sum. A drawn run is a sum of rows.
class BlockTable {
public:
    explicit BlockTable(const MeasuredSeries& series) {
        if (const auto* whole = std::get_if<metrics::Histogram>(&series.whole)) {
            whole->forEachBucket([&](const metrics::HistogramBucket& bucket) {
                m_columns.emplace(bucket.lower, m_middles.size());
                m_middles.push_back(bucket.middle());
            });
        }
        m_width = metrics::typeOf(series.whole) == metrics::MetricType::Trend ? m_middles.size() : 2;
        m_cells.resize(series.blocks.size() * m_width);
        for (std::size_t block = 0; block < series.blocks.size(); ++block) {
            fill(std::span(m_cells).subspan(block * m_width, m_width), series.blocks[block]);
        }
        m_drawn.resize(m_width);
    }

    void clear() { std::ranges::fill(m_drawn, 0.0F); }
    void draw(std::size_t block) {
        const float* row = m_cells.data() + block * m_width;
        for (std::size_t column = 0; column < m_width; ++column) {
            m_drawn[column] += row[column];
        }
    }

    // On the statistic's scale; empty when nothing was drawn.
    [[nodiscard]] std::optional<double> drawn(Statistic statistic, double seconds) const {
        double total = 0;
        for (const float cell : m_drawn) {
            total += static_cast<double>(cell);
        }
        if (statistic == Statistic::PerSecond) {
            const auto sum = static_cast<double>(m_drawn[0]);
            return sum > 0 ? std::optional(Scale::to(statistic, sum / seconds, sum)) : std::nullopt;
        }
        if (total <= 0) {
            return std::nullopt;
        }
        if (statistic == Statistic::Share) {
            return Scale::to(statistic, static_cast<double>(m_drawn[0]) / total, total);
        }
        return Scale::to(statistic, percentile(statistic, total), total);
    }

private:
    void fill(std::span<float> row, const metrics::SeriesValue& value) {
        if (const auto* times = std::get_if<metrics::Histogram>(&value)) {
            times->forEachBucket([&](const metrics::HistogramBucket& bucket) {
                if (const auto column = m_columns.find(bucket.lower); column != m_columns.end()) {
                    row[column->second] = static_cast<float>(bucket.count);
                }
            });
        } else if (const auto* rate = std::get_if<metrics::RateValue>(&value)) {
            row[0] = static_cast<float>(rate->trues);
            row[1] = static_cast<float>(rate->total - rate->trues);
        } else if (const auto* counter = std::get_if<metrics::CounterValue>(&value)) {
            row[0] = static_cast<float>(counter->sum);
        }
    }

    // As Histogram::percentile, within its bucket evenly: whole buckets would hide a scatter below their
    // width.
    [[nodiscard]] double percentile(Statistic statistic, double total) const {
        const double rank = percentileShare(statistic) * total;
        double below = 0;
        std::size_t before = 0;
        for (std::size_t column = 0; column < m_width; ++column) {
            const auto count = static_cast<double>(m_drawn[column]);
            if (count > 0 && below + count >= rank) {
                const double from = m_middles[before];
                return from + (m_middles[column] - from) * (rank - below) / count;
            }
            if (count > 0) {
                before = column;
            }
            below += count;
        }
        return m_middles.empty() ? 0 : m_middles.back();
    }

    std::map<std::uint64_t, std::size_t> m_columns; // by the bucket's lower end
    std::vector<double> m_middles;                  // nanoseconds
    std::size_t m_width = 0;
    std::vector<float> m_cells;
    std::vector<float> m_drawn;
};

// Of equal length as far as that goes.
struct Neighbourhoods {
    std::size_t blocks;
    std::size_t count;

    explicit Neighbourhoods(std::size_t of)
        : blocks(of)
        , count(std::max<std::size_t>(1, (of + kNeighbours / 2) / kNeighbours)) {}
    [[nodiscard]] std::size_t begin(std::size_t which) const { return which * blocks / count; }
    // n / (n − 1) of the neighbourhoods' mean length.
    [[nodiscard]] double correction() const {
        const double length = static_cast<double>(blocks) / static_cast<double>(count);
        return length / (length - 1);
    }
};

double varianceOf(const std::vector<double>& values) {
    double mean = 0;
    for (const double value : values) {
        mean += value / static_cast<double>(values.size());
    }
    double squares = 0;
    for (const double value : values) {
        squares += (value - mean) * (value - mean);
    }
    return squares / static_cast<double>(values.size() - 1);
}

} // namespace

std::optional<RunVariances> bootstrapVariances(const MeasuredSeries& series,
                                               const std::vector<Statistic>& statistics,
                                               double secondsPerBlock, Random& random) {
    const auto filled = std::ranges::count_if(
        series.blocks, [](const auto& block) { return metrics::sampleCount(block) > 0; });
    if (static_cast<std::size_t>(filled) < kLeastBlocks) {
        return std::nullopt;
    }
    BlockTable table(series);
    const Neighbourhoods neighbourhoods(series.blocks.size());
    const double seconds = secondsPerBlock * static_cast<double>(series.blocks.size());
    std::vector<std::vector<double>> drawn(statistics.size());
    for (int replicate = 0; replicate < kReplicates; ++replicate) {
        table.clear();
        for (std::size_t which = 0; which < neighbourhoods.count; ++which) {
            const std::size_t begin = neighbourhoods.begin(which);
            const std::size_t length = neighbourhoods.begin(which + 1) - begin;
            for (std::size_t i = 0; i < length; ++i) {
                table.draw(begin + random.below(length));
            }
        }
        for (std::size_t i = 0; i < statistics.size(); ++i) {
            if (const auto value = table.drawn(statistics[i], seconds)) {
                drawn[i].push_back(*value);
            }
        }
    }
    RunVariances variances;
    for (const std::vector<double>& values : drawn) {
        if (values.size() < kReplicates / 2) {
            return std::nullopt;
        }
        variances.variances.push_back(varianceOf(values) * neighbourhoods.correction());
    }
    return variances;
}

} // namespace bw::analysis
