#pragma once

#include "core/base/clock.h"

#include <QString>

#include <cstdint>

// Numbers with their unit, for people: three significant digits without closing zeros, a narrow no-break
// space before the unit, a point as the decimal sign whatever the locale. What is no finite number is "–".
namespace bw::format {

// U+202F, between a number and its unit and between groups of digits.
inline constexpr char16_t kThinSpace = u'\u202f';

inline constexpr int kDigits = 3; // significant ones

// "890 µs", "1.24 ms", "2.1 s", "1 min 30 s", "2 h 5 min".
[[nodiscard]] QString duration(Duration time);
[[nodiscard]] QString milliseconds(double time, int digits = kDigits);

// "42", "1.24 k", "3.6 M".
[[nodiscard]] QString count(double number, int digits = kDigits);
// "1 234 567": every digit.
[[nodiscard]] QString exactCount(std::uint64_t number);

// "740 B", "7.5 kB", "1.2 GB": a kB is 1,000 bytes.
[[nodiscard]] QString bytes(double number, int digits = kDigits);
[[nodiscard]] QString bytesPerSecond(double number, int digits = kDigits);

// "11.5 /s", "12.4 k/s".
[[nodiscard]] QString perSecond(double number, int digits = kDigits);

// Of a share from 0 to 1: "0.42 %". Never rounds to 0 % or 100 % what is not.
[[nodiscard]] QString percent(double share, int digits = kDigits);

// "0.82": three significant digits, no unit.
[[nodiscard]] QString number(double value, int digits = kDigits);

// "2026-11-23 16:04:05", in the time zone of this machine.
[[nodiscard]] QString wallTime(WallTime time);

} // namespace bw::format
