#include "core/runplan/proxy.h"

#include <algorithm>
#include <cctype>
#include <ranges>

namespace bw::runplan {
namespace {

bool isThisMachine(std::string_view host) {
    return host == "localhost" || host.ends_with(".localhost") || host == "::1" || host.starts_with("127.");
}

bool isBelow(std::string_view host, std::string_view domain) {
    return host == domain || (host.size() > domain.size() && host.ends_with(domain) &&
                              host[host.size() - domain.size() - 1] == '.');
}

std::optional<codec::Url> proxyUrl(std::string_view text) {
    if (text.empty()) {
        return std::nullopt;
    }
    const auto url =
        codec::parseUrl(text.contains("://") ? std::string(text) : "http://" + std::string(text));
    return url && url->scheme == codec::UrlScheme::Http ? std::optional(*url) : std::nullopt;
}

} // namespace

const codec::Url* ProxyRules::proxyFor(const codec::Url& url) const {
    const std::optional<codec::Url>& proxy = codec::isSecure(url.scheme) ? https : http;
    if (!proxy || (source == Source::Environment && isThisMachine(url.host))) {
        return nullptr;
    }
    const bool isExcepted = std::ranges::any_of(exceptions, [&](const std::string& exception) {
        return exception == "*" || isBelow(url.host, exception);
    });
    return isExcepted ? nullptr : &*proxy;
}

ProxyRules proxyFromEnvironment(std::string_view http, std::string_view https, std::string_view exceptions) {
    ProxyRules rules;
    rules.source = ProxyRules::Source::Environment;
    rules.http = proxyUrl(http);
    rules.https = proxyUrl(https);
    for (const auto part : std::views::split(exceptions, ',')) {
        std::string name;
        for (const char c : part) {
            if (c != ' ') {
                name += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
            }
        }
        // ".example.com" and "example.com" mean the same.
        if (const auto first = name.find_first_not_of('.'); first != std::string::npos) {
            rules.exceptions.push_back(name.substr(first));
        }
    }
    return rules;
}

} // namespace bw::runplan
