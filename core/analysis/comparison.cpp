#include "core/analysis/comparison.h"

#include "core/analysis/block_bootstrap.h"
#include "core/analysis/multiple_tests.h"
#include "core/analysis/scale.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numbers>
#include <optional>
#include <string>

namespace bw::analysis {
namespace {

// With fewer samples a statistic rests on less than a handful of them and no number of runs helps much.
double leastSamples(Statistic statistic) {
    switch (statistic) {
    case Statistic::P95:
        return 100;
    case Statistic::P99:
    case Statistic::Share:
        return 500;
    case Statistic::P50:
    case Statistic::PerSecond:
        break;
    }
    return 20;
}

const MeasuredSeries* findSeries(const MeasuredRun& run, const Subject& subject) {
    const auto found = std::ranges::lower_bound(run.series, subject, {}, &MeasuredSeries::subject);
    return found != run.series.end() && found->subject == subject ? &*found : nullptr;
}

double samplesOf(const MeasuredSeries& series) {
    return static_cast<double>(metrics::sampleCount(series.whole));
}

// What one run says of a row.
struct Reading {
    double value = 0;
    double scaled = 0;
    double least = 0;             // of the variance
    std::optional<double> within; // the variance that the bootstrap found
};

std::optional<Reading> readingOf(const MeasuredRun& run, const Subject& subject, Statistic statistic) {
    const MeasuredSeries* series = findSeries(run, subject);
    if (series == nullptr || samplesOf(*series) < leastSamples(statistic)) {
        return std::nullopt;
    }
    Reading reading;
    reading.value = valueOf(series->whole, statistic, run.seconds);
    reading.scaled = Scale::to(statistic, reading.value, samplesOf(*series));
    reading.least = Scale::leastVariance(statistic, samplesOf(*series));
    return reading;
}

// How runs of one program differ: squares around the means of groups of them.
class Spread {
public:
    void add(const std::string& group, double scaled) { m_groups[group].push_back(scaled); }
    // Runs one after the other, of programs that mostly perform alike.
    void addSuccessive(double scaled) { m_successive.push_back(scaled); }

    [[nodiscard]] double freedom() const {
        const double freedom = groupFreedom();
        return freedom >= kEnough ? freedom : std::max(freedom, successiveFreedom());
    }
    // Precondition: freedom() > 0.
    [[nodiscard]] double variance() const {
        return groupFreedom() >= kEnough || groupFreedom() >= successiveFreedom() ? groupVariance()
                                                                                  : successiveVariance();
    }

private:
    static constexpr double kEnough = 3;

    [[nodiscard]] double groupFreedom() const {
        double freedom = 0;
        for (const auto& [name, values] : m_groups) {
            freedom += static_cast<double>(values.size() - 1);
        }
        return freedom;
    }

    [[nodiscard]] double groupVariance() const {
        double squares = 0;
        for (const auto& [name, values] : m_groups) {
            double mean = 0;
            for (const double value : values) {
                mean += value / static_cast<double>(values.size());
            }
            for (const double value : values) {
                squares += (value - mean) * (value - mean);
            }
        }
        return squares / groupFreedom();
    }

    // A median of n differences knows its scale about as well as a third of n squares do.
    [[nodiscard]] double successiveFreedom() const {
        const std::size_t differences = m_successive.empty() ? 0 : m_successive.size() - 1;
        return std::floor(static_cast<double>(differences) / 3);
    }

    // By the median of the differences, which a change now and then does not move; of normal values it is
    // 0.6745 standard deviations, of a difference √2 times larger ones.
    [[nodiscard]] double successiveVariance() const {
        std::vector<double> differences;
        for (std::size_t i = 1; i < m_successive.size(); ++i) {
            differences.push_back(std::abs(m_successive[i] - m_successive[i - 1]));
        }
        const auto middle = differences.begin() + static_cast<std::ptrdiff_t>(differences.size() / 2);
        std::ranges::nth_element(differences, middle);
        const double deviation = *middle / 0.6745 / std::numbers::sqrt2;
        return deviation * deviation;
    }

