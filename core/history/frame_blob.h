#pragma once

#include "core/base/result.h"
#include "core/metrics/byte_coding.h"
#include "core/metrics/frame.h"
#include "core/metrics/metric.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

// The binary columns frames.entries and packs.items; the README has their layout. Values stay encoded until
// somebody wants them, so that looking for one series costs little and packing copies bytes.
namespace bw::history {

enum class BlobError { Truncated, UnknownVersion, Damaged };

// frames.entries: the values of one frame.
[[nodiscard]] std::string encodeEntries(const metrics::Frame& frame);

struct EncodedEntry {
    metrics::SeriesId series;
    metrics::MetricType type = metrics::MetricType::Counter;
    std::string_view value;
};
// In ascending order of series.
[[nodiscard]] Result<void, BlobError> forEachEntry(std::string_view blob,
                                                   const std::function<void(const EncodedEntry&)>& visit);

// packs.items: one series in the 64 s of a block.
inline constexpr std::int64_t kPackSeconds = 64;

struct EncodedItem {
    std::int64_t offset = 0; // seconds since the block's begin, below kPackSeconds
    std::int64_t width = 1;
    std::string_view value;
};
// Starts a pack with its version.
void beginPack(std::string& blob);
void appendItem(std::string& blob, const EncodedItem& item);
// The pack as it is stored: deflated where that makes it smaller, for a series' seconds are much alike.
[[nodiscard]] std::string pressedPack(std::string pack);
[[nodiscard]] Result<void, BlobError> forEachItem(std::string_view blob,
                                                  const std::function<void(const EncodedItem&)>& visit);

} // namespace bw::history
