#include "core/client/name_cache.h"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace bw::client {
namespace {

using testing::ElementsAre;
using testing::Pointee;

class NameCacheTest : public testing::Test {
protected:
    std::unique_ptr<net::Reactor> reactor = std::move(*net::Reactor::create(net::ReactorKind::Auto));
    std::unique_ptr<net::Resolver> resolver = std::move(*net::Resolver::create());
    const net::Addresses far{*net::Address::parse("192.0.2.1", 0)};
};

} // namespace

TEST_F(NameCacheTest, NeedsNobodyForNumbers) {
    NameCache names(*reactor, *resolver, Duration(0));
    EXPECT_THAT(names.find("192.0.2.1"), Pointee(far));
    EXPECT_THAT(names.find("192.0.2.1"), Pointee(far));
    EXPECT_EQ(names.find("example.org"), nullptr);
}

TEST_F(NameCacheTest, KeepsAnswersAsLongAsTold) {
    NameCache lasting(*reactor, *resolver, std::chrono::hours(1));
    lasting.keep("example.org", far);
    EXPECT_THAT(lasting.find("example.org"), Pointee(far));
    NameCache fleeting(*reactor, *resolver, Duration(0));
    fleeting.keep("example.org", far);
    EXPECT_EQ(fleeting.find("example.org"), nullptr);
}

TEST_F(NameCacheTest, DoesNotGrowWithoutEnd) {
    NameCache names(*reactor, *resolver, std::chrono::hours(1));
    for (int i = 0; i <= 10'000; ++i) {
        names.keep("host" + std::to_string(i) + ".example.org", far);
    }
    EXPECT_EQ(names.find("host0.example.org"), nullptr);
    EXPECT_THAT(names.find("host10000.example.org"), Pointee(far));
}

TEST_F(NameCacheTest, TheFirstAddressIsChosenAsThePlanSays) {
    using Select = NameChoice::Select;
    using Policy = NameChoice::Policy;
    const auto at = [](const char* text) { return *net::Address::parse(text, 0); };
    const net::Addresses mixed{at("192.0.2.1"), at("2001:db8::1"), at("192.0.2.2"), at("2001:db8::2")};
    const auto ordered = [&](Select select, Policy policy) {
        NameCache names(*reactor, *resolver, Duration(0), {select, policy, 1});
        return names.inOrder(mixed);
    };
    EXPECT_THAT(ordered(Select::First, Policy::PreferIpv4),
                ElementsAre(mixed[0], mixed[2], mixed[1], mixed[3]));
    EXPECT_THAT(ordered(Select::First, Policy::PreferIpv6),
                ElementsAre(mixed[1], mixed[3], mixed[0], mixed[2]));
    EXPECT_THAT(ordered(Select::First, Policy::OnlyIpv4), ElementsAre(mixed[0], mixed[2]));
    EXPECT_THAT(ordered(Select::First, Policy::OnlyIpv6), ElementsAre(mixed[1], mixed[3]));
    EXPECT_THAT(ordered(Select::First, Policy::Any), ElementsAre(mixed[0], mixed[1], mixed[2], mixed[3]));

    NameCache inTurn(*reactor, *resolver, Duration(0), {Select::RoundRobin, Policy::PreferIpv4, 1});
    for (const std::size_t first : {0, 2, 0, 2}) {
        EXPECT_EQ(inTurn.inOrder(mixed).front(), mixed[first]);
    }
    NameCache byChance(*reactor, *resolver, Duration(0), {Select::Random, Policy::Any, 1});
    std::vector<int> chosen(4);
    for (int i = 0; i < 400; ++i) {
        const auto found = std::ranges::find(mixed, byChance.inOrder(mixed).front());
        ++chosen[static_cast<std::size_t>(found - mixed.begin())];
    }
    EXPECT_THAT(chosen, testing::Each(testing::Gt(60)));
}

} // namespace bw::client
