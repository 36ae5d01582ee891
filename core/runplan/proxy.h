#pragma once

#include "core/codec/url.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bw::runplan {

// The way to servers that leads over another one. The plan's proxy is for everything; those of the program's
// environment (http_proxy, https_proxy, no_proxy) are for what is not this machine.
struct ProxyRules {
    std::optional<codec::Url> http;
    std::optional<codec::Url> https;
    std::vector<std::string> exceptions; // hosts, and domains with all below them; "*" is everything
    enum class Source { Plan, Environment } source = Source::Plan;

    [[nodiscard]] bool empty() const { return !http && !https; }
    // Null: straight there. Lives as long as the rules.
    [[nodiscard]] const codec::Url* proxyFor(const codec::Url& url) const;
};

// Values of the environment's variables; a scheme may be missing. What is no URL counts as not set.
[[nodiscard]] ProxyRules proxyFromEnvironment(std::string_view http, std::string_view https,
                                              std::string_view exceptions);

} // namespace bw::runplan
