#include "core/runplan/proxy.h"

#include <gtest/gtest.h>

namespace bw::runplan {
namespace {

std::string wayTo(const ProxyRules& rules, const char* url) {
    const codec::Url* proxy = rules.proxyFor(*codec::parseUrl(url));
    return proxy == nullptr ? "straight" : proxy->host;
}

} // namespace

TEST(Proxy, TheEnvironmentNamesOneAScheme) {
    const ProxyRules rules = proxyFromEnvironment("http://plain.example:3128", "secure.example:8080", "");
    EXPECT_EQ(wayTo(rules, "http://x.example/"), "plain.example");
    EXPECT_EQ(wayTo(rules, "https://x.example/"), "secure.example");
    EXPECT_EQ(wayTo(proxyFromEnvironment("", "", ""), "http://x.example/"), "straight");
    EXPECT_EQ(wayTo(proxyFromEnvironment("socks5://x:1", "%%%", ""), "http://x.example/"), "straight");
}

TEST(Proxy, TheEnvironmentsOneIsNotForThisMachine) {
    const ProxyRules rules = proxyFromEnvironment("p.example", "p.example", "");
    for (const char* url :
         {"http://localhost/", "http://127.0.0.1:7070/", "https://[::1]/", "http://127.8.9.1/"}) {
        EXPECT_EQ(wayTo(rules, url), "straight") << url;
    }
}

TEST(Proxy, ExceptionsAreHostsAndDomains) {
    const ProxyRules rules = proxyFromEnvironment("p.example", "", " .Bank.example, 192.0.2.7 ,,");
    EXPECT_EQ(wayTo(rules, "http://bank.example/"), "straight");
    EXPECT_EQ(wayTo(rules, "http://a.bank.example/"), "straight");
    EXPECT_EQ(wayTo(rules, "http://192.0.2.7/"), "straight");
    EXPECT_EQ(wayTo(rules, "http://notbank.example/"), "p.example");
    EXPECT_EQ(wayTo(proxyFromEnvironment("p.example", "", "*"), "http://x.example/"), "straight");
}

} // namespace bw::runplan
