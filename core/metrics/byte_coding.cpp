#include "core/metrics/byte_coding.h"

#include <bit>

namespace bw::metrics {

namespace {

template <class Unsigned>
void put(std::string& out, Unsigned value) {
    while (value >= 0x80) {
        out.push_back(static_cast<char>(static_cast<std::uint8_t>(value) | 0x80));
        value >>= 7;
    }
    out.push_back(static_cast<char>(value));
}

// Refuses more bits than the number has; trailing zero groups are allowed within that length.
template <class Unsigned>
std::optional<Unsigned> get(std::string_view& rest) {
    constexpr unsigned bits = sizeof(Unsigned) * 8;
    Unsigned value = 0;
    unsigned shift = 0;
    for (std::size_t i = 0; i < rest.size(); ++i, shift += 7) {
        const auto byte = static_cast<std::uint8_t>(rest[i]);
        const Unsigned group = byte & 0x7fU;
        if (shift >= bits || (shift + 7 > bits && (group >> (bits - shift)) != 0))
            return std::nullopt;
        value |= group << shift;
        if ((byte & 0x80U) == 0) {
            rest.remove_prefix(i + 1);
            return value;
        }
    }
    return std::nullopt;
}

} // namespace

void putVarint(std::string& out, std::uint64_t value) {
    put(out, value);
}

void putVarint128(std::string& out, Uint128 value) {
    put(out, value);
}

void putZigzag(std::string& out, std::int64_t value) {
    put(out, (static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63));
}

void putDouble(std::string& out, double value) {
    auto bits = std::bit_cast<std::uint64_t>(value);
    for (int i = 0; i < 8; ++i, bits >>= 8)
        out.push_back(static_cast<char>(bits & 0xff));
}

std::optional<std::uint8_t> ByteReader::getByte() {
    if (m_rest.empty())
        return std::nullopt;
    const auto byte = static_cast<std::uint8_t>(m_rest.front());
    m_rest.remove_prefix(1);
    return byte;
}

std::optional<std::uint64_t> ByteReader::getVarint() {
    return get<std::uint64_t>(m_rest);
}

std::optional<Uint128> ByteReader::getVarint128() {
    return get<Uint128>(m_rest);
}

std::optional<std::int64_t> ByteReader::getZigzag() {
    const auto value = get<std::uint64_t>(m_rest);
    if (!value)
        return std::nullopt;
    return static_cast<std::int64_t>((*value >> 1) ^ (~(*value & 1) + 1));
}

std::optional<double> ByteReader::getDouble() {
    if (m_rest.size() < 8)
        return std::nullopt;
    std::uint64_t bits = 0;
    for (std::size_t i = 8; i-- > 0;)
        bits = bits << 8 | static_cast<std::uint8_t>(m_rest[i]);
    m_rest.remove_prefix(8);
    return std::bit_cast<double>(bits);
}

std::optional<std::string_view> ByteReader::getBytes(std::uint64_t count) {
    if (count > m_rest.size())
        return std::nullopt;
    const std::string_view bytes = m_rest.substr(0, count);
    m_rest.remove_prefix(count);
    return bytes;
}

} // namespace bw::metrics
