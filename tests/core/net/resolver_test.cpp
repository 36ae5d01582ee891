#include "core/net/resolver.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace bw::net {
namespace {

using testing::ElementsAre;
using testing::SizeIs;

std::unique_ptr<Reactor> makeReactor() {
    return std::move(*Reactor::create(ReactorKind::Auto));
}

} // namespace

TEST(Resolver, KnowsNumbersAndLocalhostByItself) {
    EXPECT_THAT(*Resolver::resolveLocally("10.1.2.3"), ElementsAre(*Address::parse("10.1.2.3", 0)));
    EXPECT_THAT(*Resolver::resolveLocally("::1"), ElementsAre(*Address::parse("::1", 0)));
    const auto both = ElementsAre(Address::loopback(0), *Address::parse("::1", 0));
    EXPECT_THAT(*Resolver::resolveLocally("localhost"), both);
    EXPECT_THAT(*Resolver::resolveLocally("jts.localhost"), both);
    EXPECT_FALSE(Resolver::resolveLocally("example.org"));
    EXPECT_FALSE(Resolver::resolveLocally("notlocalhost"));
    EXPECT_FALSE(Resolver::resolveLocally(""));
}

TEST(Resolver, AnswersOnTheReactor) {
    const auto reactor = makeReactor();
    const auto resolver = std::move(*Resolver::create());
    std::optional<Resolver::Answer> got;
    const Resolver::Query query = resolver->resolve("127.0.0.1", *reactor, [&](Resolver::Answer answer) {
        got = std::move(answer);
        reactor->stop();
    });
    reactor->run();
    ASSERT_TRUE(got && got->has_value());
    EXPECT_THAT(**got, ElementsAre(Address::loopback(0)));
}

TEST(Resolver, RefusesWhatIsNoName) {
    const auto reactor = makeReactor();
    const auto resolver = std::move(*Resolver::create());
    std::optional<Resolver::Answer> got;
    const Resolver::Query query =
        resolver->resolve(std::string(300, 'x'), *reactor, [&](Resolver::Answer answer) {
            got = std::move(answer);
            reactor->stop();
        });
    reactor->run();
    ASSERT_TRUE(got && !got->has_value());
    EXPECT_EQ(got->error().kind, NetErrorKind::Dns);
}

TEST(Resolver, AnAbandonedQueryStaysSilent) {
    const auto reactor = makeReactor();
    const auto resolver = std::move(*Resolver::create());
    bool wasCalled = false;
    Resolver::Query query = resolver->resolve("127.0.0.1", *reactor, [&](auto) { wasCalled = true; });
    query = {};
    // The next question is answered behind the first.
    query = resolver->resolve("127.0.0.1", *reactor, [&](auto) { reactor->stop(); });
    reactor->run();
    EXPECT_FALSE(wasCalled);
}

TEST(Resolver, AQueryMayBeGivenUpFromItsAnswer) {
    const auto reactor = makeReactor();
    const auto resolver = std::move(*Resolver::create());
    Resolver::Query query;
    query = resolver->resolve("127.0.0.1", *reactor, [&](auto) {
        query = {};
        reactor->stop();
    });
    reactor->run();
}

// A worker that ends takes its reactor away while the resolver is at work for it.
TEST(Resolver, OutlivesTheReactorsThatAsk) {
    const auto resolver = std::move(*Resolver::create());
    for (int i = 0; i < 500; ++i) {
        const auto reactor = makeReactor();
        const Resolver::Query query = resolver->resolve("127.0.0.1", *reactor, [](auto) {});
    }
}

TEST(Resolver, MayGoWithQuestionsUnanswered) {
    const auto reactor = makeReactor();
    std::vector<Resolver::Query> queries;
    {
        const auto resolver = std::move(*Resolver::create());
        for (int i = 0; i < 100; ++i) {
            queries.push_back(resolver->resolve("127.0.0.1", *reactor, [](auto) {}));
        }
    }
    EXPECT_THAT(queries, SizeIs(100));
}

} // namespace bw::net
