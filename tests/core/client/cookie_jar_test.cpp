#include "core/client/cookie_jar.h"

#include <gtest/gtest.h>
#include <string>

namespace bw::client {
namespace {

constexpr std::int64_t kNow = 1'800'000'000; // 2027-01-15T08:00:00Z

struct Case {
    std::string from;
    std::string setCookie;
    std::string to;
    std::string sent; // what goes to `to`
};

codec::Url url(std::string_view text) {
    return *codec::parseUrl(text);
}

std::string sentTo(const CookieJar& jar, std::string_view to, std::int64_t now = kNow) {
    std::string out;
    jar.append(url(to), now, out);
    return out;
}

class CookieGoes : public testing::TestWithParam<Case> {};

TEST_P(CookieGoes, WhereItBelongs) {
    CookieJar jar;
    jar.set(url(GetParam().from), GetParam().setCookie, kNow);
    EXPECT_EQ(sentTo(jar, GetParam().to), GetParam().sent);
}

const std::string kShop = "http://shop.example.org/cart/view";

INSTANTIATE_TEST_SUITE_P(Pair, CookieGoes,
                         testing::Values(Case{kShop, "a=1", kShop, "a=1"},
                                         Case{kShop, " a = 1 2 ; Path=/", kShop, "a=1 2"},
                                         Case{kShop, "a=x=y", kShop, "a=x=y"},
                                         Case{kShop, "a=\"q\"", kShop, "a=\"q\""},
                                         Case{kShop, "a=", kShop, "a="}, Case{kShop, "=1", kShop, ""},
                                         Case{kShop, "nothing", kShop, ""}, Case{kShop, "", kShop, ""},
                                         Case{kShop, "; Path=/", kShop, ""},
                                         Case{kShop, "a=1; Unknown; HttpOnly; SameSite=Lax;;", kShop, "a=1"},
                                         Case{kShop, "a=" + std::string(5000, 'x'), kShop, ""}));

INSTANTIATE_TEST_SUITE_P(
    Domain, CookieGoes,
    testing::Values(Case{kShop, "a=1; Path=/", "http://www.shop.example.org/", ""},
                    Case{kShop, "a=1; Path=/; Domain=example.org", "http://pay.example.org/", "a=1"},
                    Case{kShop, "a=1; Path=/; domain=.Example.ORG", "http://example.org/", "a=1"},
                    Case{kShop, "a=1; Path=/; Domain=example.org", "http://badexample.org/", ""},
                    Case{kShop, "a=1; Path=/; Domain=other.org", "http://other.org/", ""},
                    Case{kShop, "a=1; Path=/; Domain=pay.shop.example.org", "http://pay.shop.example.org/",
                         ""},
                    Case{kShop, "a=1; Path=/; Domain=org", "http://any.org/", ""},
                    Case{kShop, "a=1; Path=/; Domain=", kShop, "a=1"},
                    Case{"http://localhost/", "a=1; Domain=localhost", "http://localhost/", "a=1"},
                    Case{"http://10.0.0.1/", "a=1; Domain=0.0.1", "http://7.0.0.1/", ""},
                    Case{"http://10.0.0.1/", "a=1; Domain=0.0.1", "http://10.0.0.1/", ""},
                    Case{"http://10.0.0.1:81/", "a=1", "http://10.0.0.1:82/", "a=1"}));

INSTANTIATE_TEST_SUITE_P(
    Path, CookieGoes,
    testing::Values(Case{kShop, "a=1", "http://shop.example.org/cart", "a=1"},
                    Case{kShop, "a=1", "http://shop.example.org/cart/pay?x=1", "a=1"},
                    Case{kShop, "a=1", "http://shop.example.org/cartoon", ""},
                    Case{kShop, "a=1", "http://shop.example.org/", ""},
                    Case{kShop, "a=1; Path=/", "http://shop.example.org/any", "a=1"},
                    Case{kShop, "a=1; Path=relative", "http://shop.example.org/cart/x", "a=1"},
                    Case{kShop, "a=1; Path=/pay/", "http://shop.example.org/pay/x", "a=1"},
                    Case{kShop, "a=1; Path=/pay/", "http://shop.example.org/pay", ""},
                    Case{"http://shop.example.org", "a=1", "http://shop.example.org/any", "a=1"}));

INSTANTIATE_TEST_SUITE_P(Secure, CookieGoes,
                         testing::Values(Case{kShop, "a=1; Secure", kShop, ""},
                                         Case{"https://e.org/", "a=1; secure", "https://e.org/", "a=1"},
                                         Case{"https://e.org/", "a=1; Secure", "wss://e.org/", "a=1"},
                                         Case{"https://e.org/", "a=1", "http://e.org/", "a=1"}));

INSTANTIATE_TEST_SUITE_P(
    Age, CookieGoes,
    testing::Values(Case{kShop, "a=1; Max-Age=60", kShop, "a=1"}, Case{kShop, "a=1; Max-Age=0", kShop, ""},
                    Case{kShop, "a=1; Max-Age=-5", kShop, ""}, Case{kShop, "a=1; Max-Age=soon", kShop, "a=1"},
                    Case{kShop, "a=1; Expires=Thu, 01 Jan 1970 00:00:00 GMT", kShop, ""},
                    Case{kShop, "a=1; Expires=Fri, 31 Dec 2100 23:59:59 GMT", kShop, "a=1"},
                    Case{kShop, "a=1; Expires=Thursday, 01-Jan-70 00:00:00 GMT", kShop, ""},
                    Case{kShop, "a=1; Expires=Thu Jan  1 00:00:00 1970", kShop, ""},
                    Case{kShop, "a=1; Expires=whenever", kShop, "a=1"},
                    Case{kShop, "a=1; Max-Age=60; Expires=Thu, 01 Jan 1970 00:00:00 GMT", kShop, "a=1"},
                    Case{kShop, "a=1; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=60", kShop, "a=1"}));

} // namespace

TEST(CookieJar, LongerPathsGoFirstThenOlderCookies) {
    CookieJar jar;
    const codec::Url from = url("http://e.org/a/b/c");
    jar.set(from, "first=1; Path=/", kNow);
    jar.set(from, "deep=1; Path=/a/b", kNow);
    jar.set(from, "second=1; Path=/", kNow);
    jar.set(from, "middle=1; Path=/a", kNow);
    EXPECT_EQ(sentTo(jar, "http://e.org/a/b/c"), "deep=1; middle=1; first=1; second=1");
    jar.set(from, "first=2; Path=/", kNow);
    EXPECT_EQ(sentTo(jar, "http://e.org/"), "first=2; second=1");
}

TEST(CookieJar, AnExpiredOneTakesItsPredecessorAway) {
    CookieJar jar;
    jar.set(url("http://e.org/"), "a=1", kNow);
    jar.set(url("http://e.org/"), "a=gone; Max-Age=0", kNow);
    EXPECT_EQ(sentTo(jar, "http://e.org/"), "");
}

TEST(CookieJar, TimePasses) {
    CookieJar jar;
    jar.set(url("http://e.org/"), "a=1; Max-Age=60", kNow);
    EXPECT_EQ(sentTo(jar, "http://e.org/", kNow + 59), "a=1");
    EXPECT_EQ(sentTo(jar, "http://e.org/", kNow + 60), "");
    jar.set(url("http://e.org/"), "a=1; Max-Age=9223372036854775807", kNow);
    EXPECT_EQ(sentTo(jar, "http://e.org/", kNow + 86'400), "a=1");
}

TEST(CookieJar, AHostCannotFillIt) {
    CookieJar jar;
    for (int i = 0; i < 100; ++i) {
        jar.set(url("http://e.org/"), "c" + std::to_string(i) + "=1", kNow);
    }
    const std::string sent = sentTo(jar, "http://e.org/");
    EXPECT_TRUE(sent.starts_with("c50=1; c51=1;"));
    EXPECT_TRUE(sent.ends_with("c99=1"));
}

TEST(CookieJar, ManyHostsCannotFillItEither) {
    CookieJar jar;
    for (int i = 0; i <= static_cast<int>(CookieJar::kMaxCookies); ++i) {
        jar.set(url("http://h" + std::to_string(i) + ".org/"), "a=1", kNow);
    }
    EXPECT_EQ(sentTo(jar, "http://h0.org/"), "");
    EXPECT_EQ(sentTo(jar, "http://h1.org/"), "a=1");
    EXPECT_EQ(sentTo(jar, "http://h3000.org/"), "a=1");
    jar.clear();
    EXPECT_TRUE(jar.empty());
}

} // namespace bw::client
