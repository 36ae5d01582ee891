#include "core/metrics/byte_coding.h"
#include "core/metrics/histogram.h"

// The histogram's bytes; the README has the layout.
namespace bw::metrics {

namespace {

constexpr std::uint8_t kVersion = 1;

} // namespace

void Histogram::encode(std::string& out) const {
    std::uint64_t buckets = 0;
    forEachIndex([&buckets](std::uint32_t, std::uint64_t) { ++buckets; });
    out.push_back(static_cast<char>(kVersion));
    putVarint(out, buckets);
    if (buckets == 0)
        return;
    putVarint(out, m_outOfRange);
    putVarint(out, m_min);
    putVarint(out, m_max - m_min);
    putVarint128(out, m_sum);
    std::uint32_t next = 0;
    forEachIndex([&](std::uint32_t index, std::uint64_t count) {
        putVarint(out, index - next);
        putVarint(out, count);
        next = index + 1;
    });
}

Result<Histogram, HistogramError> Histogram::decode(ByteReader& reader) {
    const auto version = reader.getByte();
    if (!version)
        return std::unexpected(HistogramError::Truncated);
    if (*version != kVersion)
        return std::unexpected(*version > kVersion ? HistogramError::UnknownVersion
                                                   : HistogramError::Damaged);
    const auto buckets = reader.getVarint();
    if (!buckets)
        return std::unexpected(HistogramError::Truncated);
    Histogram histogram;
    if (*buckets == 0)
        return histogram;
    const auto outOfRange = reader.getVarint();
    const auto min = reader.getVarint();
    const auto range = reader.getVarint();
    const auto sum = reader.getVarint128();
    if (!outOfRange || !min || !range || !sum)
        return std::unexpected(HistogramError::Truncated);
    if (*buckets > kBuckets || *min > kHighest || *range > kHighest - *min)
        return std::unexpected(HistogramError::Damaged);
    histogram.m_outOfRange = *outOfRange;
    histogram.m_min = *min;
    histogram.m_max = *min + *range;
    histogram.m_sum = *sum;
    if (const auto error = histogram.decodeBuckets(reader, *buckets))
        return std::unexpected(*error);
    return histogram;
}

std::optional<HistogramError> Histogram::decodeBuckets(ByteReader& reader, std::uint64_t buckets) {
    std::uint64_t next = 0;
    std::uint32_t first = 0;
    if (buckets > kSparseBuckets) // the form it comes to anyway
        makeDense();
    for (std::uint64_t i = 0; i < buckets; ++i) {
        const auto gap = reader.getVarint();
        const auto count = reader.getVarint();
        if (!gap || !count)
            return HistogramError::Truncated;
        if (*gap >= kBuckets || next + *gap >= kBuckets || *count == 0 ||
            __builtin_add_overflow(m_count, *count, &m_count))
            return HistogramError::Damaged;
        const auto index = static_cast<std::uint32_t>(next + *gap);
        addTo(index, *count);
        if (i == 0)
            first = index;
        next = std::uint64_t{index} + 1;
    }
    if (bucketOf(m_min) != first || bucketOf(m_max) + std::uint64_t{1} != next || m_outOfRange > m_count)
        return HistogramError::Damaged;
    const SumRange possible = sumRange();
    return m_sum < possible.low || m_sum > possible.high ? std::optional(HistogramError::Damaged)
                                                         : std::nullopt;
}

} // namespace bw::metrics
