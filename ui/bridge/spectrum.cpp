#include "ui/bridge/spectrum.h"

#include <cmath>

namespace bw::bridge {
namespace {

constexpr int kPointsPerDecade = 16;
constexpr int kDecades = 5; // up to 99.999 %

} // namespace

std::vector<SpectrumPoint> spectrumOf(const metrics::Histogram& times) {
    std::vector<SpectrumPoint> points;
    for (int i = 0; i <= kDecades * kPointsPerDecade; ++i) {
        const double above = std::pow(10, -static_cast<double>(i) / kPointsPerDecade);
        if (above * static_cast<double>(times.count()) < 1) {
            break;
        }
        points.push_back({1 - above, times.percentile(1 - above) / 1e6});
    }
    return points;
}

} // namespace bw::bridge
