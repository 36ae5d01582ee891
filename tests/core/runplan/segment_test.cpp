#include "core/runplan/segment.h"
#include "core/runplan/segment_share.h"

#include <gtest/gtest.h>
#include <string>

namespace bw::runplan {
namespace {

SegmentErrorKind errorOf(std::string_view text) {
    const auto segment = parseSegment(text);
    EXPECT_FALSE(segment.has_value()) << text;
    return segment.has_value() ? SegmentErrorKind{-1} : segment.error().kind;
}

TEST(Segment, ReadsFractionsDecimalsAndPercentages) {
    const Segment secondQuarter{{1, 4}, {1, 2}};
    EXPECT_EQ(parseSegment("1/4:1/2").value(), secondQuarter);
    EXPECT_EQ(parseSegment("0.25:0.5").value(), secondQuarter);
    EXPECT_EQ(parseSegment("25%:50%").value(), secondQuarter);
    EXPECT_EQ(parseSegment(" 2/8 : 50.0% ").value(), secondQuarter);
    EXPECT_EQ(parseSegment("12.5%:1").value(), (Segment{{1, 8}, {1, 1}}));
}

TEST(Segment, ALonePartIsTheFirstPart) {
    EXPECT_EQ(parseSegment("1/3").value(), (Segment{{0, 1}, {1, 3}}));
    EXPECT_EQ(parseSegment("100%").value(), Segment{});
    EXPECT_EQ(parseSegment("").value(), Segment{});
}

TEST(Segment, SaysWhatIsWrong) {
    for (const char* text : {"x", "1/0", "1/", "/2", "1/2/3", ".", "1.%", "-1/2", "1e-1", "0x1", "1:", ":1",
                             "99999999999999999999/99999999999999999999", "0.1234567890123456789"}) {
        EXPECT_EQ(errorOf(text), SegmentErrorKind::NotAFraction) << text;
    }
    EXPECT_EQ(errorOf("3/2"), SegmentErrorKind::OutOfRange);
    EXPECT_EQ(errorOf("101%"), SegmentErrorKind::OutOfRange);
    EXPECT_EQ(errorOf("1/2:1/2"), SegmentErrorKind::NotAscending);
    EXPECT_EQ(errorOf("1/2:1/4"), SegmentErrorKind::NotAscending);
    EXPECT_EQ(errorOf("0"), SegmentErrorKind::NotAscending);
    EXPECT_EQ(parseSegment("1/4:x").error().offset, 4u);
}

TEST(SegmentSequence, IsFilledToTheWhole) {
    const std::vector<Fraction> quarters{{0, 1}, {1, 4}, {1, 2}, {1, 1}};
    EXPECT_EQ(parseSegmentSequence("0,1/4,1/2,1").value().boundaries, quarters);
    EXPECT_EQ(parseSegmentSequence("1/4,50%").value().boundaries, quarters);
    EXPECT_EQ(parseSegmentSequence("").value(), SegmentSequence{});
    EXPECT_EQ(parseSegmentSequence("0,1/2,1/4,1").error(), (SegmentError{SegmentErrorKind::NotAscending, 6}));
    EXPECT_EQ(parseSegmentSequence("0,0,1").error().kind, SegmentErrorKind::NotAscending);
    EXPECT_EQ(parseSegmentSequence("0,1,").error().kind, SegmentErrorKind::NotAFraction);
}

std::vector<SegmentShare> sharesOf(std::string_view text) {
    const SegmentSequence sequence = parseSegmentSequence(text).value();
    std::vector<SegmentShare> shares;
    for (std::size_t i = 0; i + 1 < sequence.boundaries.size(); ++i) {
        shares.push_back(
            SegmentShare::create({sequence.boundaries[i], sequence.boundaries[i + 1]}, sequence).value());
    }
    return shares;
}

TEST(SegmentShare, EveryIndexBelongsToExactlyOneSegment) {
    for (const char* text :
         {"0,1/2,1", "0,1/3,2/3,1", "0,1/4,1/2,1", "0,1/7,3/5,1", "0,0.333,0.5,1", "1/1000"}) {
        const auto shares = sharesOf(text);
        for (std::uint64_t index = 0; index < 3000; ++index) {
            int owners = 0;
            for (const SegmentShare& share : shares) {
                owners += share.contains(index) ? 1 : 0;
            }
            ASSERT_EQ(owners, 1) << text << " " << index;
        }
    }
}

TEST(SegmentShare, AmongTheFirstNHasItsPartOfN) {
    const SegmentSequence sequence = parseSegmentSequence("0,1/7,3/5,99%,1").value();
    for (std::size_t i = 0; i + 1 < sequence.boundaries.size(); ++i) {
        const Segment segment{sequence.boundaries[i], sequence.boundaries[i + 1]};
        const SegmentShare share = SegmentShare::create(segment, sequence).value();
        const double part = static_cast<double>(segment.to.numerator) / segment.to.denominator -
                            static_cast<double>(segment.from.numerator) / segment.from.denominator;
        for (std::uint64_t n = 0; n < 2000; ++n) {
            ASSERT_LT(std::abs(static_cast<double>(share.of(n)) - part * n), 1.0) << i << " of " << n;
        }
    }
}

TEST(SegmentShare, EqualSegmentsTakeTurns) {
    const auto thirds = sharesOf("0,1/3,2/3,1");
    for (std::uint64_t k = 0; k < 10; ++k) {
        EXPECT_EQ(thirds[0].index(k), 3 * k);
        EXPECT_EQ(thirds[2].index(k), 3 * k + 2);
    }
}

TEST(SegmentShare, IndexIsTheInverseOfTheCount) {
    for (const SegmentShare& share : sharesOf("0,1/7,3/5,1")) {
        for (std::uint64_t k = 0; k < 500; ++k) {
            ASSERT_EQ(share.of(share.index(k)), k);
            ASSERT_TRUE(share.contains(share.index(k)));
        }
    }
}

TEST(SegmentShare, SplitsAmongWorkersWithoutLoss) {
    for (const SegmentShare& share : sharesOf("0,1/4,1/2,1")) {
        for (std::uint64_t n : {0, 1, 2, 7, 100, 1001}) {
            std::uint64_t sum = 0;
            for (std::uint64_t worker = 0; worker < 3; ++worker) {
                sum += share.split(worker, 3).of(n);
            }
            EXPECT_EQ(sum, share.of(n));
        }
        const SegmentShare nested = share.split(1, 2).split(1, 3); // 3rd, 9th, 15th …
        EXPECT_EQ(nested.index(0), share.index(3));
        EXPECT_EQ(nested.index(1), share.index(9));
        EXPECT_EQ(nested.of(share.index(9)), 1u);
    }
}

TEST(SegmentShare, TheLargestNumbersDoNotOverflow) {
    constexpr std::uint64_t largest = std::numeric_limits<std::uint64_t>::max();
    const SegmentShare half = SegmentShare::create({{1, 2}, {1, 1}}).value();
    EXPECT_EQ(half.of(largest), largest / 2);
    EXPECT_EQ(half.index(largest), largest);
    EXPECT_EQ(SegmentShare().split(1, 4).index(largest), largest);
}

TEST(SegmentShare, RefusesWhatItCannotDivide) {
    const SegmentSequence quarters = parseSegmentSequence("0,1/4,1/2,1").value();
    EXPECT_EQ(SegmentShare::create({{0, 1}, {1, 2}}, quarters).error().kind, SegmentErrorKind::NotInSequence);
    const Segment fine{{1, 1000003}, {1, 999983}};
    EXPECT_EQ(SegmentShare::create(fine).error().kind, SegmentErrorKind::TooFine);
    EXPECT_TRUE(SegmentShare::create({{1, 1048576}, {1, 1}}).has_value());
}

} // namespace
} // namespace bw::runplan
