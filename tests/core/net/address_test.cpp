#include "core/net/address.h"

#include <gtest/gtest.h>
#include <string>

namespace bw::net {
namespace {

struct Case {
    std::string text;
    bool isV6;
    bool isLoopback;
    std::string shown;
};

std::string nameOf(const testing::TestParamInfo<Case>& info) {
    return "Case" + std::to_string(info.index);
}

class ReadAddress : public testing::TestWithParam<Case> {};

TEST_P(ReadAddress, IsUnderstood) {
    const auto address = Address::parse(GetParam().text, 8080);
    ASSERT_TRUE(address);
    EXPECT_EQ(address->isV6(), GetParam().isV6);
    EXPECT_EQ(address->isLoopback(), GetParam().isLoopback);
    EXPECT_EQ(address->text(), GetParam().shown);
    EXPECT_EQ(address->port(), 8080);
    EXPECT_EQ(Address::of(address->data(), 8080), *address);
    EXPECT_NE(address->withPort(1), *address);
}

INSTANTIATE_TEST_SUITE_P(Address, ReadAddress,
                         testing::Values(Case{"127.0.0.1", false, true, "127.0.0.1"},
                                         Case{"127.255.0.9", false, true, "127.255.0.9"},
                                         Case{"128.0.0.1", false, false, "128.0.0.1"},
                                         Case{"0.0.0.0", false, false, "0.0.0.0"},
                                         Case{"::1", true, true, "::1"}, Case{"[::1]", true, true, "::1"},
                                         Case{"::", true, false, "::"},
                                         Case{"::ffff:127.0.0.1", true, true, "::ffff:127.0.0.1"},
                                         Case{"::ffff:10.0.0.1", true, false, "::ffff:10.0.0.1"},
                                         Case{"2001:DB8:0:0::5", true, false, "2001:db8::5"}),
                         nameOf);

} // namespace

TEST(Address, RefusesWhatIsNone) {
    for (const std::string_view text :
         {"", "localhost", "127.1", "1.2.3.4.5", "256.0.0.1", "0x7f.0.0.1", " 127.0.0.1", "127.0.0.1 ",
          "[::1", "[]", "::1%lo", ":::", "1:2:3:4:5:6:7:8:9"}) {
        EXPECT_FALSE(Address::parse(text, 80)) << text;
    }
    using namespace std::string_view_literals;
    EXPECT_FALSE(Address::parse("127.0.0.1\0.example.org"sv, 80));
    EXPECT_FALSE(Address::parse(std::string(100'000, '1'), 80));
}

TEST(Address, IsNobodysUnlessTold) {
    EXPECT_EQ(Address().text(), "0.0.0.0");
    EXPECT_EQ(Address().port(), 0);
    EXPECT_EQ(Address::loopback(5), *Address::parse("127.0.0.1", 5));
}

} // namespace bw::net
