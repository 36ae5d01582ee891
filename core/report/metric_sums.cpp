#include "core/report/metric_sums.h"

#include "core/testplan/threshold_spec.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

namespace bw::report {
namespace {

using metrics::MetricId;
using metrics::SeriesId;
using metrics::SeriesValue;

// What stands between the braces, as its author wrote it.
std::string tagsOf(const std::string& selector) {
    const std::size_t open = selector.find('{');
    const std::size_t close = selector.rfind('}');
    const bool braced = open != std::string::npos && close != std::string::npos && close > open;
    return braced ? selector.substr(open + 1, close - open - 1) : std::string();
}

metrics::TagSet filterOf(const std::string& tags) {
    std::vector<metrics::TagView> views;
    const auto parsed = testplan::parseTagFilter(tags);
    if (parsed) {
        for (const auto& [key, value] : *parsed) {
            views.push_back({key, value});
        }
    }
    return metrics::TagSet(std::span<const metrics::TagView>(views));
}

bool isOfProcess(MetricId metric) {
    return metric.value >= metrics::id(metrics::Builtin::ProcessCpu).value &&
           metric.value <= metrics::id(metrics::Builtin::ProcessNetworkSent).value;
}

class SumCollector {
public:
    SumCollector(const metrics::Totals& totals, const metrics::MetricRegistry& metrics)
        : m_totals(totals)
        , m_metrics(metrics) {}

    void addMeasured() {
        for (std::uint32_t index = 0; index < m_totals.seriesCount(); ++index) {
            const SeriesValue& value = m_totals.value(SeriesId{index});
            const MetricId metric = m_totals.series(SeriesId{index}).metric;
            if (metric.value < m_metrics.size() && metrics::sampleCount(value) > 0) {
                SeriesValue& sum = whole(metric).value;
                if (sum.index() == value.index()) {
                    metrics::mergeInto(sum, value);
                }
            }
        }
    }

    MetricSum& whole(MetricId metric) {
        const metrics::Metric facts = m_metrics[metric];
        const auto [place, added] = m_sums.try_emplace({std::string(facts.name), std::string()});
        if (added) {
            place->second = {.name = std::string(facts.name),
                             .tags = {},
                             .type = facts.type,
                             .kind = facts.kind,
                             .value = metrics::emptyValue(facts.type)};
        }
        return place->second;
    }

    void addPart(MetricId metric, const std::string& tags, const metrics::TagSet& filter) {
        MetricSum part = whole(metric);
        if (tags.empty() || m_sums.contains({part.name, tags})) {
            return;
        }
        part.tags = tags;
        part.value = m_totals.sum(metric, part.type, filter);
        m_sums.emplace(std::pair(part.name, tags), std::move(part));
    }

    // What several processes use is no sum of anything: each stands beside it.
    void addProcesses() {
        std::map<std::string, std::vector<MetricId>> processes;
        for (std::uint32_t index = 0; index < m_totals.seriesCount(); ++index) {
            const metrics::Series& series = m_totals.series(SeriesId{index});
            const std::string* process = series.tags.find("process");
            const bool isMeasured = metrics::sampleCount(m_totals.value(SeriesId{index})) > 0;
            if (process != nullptr && isMeasured && isOfProcess(series.metric)) {
                processes[*process].push_back(series.metric);
            }
        }
        for (const auto& [process, metrics] : processes) {
            for (std::size_t i = 0; i < metrics.size() && processes.size() > 1; ++i) {
                addPart(metrics[i], "process:" + process, metrics::TagSet{{"process", process}});
            }
        }
    }

    std::vector<MetricSum> take() {
        std::vector<MetricSum> sums;
        sums.reserve(m_sums.size());
        for (auto& [key, sum] : m_sums) {
            sums.push_back(std::move(sum));
        }
        return sums;
    }

private:
    const metrics::Totals& m_totals;
    const metrics::MetricRegistry& m_metrics;
    std::map<std::pair<std::string, std::string>, MetricSum> m_sums; // by name and tags
};

} // namespace

std::vector<MetricSum> metricSums(const metrics::Totals& totals, const metrics::MetricRegistry& metrics,
                                  const verdict::Verdict& verdict) {
    SumCollector sums(totals, metrics);
    sums.addMeasured();
    for (const verdict::ThresholdResult& threshold : verdict.evaluation.thresholds) {
        const auto metric = metrics.find(threshold.selector.substr(0, threshold.selector.find('{')));
        if (metric) {
            const std::string tags = tagsOf(threshold.selector);
            sums.addPart(*metric, tags, filterOf(tags));
        }
    }
    sums.addProcesses();
    const MetricId duration = metrics::id(metrics::Builtin::HttpReqDuration);
    if (metrics::sampleCount(totals.sum(duration, metrics::MetricType::Trend)) > 0) {
        sums.addPart(duration, "expected_response:true", metrics::TagSet{{"expected_response", "true"}});
    }
    return sums.take();
}

} // namespace bw::report