    std::map<std::string, std::vector<double>> m_groups;
    std::vector<double> m_successive;
};

class Side {
public:
    void add(const Reading& reading) {
        m_readings.push_back(reading);
        m_scaled += reading.scaled;
    }
    [[nodiscard]] bool isEmpty() const { return m_readings.empty(); }
    [[nodiscard]] double runs() const { return static_cast<double>(m_readings.size()); }
    [[nodiscard]] double scaled() const { return m_scaled / runs(); }
    // Of shares the mean; of what is compared by ratios the geometric mean.
    [[nodiscard]] double value(Statistic statistic) const {
        if (m_readings.size() == 1 || statistic != Statistic::Share) {
            return m_readings.size() == 1 ? m_readings.front().value : Scale::from(statistic, scaled());
        }
        double sum = 0;
        for (const Reading& reading : m_readings) {
            sum += reading.value;
        }
        return sum / runs();
    }
    [[nodiscard]] const std::vector<Reading>& readings() const { return m_readings; }

private:
    std::vector<Reading> m_readings;
    double m_scaled = 0;
};

// Bootstraps every series of the compared runs once, for all its statistics.
class WithinRuns {
public:
    WithinRuns(std::span<const MeasuredRun> runs, std::uint64_t seed) {
        std::uint64_t stream = 0;
        for (const MeasuredRun& run : runs) {
            std::vector<std::optional<RunVariances>>& of = m_runs.emplace_back();
            for (const MeasuredSeries& series : run.series) {
                Random random(seed, stream++);
                const double blocks = std::max<double>(1, static_cast<double>(series.blocks.size()));
                of.push_back(
                    bootstrapVariances(series, statisticsOf(series.whole), run.seconds / blocks, random));
            }
        }
    }

    [[nodiscard]] std::optional<double> variance(std::size_t run, const MeasuredSeries& series,
                                                 std::size_t place, Statistic statistic) const {
        const auto& found = m_runs[run][place];
        if (!found) {
            return std::nullopt;
        }
        const std::vector<Statistic> statistics = statisticsOf(series.whole);
        const auto at = std::ranges::find(statistics, statistic) - statistics.begin();
        return found->variances[static_cast<std::size_t>(at)];
    }

private:
    std::vector<std::vector<std::optional<RunVariances>>> m_runs;
};

class Comparer {
public:
    Comparer(std::span<const MeasuredRun> before, std::span<const MeasuredRun> after,
             std::span<const MeasuredRun> history, const CompareOptions& options)
        : m_before(before)
        , m_after(after)
        , m_history(history)
        , m_options(options)
        , m_withinBefore(before, options.seed)
        , m_withinAfter(after, options.seed) {}

    [[nodiscard]] Comparison compare() {
        Comparison result;
        for (const auto& [subject, series] : subjects()) {
            for (const Statistic statistic : statisticsOf(series->whole)) {
                ComparedRow row;
                row.subject = subject;
                row.statistic = statistic;
                row.better = series->better;
                if (judge(row)) {
                    result.rows.push_back(row);
                }
            }
        }
        correct(result.rows);
        result.knowsRunToRun = m_mostFreedom > 0;
        result.otherRuns = m_mostFreedom > 0 ? static_cast<int>(m_history.size()) : 0;
        return result;
    }

private:
    [[nodiscard]] std::map<Subject, const MeasuredSeries*> subjects() const {
        std::map<Subject, const MeasuredSeries*> subjects;
        for (const std::span<const MeasuredRun> side : {m_before, m_after}) {
            for (const MeasuredRun& run : side) {
                for (const MeasuredSeries& series : run.series) {
                    subjects.emplace(series.subject, &series);
                }
            }
        }
        return subjects;
    }

    [[nodiscard]] static Side read(std::span<const MeasuredRun> runs, const WithinRuns& within,
                                   const ComparedRow& row) {
        Side side;
        for (std::size_t i = 0; i < runs.size(); ++i) {
            auto reading = readingOf(runs[i], row.subject, row.statistic);
            if (!reading) {
                continue;
            }
            const MeasuredSeries* series = findSeries(runs[i], row.subject);
            const auto place = static_cast<std::size_t>(series - runs[i].series.data());
            reading->within = within.variance(i, *series, place, row.statistic);
            side.add(*reading);
        }
        return side;
    }

    // False when there is nothing to say of the row at all.
    bool judge(ComparedRow& row) {
        const Side before = read(m_before, m_withinBefore, row);
        const Side after = read(m_after, m_withinAfter, row);
        if (before.isEmpty() && after.isEmpty()) {
            return false;
        }
        if (before.isEmpty() || after.isEmpty()) {
            row.before = before.isEmpty() ? 0 : before.value(row.statistic);
            row.after = after.isEmpty() ? 0 : after.value(row.statistic);
            m_values.push_back(std::nullopt);
            return true;
        }
        row.before = before.value(row.statistic);
        row.after = after.value(row.statistic);
        const Spread spread = spreadOf(row);
        const std::optional<double> variance = varianceOf(row.statistic, before, after, spread);
        if (!variance) {
            m_values.push_back(std::nullopt);
            return true;
        }
        const double freedom = spread.freedom() > 0 ? spread.freedom() : kInfinity;
        m_mostFreedom = std::max(m_mostFreedom, spread.freedom());
        const double error = std::sqrt(*variance * (1 / before.runs() + 1 / after.runs()));
        const double difference = after.scaled() - before.scaled();
        const double reach = tQuantile(m_options.confidence, freedom) * error;
        setEffect(row, before.scaled(), difference, reach);
        const double t = error > 0 ? difference / error : difference == 0 ? 0 : kInfinity;
        m_values.push_back(std::isinf(t) ? 0 : tTest(t, freedom));
        return true;
    }

