#include "ui/format/units.h"

#include <cmath>
#include <gtest/gtest.h>

namespace bw::format {
namespace {

using namespace std::chrono_literals;

// With a plain space, to be readable here.
std::string shown(QString text) {
    return text.replace(QChar(kThinSpace), u' ').toStdString();
}

TEST(Units, TimesHaveThreeDigitsAndTheUnitThatFits) {
    EXPECT_EQ(shown(duration(0ns)), "0 ms");
    EXPECT_EQ(shown(duration(12ns)), "12 ns");
    EXPECT_EQ(shown(duration(890us)), "890 µs");
    EXPECT_EQ(shown(duration(1'240us)), "1.24 ms");
    EXPECT_EQ(shown(duration(2'100ms)), "2.1 s");
    EXPECT_EQ(shown(duration(12'345ms)), "12.3 s");
}

TEST(Units, RoundingUpMovesToTheNextUnit) {
    EXPECT_EQ(shown(duration(999'700ns)), "1 ms");
    EXPECT_EQ(shown(milliseconds(999.96)), "1 s");
    EXPECT_EQ(shown(milliseconds(59'960)), "1 min");
    EXPECT_EQ(shown(count(999.9)), "1 k");
    EXPECT_EQ(shown(bytes(999'999)), "1 MB");
}

TEST(Units, LongTimesHaveTwoUnits) {
    EXPECT_EQ(shown(duration(90s)), "1 min 30 s");
    EXPECT_EQ(shown(duration(2h + 5min + 59s)), "2 h 5 min");
    EXPECT_EQ(shown(duration(3h)), "3 h");
}

TEST(Units, CountsBytesAndRates) {
    EXPECT_EQ(shown(count(42)), "42");
    EXPECT_EQ(shown(count(12'400)), "12.4 k");
    EXPECT_EQ(shown(exactCount(1'234'567)), "1 234 567");
    EXPECT_EQ(shown(exactCount(999)), "999");
    EXPECT_EQ(shown(bytes(7'500)), "7.5 kB");
    EXPECT_EQ(shown(bytesPerSecond(1'200'000)), "1.2 MB/s");
    EXPECT_EQ(shown(perSecond(11.46)), "11.5 /s");
    EXPECT_EQ(shown(perSecond(12'400)), "12.4 k/s");
}

TEST(Units, AShareIsNeverRoundedToNoneOrAll) {
    EXPECT_EQ(shown(percent(0)), "0 %");
    EXPECT_EQ(shown(percent(1)), "100 %");
    EXPECT_EQ(shown(percent(0.0042)), "0.42 %");
    EXPECT_EQ(shown(percent(0.9996)), "99.96 %");
    EXPECT_EQ(shown(percent(0.9999999)), "> 99.999 %");
    EXPECT_EQ(shown(percent(0.000000001)), "< 0.001 %");
}

TEST(Units, WhatIsNoNumberIsADash) {
    EXPECT_EQ(shown(milliseconds(NAN)), "–");
    EXPECT_EQ(shown(perSecond(INFINITY)), "–");
    EXPECT_EQ(shown(percent(NAN)), "–");
    EXPECT_EQ(shown(milliseconds(1e300)).empty(), false);
}

} // namespace
} // namespace bw::format
