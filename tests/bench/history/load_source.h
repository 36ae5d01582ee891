#pragma once

#include "core/base/random.h"
#include "core/metrics/frame.h"

#include <cstdint>
#include <string>
#include <vector>

namespace bw::bench {

struct LoadShape {
    int names = 3;      // of requests; eight series each
    double rate = 1000; // requests a second, over all names
    std::uint64_t seed = 1;
};

// The frames of a steady load as the engine makes them of it: of each name the requests, the failed ones and
// six times, beside them six series of the run (of one name now and then a status 500). Times are log-normal,
// one in two hundred comes out of a tail ten times as slow; their medians go up and down by a quarter over
// hours.
class LoadSource {
public:
    explicit LoadSource(const LoadShape& shape);

    [[nodiscard]] metrics::FramePtr next();
    [[nodiscard]] std::size_t series() const { return m_series.size(); }

private:
    struct Time { // log-normal
        std::uint32_t series = 0;
        double median = 1; // ms
        double sigma = 0.4;
    };
    struct Name {
        std::uint32_t requests = 0;
        std::uint32_t failed = 0;
        std::vector<Time> times;
    };

    [[nodiscard]] std::uint32_t add(metrics::Builtin metric, const metrics::TagSet& tags);
    void addName(const std::string& name, double median);
    [[nodiscard]] metrics::Histogram draw(const Time& time, std::int64_t count, double slower);

    double m_rate;
    Random m_random;
    std::vector<metrics::Series> m_series;
    std::vector<Name> m_names;
    std::uint32_t m_ofRun = 0; // the first of the run's own series
    std::int64_t m_second = 0;
};

} // namespace bw::bench