    [[nodiscard]] Spread spreadOf(const ComparedRow& row) const {
        Spread spread;
        const auto read = [&](std::span<const MeasuredRun> runs, const auto& add) {
            for (const MeasuredRun& run : runs) {
                if (const auto reading = readingOf(run, row.subject, row.statistic)) {
                    add(run, reading->scaled);
                }
            }
        };
        read(m_before, [&](const MeasuredRun&, double scaled) { spread.add("a", scaled); });
        read(m_after, [&](const MeasuredRun&, double scaled) { spread.add("b", scaled); });
        read(m_history, [&](const MeasuredRun& run, double scaled) {
            spread.add("build " + run.build, scaled);
            spread.addSuccessive(scaled);
        });
        return spread;
    }

    // Of one run's value. Empty when neither the runs nor other ones tell.
    static std::optional<double> varianceOf(Statistic statistic, const Side& before, const Side& after,
                                            const Spread& spread) {
        double within = 0;
        double least = 0;
        double known = 0;
        for (const Side* side : {&before, &after}) {
            for (const Reading& reading : side->readings()) {
                least += reading.least / (before.runs() + after.runs());
                if (reading.within) {
                    within += *reading.within;
                    ++known;
                }
            }
        }
        const double between = spread.freedom() > 0 ? spread.variance() : 0;
        if (known == 0 && between <= 0) {
            return std::nullopt;
        }
        // What a load does in a second is laid down by the plan: its ups and downs say nothing of other runs.
        const bool isOfPlan = statistic == Statistic::PerSecond && between > 0;
        return std::max({between, known > 0 && !isOfPlan ? within / known : 0, least});
    }

    void setEffect(ComparedRow& row, double before, double difference, double reach) const {
        if (row.statistic == Statistic::Share) {
            const double from = Scale::from(row.statistic, before);
            row.effect = row.after - row.before;
            row.low = std::min(row.effect, Scale::from(row.statistic, before + difference - reach) - from);
            row.high = std::max(row.effect, Scale::from(row.statistic, before + difference + reach) - from);
        } else {
            row.effect = std::exp(difference) - 1;
            row.low = std::exp(difference - reach) - 1;
            row.high = std::exp(difference + reach) - 1;
        }
    }

    void correct(std::vector<ComparedRow>& rows) const {
        std::vector<double> values;
        for (const std::optional<double>& value : m_values) {
            if (value) {
                values.push_back(*value);
            }
        }
        const std::vector<double> adjusted = holm(values);
        std::size_t next = 0;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (m_values[i]) {
                rows[i].adjusted = adjusted[next++];
                rows[i].finding = findingOf(rows[i]);
            }
        }
    }

    [[nodiscard]] Finding findingOf(const ComparedRow& row) const {
        const double least = row.statistic == Statistic::Share ? m_options.leastShare : m_options.leastEffect;
        const bool isSure = row.adjusted <= 1 - m_options.confidence;
        if (isSure && std::abs(row.effect) >= least) {
            return (row.effect < 0) == (row.better == Better::Lower) ? Finding::Better : Finding::Worse;
        }
        const double relevant = least * m_options.relevantEffects;
        const bool isExcluded = row.low > -relevant && row.high < relevant;
        return isExcluded ? Finding::NoDifference : Finding::NeedsMoreRuns;
    }

    static constexpr double kInfinity = std::numeric_limits<double>::infinity();

    std::span<const MeasuredRun> m_before;
    std::span<const MeasuredRun> m_after;
    std::span<const MeasuredRun> m_history;
    const CompareOptions& m_options;
    WithinRuns m_withinBefore;
    WithinRuns m_withinAfter;
    std::vector<std::optional<double>> m_values; // p-values beside the rows
    double m_mostFreedom = 0;
};

} // namespace

Comparison compare(std::span<const MeasuredRun> before, std::span<const MeasuredRun> after,
                   std::span<const MeasuredRun> history, const CompareOptions& options) {
    return Comparer(before, after, history, options).compare();
}

} // namespace bw::analysis
