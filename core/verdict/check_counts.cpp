#include "core/verdict/check_counts.h"

#include <algorithm>
#include <variant>

namespace bw::verdict {

void CheckCounts::add(const metrics::Frame& frame) {
    for (const metrics::SeriesDefinition& added : frame.newSeries) {
        if (added.series.metric == metrics::id(metrics::Builtin::Checks)) {
            define(added);
        }
    }
    for (const metrics::FrameEntry& entry : frame.entries) {
        const std::size_t series = entry.series.value;
        const auto* rate = std::get_if<metrics::RateValue>(&entry.value);
        if (rate != nullptr && series < m_places.size() && m_places[series] > 0) {
            CheckResult& result = m_results[m_places[series] - 1];
            result.passes += rate->trues;
            result.fails += rate->total - rate->trues;
        }
    }
}

void CheckCounts::define(const metrics::SeriesDefinition& added) {
    const metrics::TagSet& tags = added.series.tags;
    const std::string* group = tags.find("group");
    const std::string* name = tags.find("check");
    CheckResult check;
    check.group = group == nullptr ? "" : *group;
    check.name = name == nullptr ? std::string(metrics::kOtherTag.key) : *name;
    const auto known = std::ranges::find_if(
        m_results, [&](const CheckResult& r) { return r.group == check.group && r.name == check.name; });
    if (added.id.value >= m_places.size()) {
        m_places.resize(added.id.value + std::size_t{1});
    }
    m_places[added.id.value] = static_cast<std::uint32_t>(known - m_results.begin()) + 1;
    if (known == m_results.end()) {
        m_results.push_back(std::move(check));
    }
}

} // namespace bw::verdict
