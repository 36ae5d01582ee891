#include "core/base/random.h"
#include "core/metrics/byte_coding.h"
#include "core/metrics/histogram.h"

#include <cmath>
#include <gtest/gtest.h>
#include <string>

namespace bw::metrics {
namespace {

using namespace std::chrono_literals;

std::string encoded(const Histogram& histogram) {
    std::string bytes;
    histogram.encode(bytes);
    return bytes;
}

Result<Histogram, HistogramError> decoded(std::string_view bytes) {
    ByteReader reader(bytes);
    return Histogram::decode(reader);
}

Histogram random(std::size_t count, std::uint64_t seed) {
    Random numbers(seed);
    Histogram histogram;
    for (std::size_t i = 0; i < count; ++i)
        histogram.record(Duration(std::int64_t(std::exp2(numbers.unit() * 42))));
    return histogram;
}

// The bytes of a known histogram, as the README has them. A change here breaks every history there is.
TEST(HistogramCoding, Golden) {
    Histogram histogram;
    histogram.record(0ns);
    histogram.record(1ms);
    histogram.record(1ms);
    const unsigned char golden[] = {1,    2,    0,    0, 0xC0, 0x84, 0x3D,     // version, 2 buckets, min, max
                                    0x80, 0x89, 0x7A, 0, 1,    0xB9, 0x07, 2}; // sum, 0×1, 954×2
    EXPECT_EQ(encoded(histogram), std::string(reinterpret_cast<const char*>(golden), sizeof golden));
}

TEST(HistogramCoding, ComesBackEqualWithWhatFollowsUntouched) {
    for (const std::size_t count : {0, 1, 2, 64, 65, 5000}) {
        const Histogram histogram = random(count, count);
        const std::string bytes = encoded(histogram) + "rest";
        ByteReader reader(bytes);
        const auto back = Histogram::decode(reader);
        ASSERT_TRUE(back) << count;
        EXPECT_EQ(*back, histogram);
        EXPECT_EQ(reader.rest(), "rest");
    }
}

TEST(HistogramCoding, WhatSubtractLeftComesBack) {
    const Histogram part = random(300, 1);
    Histogram histogram = part;
    histogram.merge(random(300, 2));
    ASSERT_EQ(histogram.subtract(part), Histogram::Subtracted::Yes);
    EXPECT_EQ(decoded(encoded(histogram)), histogram);
}

TEST(HistogramCoding, HugeCountsComeBack) {
    Histogram histogram = random(3, 3);
    for (int doubling = 0; doubling < 50; ++doubling)
        histogram.merge(histogram);
    EXPECT_EQ(decoded(encoded(histogram)), histogram);
}

TEST(HistogramCoding, EveryCutIsTruncated) {
    const std::string bytes = encoded(random(40, 9));
    for (std::size_t length = 0; length < bytes.size(); ++length) {
        const auto cut = decoded(std::string_view(bytes).substr(0, length));
        ASSERT_FALSE(cut);
        EXPECT_EQ(cut.error(), HistogramError::Truncated);
    }
}

TEST(HistogramCoding, NewerVersionsAndContradictionsAreRefused) {
    Histogram histogram;
    histogram.record(10ns);
    histogram.record(20ns);
    const std::string good = encoded(histogram); // 1 2 | 0 10 10 30 | 10 1 9 1
    const auto with = [&](std::size_t place, char byte) {
        std::string bytes = good;
        bytes[place] = byte;
        return decoded(bytes);
    };
    EXPECT_EQ(with(0, 2).error(), HistogramError::UnknownVersion);
    EXPECT_EQ(with(0, 0).error(), HistogramError::Damaged);
    EXPECT_EQ(with(2, 3).error(), HistogramError::Damaged) << "more out of range than samples";
    EXPECT_EQ(with(3, 11).error(), HistogramError::Damaged) << "min outside the first bucket";
    EXPECT_EQ(with(4, 11).error(), HistogramError::Damaged) << "max outside the last bucket";
    EXPECT_EQ(with(5, 31).error(), HistogramError::Damaged) << "a sum the buckets do not allow";
    EXPECT_EQ(with(7, 0).error(), HistogramError::Damaged) << "an empty bucket";
    EXPECT_EQ(decoded(std::string("\x01\xff\xff\xff\xff\x0f\x00\x00\x00\x00", 10)).error(),
              HistogramError::Damaged)
        << "more buckets than there are";
}

TEST(HistogramCoding, CountsThatOverflowAreRefused) {
    std::string bytes("\x01\x02\x00\x01\x01", 5);
    putVarint128(bytes, Uint128{UINT64_MAX} * 3);
    for (int bucket = 0; bucket < 2; ++bucket) {
        putVarint(bytes, bucket == 0 ? 1 : 0);
        putVarint(bytes, UINT64_MAX);
    }
    EXPECT_EQ(decoded(bytes).error(), HistogramError::Damaged);
}

TEST(HistogramCoding, NoByteSoupIsTrusted) {
    Random numbers(5);
    const std::string good = encoded(random(100, 6));
    for (int round = 0; round < 20'000; ++round) {
        std::string bytes = good;
        for (int change = 0; change < 3; ++change)
            bytes[numbers.below(bytes.size())] = char(numbers.next());
        const auto back = decoded(bytes);
        if (back) {
            ASSERT_LE(back->min(), back->max());
            ASSERT_EQ(decoded(encoded(*back)), *back);
        }
    }
}

TEST(ByteCoding, VarintsOfTooManyBitsAreRefused) {
    EXPECT_EQ(ByteReader("\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01").getVarint(), UINT64_MAX);
    EXPECT_FALSE(ByteReader("\xff\xff\xff\xff\xff\xff\xff\xff\xff\x02").getVarint());
    EXPECT_FALSE(ByteReader("\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80\x01").getVarint());
    EXPECT_FALSE(ByteReader("\x80").getVarint());
}

TEST(ByteCoding, EdgesComeBack) {
    std::string bytes;
    putZigzag(bytes, INT64_MIN);
    putZigzag(bytes, INT64_MAX);
    putZigzag(bytes, -1);
    putVarint128(bytes, ~Uint128{0});
    putDouble(bytes, -0.1);
    ByteReader reader(bytes);
    EXPECT_EQ(reader.getZigzag(), INT64_MIN);
    EXPECT_EQ(reader.getZigzag(), INT64_MAX);
    EXPECT_EQ(reader.getZigzag(), -1);
    EXPECT_TRUE(reader.getVarint128() == ~Uint128{0});
    EXPECT_EQ(reader.getDouble(), -0.1);
    EXPECT_TRUE(reader.atEnd());
    EXPECT_FALSE(reader.getByte());
}

} // namespace
} // namespace bw::metrics
