#include "core/testplan/json_reader.h"

namespace bw::testplan {
namespace {

bool isContinuation(unsigned char c) {
    return (c & 0xC0U) == 0x80U;
}

// The length of the well-formed sequence at `at`, or 0 (Unicode 15, table 3-7).
std::size_t sequenceLength(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) {
        return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
    };
    const unsigned first = byte(0);
    if (first < 0x80) {
        return 1;
    }
    if (first >= 0xC2 && first <= 0xDF) {
        return isContinuation(static_cast<unsigned char>(byte(1))) ? 2 : 0;
    }
    const unsigned second = byte(1);
    const bool third = isContinuation(static_cast<unsigned char>(byte(2)));
    if (first >= 0xE0 && first <= 0xEF) {
        const unsigned low = first == 0xE0 ? 0xA0 : 0x80;
        const unsigned high = first == 0xED ? 0x9F : 0xBF;
        return second >= low && second <= high && third ? 3 : 0;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        const unsigned low = first == 0xF0 ? 0x90 : 0x80;
        const unsigned high = first == 0xF4 ? 0x8F : 0xBF;
        return second >= low && second <= high && third && isContinuation(static_cast<unsigned char>(byte(3)))
                   ? 4
                   : 0;
    }
    return 0;
}

} // namespace

std::size_t firstNotUtf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = sequenceLength(text, at);
        if (length == 0) {
            return at;
        }
        at += length;
    }
    return std::string_view::npos;
}

TextPosition positionOf(std::string_view text, std::size_t offset) {
    TextPosition position;
    for (const char c : text.substr(0, offset)) {
        if (c == '\n') {
            ++position.line;
            position.column = 1;
        } else if (!isContinuation(static_cast<unsigned char>(c))) {
            ++position.column;
        }
    }
    return position;
}

} // namespace bw::testplan
