#include "core/engine/message_time.h"

#include <gtest/gtest.h>

namespace bw::engine {
namespace {

constexpr std::int64_t kMoment = 1'795'471'539'614'000'000; // 2026-11-23T22:05:39.614Z

std::optional<std::int64_t> number(double value) {
    return messageTime(expr::Value::number(value));
}
std::optional<std::int64_t> text(std::string_view value) {
    return messageTime(expr::Value::string(value));
}

} // namespace

TEST(MessageTime, NumbersAreToldApartByTheirSize) {
    EXPECT_EQ(number(1'795'471'539'614), kMoment);
    EXPECT_EQ(number(1'795'471'539'614.25), kMoment + 250'000);
    EXPECT_EQ(number(1'795'471'539'614'000), kMoment);
    EXPECT_NEAR(static_cast<double>(*number(1.795471539614e18)), static_cast<double>(kMoment), 256);
    EXPECT_EQ(text("1795471539614"), kMoment);
    EXPECT_EQ(text("1795471539614000123"), kMoment + 123) << "to the last digit, which no double has";
}

TEST(MessageTime, Iso8601HasAZone) {
    EXPECT_EQ(isoTime("2026-11-23T22:05:39.614Z"), kMoment);
    EXPECT_EQ(isoTime("2026-11-24T07:05:39.614000+09:00"), kMoment);
    EXPECT_EQ(isoTime("2026-11-23T17:35:39.614-0430"), kMoment);
    EXPECT_EQ(isoTime("2026-11-23 22:05:39Z"), kMoment - 614'000'000);
    EXPECT_EQ(isoTime("1970-01-01T00:00:00.000000001Z"), 1);
}

TEST(MessageTime, AnythingElseIsNone) {
    for (const double value : {0.0, -1.0, 5.0, 1e10, 1e30}) {
        EXPECT_FALSE(number(value)) << value;
    }
    for (const std::string_view value :
         {"", "soon", "2026-11-23", "2026-11-23T22:05:39", "2026-02-30T00:00:00Z", "2026-11-23T25:00:00Z",
          "2026-11-23T22:05:39.Z", "2026-11-23T22:05:39Zx", "-026-11-23T22:05:39Z", "1500-01-01T00:00:00Z"}) {
        EXPECT_FALSE(text(value)) << value;
    }
    EXPECT_FALSE(messageTime(expr::Value()));
}

} // namespace bw::engine
