#include "core/codec/url.h"

#include <gtest/gtest.h>

namespace bw::codec {
namespace {

std::string read(std::string_view text) {
    const auto url = parseUrl(text);
    return url ? urlText(*url)
               : "error " + std::to_string(static_cast<int>(url.error().kind)) + " at " +
                     std::to_string(url.error().offset);
}

std::string wrong(UrlErrorKind kind, std::size_t offset) {
    return "error " + std::to_string(static_cast<int>(kind)) + " at " + std::to_string(offset);
}

TEST(Url, ReadsItsPieces) {
    const auto url = parseUrl("HTTPS://us%20er:p%40ss@Example.COM:8443/a/b?c=d&e#frag");
    ASSERT_TRUE(url);
    EXPECT_EQ(url->scheme, UrlScheme::Https);
    EXPECT_EQ(url->user, "us er");
    EXPECT_EQ(url->password, "p@ss");
    EXPECT_EQ(url->host, "example.com");
    EXPECT_EQ(url->port, 8443);
    EXPECT_EQ(url->target, "/a/b?c=d&e");
    EXPECT_EQ(urlText(*url), "https://example.com:8443/a/b?c=d&e");
}

TEST(Url, FillsInWhatIsLeftOut) {
    EXPECT_EQ(read("http://a"), "http://a/");
    EXPECT_EQ(read("http://a?b"), "http://a/?b");
    EXPECT_EQ(read("http://a#b"), "http://a/");
    EXPECT_EQ(read("http://a:/x"), "http://a/x");
    EXPECT_EQ(read("http://a:80/x"), "http://a/x");
    EXPECT_EQ(parseUrl("wss://a")->port, 443);
    EXPECT_EQ(parseUrl("ws://a")->port, 80);
}

TEST(Url, ReadsIpv6Literals) {
    const auto url = parseUrl("http://[2001:DB8::1]:7070/x");
    ASSERT_TRUE(url);
    EXPECT_EQ(url->host, "2001:db8::1");
    EXPECT_EQ(url->port, 7070);
    std::string host;
    appendHostField(host, *url);
    EXPECT_EQ(host, "[2001:db8::1]:7070");
    EXPECT_EQ(read("http://[::1"), wrong(UrlErrorKind::BadHost, 7));
    EXPECT_EQ(read("http://[::g]"), wrong(UrlErrorKind::BadHost, 7));
    EXPECT_EQ(read("http://[::1]x"), wrong(UrlErrorKind::BadHost, 12));
}

TEST(Url, EscapesWhatDoesNotBelongThereAndKeepsEscapes) {
    EXPECT_EQ(read("http://a/b c/\xC3\xA9?q=\"x\"&y=%20%7e"), "http://a/b%20c/%C3%A9?q=%22x%22&y=%20%7e");
}

TEST(Url, TellsWhatIsWrongAndWhere) {
    EXPECT_EQ(read(""), wrong(UrlErrorKind::Empty, 0));
    EXPECT_EQ(read("/api/orders"), wrong(UrlErrorKind::MissingScheme, 0));
    EXPECT_EQ(read("localhost:7070/x"), wrong(UrlErrorKind::MissingScheme, 0));
    EXPECT_EQ(read("ftp://a/"), wrong(UrlErrorKind::UnsupportedScheme, 0));
    EXPECT_EQ(read("http:/a"), wrong(UrlErrorKind::MissingHost, 5));
    EXPECT_EQ(read("http:///a"), wrong(UrlErrorKind::MissingHost, 7));
    EXPECT_EQ(read("http://:80/a"), wrong(UrlErrorKind::MissingHost, 7));
    EXPECT_EQ(read("http://a b/"), wrong(UrlErrorKind::BadHost, 8));
    EXPECT_EQ(read("http://\xC3\xA9/"), wrong(UrlErrorKind::BadHost, 7));
    EXPECT_EQ(read("http://a:x/"), wrong(UrlErrorKind::BadPort, 9));
    EXPECT_EQ(read("http://a:0/"), wrong(UrlErrorKind::BadPort, 9));
    EXPECT_EQ(read("http://a:65536/"), wrong(UrlErrorKind::BadPort, 9));
    EXPECT_EQ(read("http://a/b\nc"), wrong(UrlErrorKind::BadCharacter, 10));
    EXPECT_EQ(read("http://a/b?x=%2"), wrong(UrlErrorKind::BadEscape, 13));
    EXPECT_EQ(read("http://u%zz@a/"), wrong(UrlErrorKind::BadEscape, 7));
    EXPECT_EQ(read("http://a/" + std::string(70'000, 'x')), wrong(UrlErrorKind::TooLong, 65'536));
}

// The table of RFC 3986 §5.4, for http, without fragments.
TEST(Url, ResolvesReferencesAsTheRfcDoes) {
    const auto base = parseUrl("http://a/b/c/d;p?q");
    ASSERT_TRUE(base);
    const std::pair<const char*, const char*> cases[] = {
        {"g", "http://a/b/c/g"},
        {"./g", "http://a/b/c/g"},
        {"g/", "http://a/b/c/g/"},
        {"/g", "http://a/g"},
        {"//g", "http://g/"},
        {"?y", "http://a/b/c/d;p?y"},
        {"g?y", "http://a/b/c/g?y"},
        {"#s", "http://a/b/c/d;p?q"},
        {"g#s", "http://a/b/c/g"},
        {"g?y#s", "http://a/b/c/g?y"},
        {";x", "http://a/b/c/;x"},
        {"g;x", "http://a/b/c/g;x"},
        {"", "http://a/b/c/d;p?q"},
        {".", "http://a/b/c/"},
        {"./", "http://a/b/c/"},
        {"..", "http://a/b/"},
        {"../", "http://a/b/"},
        {"../g", "http://a/b/g"},
        {"../..", "http://a/"},
        {"../../", "http://a/"},
        {"../../g", "http://a/g"},
        {"../../../g", "http://a/g"},
        {"../../../../g", "http://a/g"},
        {"/./g", "http://a/g"},
        {"/../g", "http://a/g"},
        {"g.", "http://a/b/c/g."},
        {".g", "http://a/b/c/.g"},
        {"g..", "http://a/b/c/g.."},
        {"..g", "http://a/b/c/..g"},
        {"./../g", "http://a/b/g"},
        {"./g/.", "http://a/b/c/g/"},
        {"g/./h", "http://a/b/c/g/h"},
        {"g/../h", "http://a/b/c/h"},
        {"g;x=1/./y", "http://a/b/c/g;x=1/y"},
        {"g?y/../x", "http://a/b/c/g?y/../x"},
        {"https://b:1/z", "https://b:1/z"},
        {"//b:99/z?k", "http://b:99/z?k"},
        {"a b", "http://a/b/c/a%20b"},
    };
    for (const auto& [reference, expected] : cases) {
        const auto url = resolveUrl(*base, reference);
        ASSERT_TRUE(url) << reference;
        EXPECT_EQ(urlText(*url), expected) << reference;
    }
    EXPECT_EQ(resolveUrl(*base, "javascript:alert(1)").error().kind, UrlErrorKind::UnsupportedScheme);
    EXPECT_EQ(resolveUrl(*base, "/a\r\nb").error().offset, 2u);
}

TEST(Url, CredentialsStayWithTheirServer) {
    const auto base = parseUrl("http://u:p@a/x");
    ASSERT_TRUE(base);
    EXPECT_EQ(resolveUrl(*base, "/y")->user, "u");
    EXPECT_EQ(resolveUrl(*base, "http://b/y")->user, "");
    EXPECT_EQ(resolveUrl(*base, "//b/y")->password, "");
    EXPECT_TRUE(isSameOrigin(*base, *parseUrl("http://A:80/z")));
    EXPECT_FALSE(isSameOrigin(*base, *parseUrl("https://a:80/z")));
}

TEST(Url, AppendsQueries) {
    std::string target = "/a";
    appendQuery(target, "x y", "1&2");
    appendQuery(target, "z", "");
    EXPECT_EQ(target, "/a?x%20y=1%262&z=");
    EXPECT_EQ(targetPath(target), "/a");
    EXPECT_EQ(targetQuery(target), "x%20y=1%262&z=");
}

TEST(Percent, EncodesAndDecodes) {
    std::string text;
    appendPercentEncoded(text, "a b/~é");
    EXPECT_EQ(text, "a%20b%2F~%C3%A9");
    std::string back;
    ASSERT_TRUE(appendPercentDecoded(back, text));
    EXPECT_EQ(back, "a b/~é");
    EXPECT_FALSE(appendPercentDecoded(back, "x%4"));
    EXPECT_EQ(back, "a b/~é");
    back.clear();
    ASSERT_TRUE(appendPercentDecoded(back, "a+b", PlusMeans::Space));
    EXPECT_EQ(back, "a b");
}

} // namespace
} // namespace bw::codec
