#include "core/history/frame_blob.h"

#include "core/metrics/series_value.h"

#include <zlib.h>

namespace bw::history {

namespace {

using metrics::ByteReader;

constexpr std::uint8_t kVersion = 1;
constexpr std::uint8_t kPressed = 2;                            // of packs only: items are deflated
constexpr std::uint64_t kMostDeflated = 1032;                   // what zlib makes of a byte at the most
constexpr std::uint64_t kLongestPack = std::uint64_t{64} << 20; // 64 histograms of all buckets are 2 MB
constexpr std::uint64_t kLongest = std::uint64_t{1} << 32;      // seconds of one frame

Bytef* bytesOf(const char* text) {
    return reinterpret_cast<Bytef*>(const_cast<char*>(text)); // zlib does not write to what it reads
}

// Never longer than it says, so that a stranger's blob cannot fill the memory.
Result<std::string, BlobError> unpressed(ByteReader& reader) {
    const auto length = reader.getVarint();
    if (!length)
        return std::unexpected(BlobError::Truncated);
    const std::string_view bytes = reader.rest();
    if (*length > kLongestPack || *length / kMostDeflated > bytes.size())
        return std::unexpected(BlobError::Damaged);
    std::string items(*length, '\0');
    uLongf size = items.size();
    const int done = ::uncompress(bytesOf(items.data()), &size, bytesOf(bytes.data()), bytes.size());
    if (done != Z_OK || size != items.size())
        return std::unexpected(BlobError::Damaged);
    return items;
}

Result<void, BlobError> readVersion(ByteReader& reader) {
    const auto version = reader.getByte();
    if (!version)
        return std::unexpected(BlobError::Truncated);
    if (*version != kVersion)
        return std::unexpected(*version > kVersion ? BlobError::UnknownVersion : BlobError::Damaged);
    return {};
}

} // namespace

std::string encodeEntries(const metrics::Frame& frame) {
    std::string blob(1, static_cast<char>(kVersion));
    std::string value;
    std::uint32_t next = 0;
    for (const metrics::FrameEntry& entry : frame.entries) {
        value.clear();
        metrics::encodeValue(entry.value, value);
        metrics::putVarint(blob, entry.series.value - next);
        blob.push_back(static_cast<char>(metrics::typeOf(entry.value)));
        metrics::putVarint(blob, value.size());
        blob += value;
        next = entry.series.value + 1;
    }
    return blob;
}

Result<void, BlobError> forEachEntry(std::string_view blob,
                                     const std::function<void(const EncodedEntry&)>& visit) {
    ByteReader reader(blob);
    if (auto good = readVersion(reader); !good)
        return good;
    std::uint64_t next = 0;
    while (!reader.atEnd()) {
        const auto gap = reader.getVarint();
        const auto type = reader.getByte();
        const auto length = reader.getVarint();
        if (!gap || !type || !length)
            return std::unexpected(BlobError::Truncated);
        if (*gap > UINT32_MAX || next + *gap > UINT32_MAX ||
            *type > static_cast<std::uint8_t>(metrics::MetricType::Trend))
            return std::unexpected(BlobError::Damaged);
        const auto value = reader.getBytes(*length);
        if (!value)
            return std::unexpected(BlobError::Truncated);
        visit({.series = {static_cast<std::uint32_t>(next + *gap)},
               .type = static_cast<metrics::MetricType>(*type),
               .value = *value});
        next += *gap + 1;
    }
    return {};
}

void beginPack(std::string& blob) {
    blob.push_back(static_cast<char>(kVersion));
}

void appendItem(std::string& blob, const EncodedItem& item) {
    metrics::putVarint(blob, static_cast<std::uint64_t>(item.offset));
    metrics::putVarint(blob, static_cast<std::uint64_t>(item.width));
    metrics::putVarint(blob, item.value.size());
    blob += item.value;
}

std::string pressedPack(std::string pack) {
    const std::string_view items = std::string_view(pack).substr(1);
    std::string pressed(1, static_cast<char>(kPressed));
    metrics::putVarint(pressed, items.size());
    const std::size_t head = pressed.size();
    uLongf size = ::compressBound(items.size());
    pressed.resize(head + size);
    const int done = ::compress(bytesOf(pressed.data() + head), &size, bytesOf(items.data()), items.size());
    pressed.resize(head + size);
    return done == Z_OK && pressed.size() < pack.size() ? pressed : pack;
}

namespace {

Result<void, BlobError> forEachItemOf(ByteReader& reader,
                                      const std::function<void(const EncodedItem&)>& visit) {
    std::uint64_t next = 0; // offsets ascend
    while (!reader.atEnd()) {
        const auto offset = reader.getVarint();
        const auto width = reader.getVarint();
        const auto length = reader.getVarint();
        if (!offset || !width || !length)
            return std::unexpected(BlobError::Truncated);
        if (*offset < next || *offset >= static_cast<std::uint64_t>(kPackSeconds) || *width == 0 ||
            *width > kLongest)
            return std::unexpected(BlobError::Damaged);
        const auto value = reader.getBytes(*length);
        if (!value)
            return std::unexpected(BlobError::Truncated);
        visit({.offset = static_cast<std::int64_t>(*offset),
               .width = static_cast<std::int64_t>(*width),
               .value = *value});
        next = *offset + 1;
    }
    return {};
}

} // namespace

Result<void, BlobError> forEachItem(std::string_view blob,
                                    const std::function<void(const EncodedItem&)>& visit) {
    ByteReader reader(blob);
    if (!blob.empty() && static_cast<std::uint8_t>(blob.front()) == kPressed) {
        (void)reader.getByte();
        const auto items = unpressed(reader);
        if (!items)
            return std::unexpected(items.error());
        ByteReader inside(*items);
        return forEachItemOf(inside, visit);
    }
    if (auto good = readVersion(reader); !good)
        return good;
    return forEachItemOf(reader, visit);
}

} // namespace bw::history
