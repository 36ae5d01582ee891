#pragma once

#include "core/metrics/histogram.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// The bricks of the binary formats: LEB128 varints (7 bits a byte, low ones first), zigzag for signed
// numbers, and little-endian IEEE doubles.
namespace bw::metrics {

void putVarint(std::string& out, std::uint64_t value);
void putVarint128(std::string& out, Uint128 value);
void putZigzag(std::string& out, std::int64_t value);
void putDouble(std::string& out, double value);

// Reads from bytes of any origin; every get…() is empty once the bytes end or are wrong, and then stays where
// it was.
class ByteReader {
public:
    explicit ByteReader(std::string_view bytes)
        : m_rest(bytes) {}

    [[nodiscard]] std::optional<std::uint8_t> getByte();
    [[nodiscard]] std::optional<std::uint64_t> getVarint();
    [[nodiscard]] std::optional<Uint128> getVarint128();
    [[nodiscard]] std::optional<std::int64_t> getZigzag();
    [[nodiscard]] std::optional<double> getDouble();
    [[nodiscard]] std::optional<std::string_view> getBytes(std::uint64_t count);
    [[nodiscard]] std::string_view rest() const { return m_rest; }
    [[nodiscard]] bool atEnd() const { return m_rest.empty(); }

private:
    std::string_view m_rest;
};

} // namespace bw::metrics
