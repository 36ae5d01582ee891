#include "core/client/name_cache.h"

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

} // namespace bw::client
