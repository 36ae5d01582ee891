#include "app/jts-sim/sim/fine_histogram.h"

#include <bit>
#include <cmath>

namespace bw::jts {

namespace {

struct Place {
    std::size_t octave = 0;
    std::size_t index = 0;
};

Place placeOf(std::uint64_t value, int subBits) {
    const int bits = static_cast<int>(std::bit_width(value));
    if (bits <= subBits) {
        return {0, value};
    }
    const int shift = bits - subBits - 1;
    return {static_cast<std::size_t>(shift) + 1, (value >> shift) - (std::uint64_t{1} << subBits)};
}

std::uint64_t lowOf(std::size_t octave, std::size_t index, int subBits) {
    return octave == 0 ? index : ((std::uint64_t{1} << subBits) + index) << (octave - 1);
}

std::uint64_t widthOf(std::size_t octave) {
    return octave == 0 ? 1 : std::uint64_t{1} << (octave - 1);
}

} // namespace

void FineHistogram::add(Duration value, std::uint64_t times) {
    const std::int64_t clipped = std::clamp<std::int64_t>(value.count(), 0, highest.count());
    const Place place = placeOf(static_cast<std::uint64_t>(clipped), subBits);
    auto& octave = m_octaves[place.octave];
    if (octave.empty()) {
        octave.resize(subCount);
    }
    octave[place.index] += times;
    m_min = m_count == 0 ? clipped : std::min(m_min, clipped);
    m_max = std::max(m_max, clipped);
    m_sum += clipped * static_cast<std::int64_t>(times);
    m_count += times;
}

void FineHistogram::add(const FineHistogram& other) {
    if (other.m_count == 0) {
        return;
    }
    for (std::size_t i = 0; i < octaveCount; ++i) {
        const auto& from = other.m_octaves[i];
        if (m_octaves[i].empty()) {
            m_octaves[i] = from;
            continue;
        }
        for (std::size_t k = 0; k < from.size(); ++k) {
            m_octaves[i][k] += from[k];
        }
    }
    m_min = m_count == 0 ? other.m_min : std::min(m_min, other.m_min);
    m_max = std::max(m_max, other.m_max);
    m_sum += other.m_sum;
    m_count += other.m_count;
}

void FineHistogram::clear() {
    for (auto& octave : m_octaves) {
        std::fill(octave.begin(), octave.end(), 0);
    }
    m_count = 0;
    m_sum = 0;
    m_min = 0;
    m_max = 0;
}

Duration FineHistogram::percentile(double p) const {
    if (m_count == 0) {
        return Duration(0);
    }
    const double position = std::clamp(p, 0.0, 1.0) * static_cast<double>(m_count - 1);
    const auto below = static_cast<std::uint64_t>(position);
    const double share = position - static_cast<double>(below);
    const double low = valueAt(below);
    const double high = share > 0 ? valueAt(below + 1) : low;
    return Duration(std::llround(low + (high - low) * share));
}

double FineHistogram::valueAt(std::uint64_t rank) const {
    std::uint64_t seen = 0;
    for (std::size_t octave = 0; octave < octaveCount; ++octave) {
        for (std::size_t index = 0; index < m_octaves[octave].size(); ++index) {
            seen += m_octaves[octave][index];
            if (seen > rank) {
                const double middle = static_cast<double>(lowOf(octave, index, subBits)) +
                                      static_cast<double>(widthOf(octave) - 1) / 2;
                return std::clamp(middle, static_cast<double>(m_min), static_cast<double>(m_max));
            }
        }
    }
    return static_cast<double>(m_max);
}

std::vector<FineHistogram::Bucket> FineHistogram::buckets() const {
    std::vector<Bucket> found;
    for (std::size_t octave = 0; octave < octaveCount; ++octave) {
        for (std::size_t index = 0; index < m_octaves[octave].size(); ++index) {
            if (const std::uint64_t count = m_octaves[octave][index]; count > 0) {
                const auto low = static_cast<std::int64_t>(lowOf(octave, index, subBits));
                const auto width = static_cast<std::int64_t>(widthOf(octave));
                found.push_back({Duration(low), Duration(low + width - 1), count});
            }
        }
    }
    return found;
}

} // namespace bw::jts
