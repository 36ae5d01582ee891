#include "core/testplan/validation.h"

#include <arpa/inet.h>

namespace bw::testplan {
namespace {

constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
constexpr std::string_view kDigits = "0123456789";

bool isEnvironmentName(std::string_view name) {
    const std::string first = std::string(kLetters) + "_";
    return !name.empty() && first.find(name.front()) != std::string::npos &&
           name.find_first_not_of(first + std::string(kDigits)) == std::string_view::npos;
}

// A name or an address, without scheme, port or path.
bool isHost(std::string_view host) {
    const std::string allowed = std::string(kLetters) + std::string(kDigits) + "-._";
    std::string address(host);
    in6_addr buffer{};
    return (!host.empty() && host.find_first_not_of(allowed) == std::string_view::npos) ||
           inet_pton(AF_INET6, address.c_str(), &buffer) == 1;
}

void validateVariables(Validation& check, const Place& place, const std::vector<Variable>& variables) {
    reportSameNames(check, place, variables);
    for (const Variable& variable : variables) {
        check.variableName(place.member(variable.name), variable.name);
        check.json(place.member(variable.name), variable.value);
    }
}

void validateEnvironments(Validation& check) {
    const Place root;
    const Place place = root.member("environments");
    reportSameNames(check, place, check.plan().environments);
    for (const Environment& environment : check.plan().environments) {
        const Place environmentPlace = place.member(environment.name);
        check.notEmpty(environmentPlace, environment.name);
        validateVariables(check, environmentPlace, environment.variables);
    }
}

void validateSecrets(Validation& check) {
    const Place root;
    const Place place = root.member("secrets");
    const auto& secrets = check.plan().secrets;
    std::map<std::string_view, int> counts;
    for (std::size_t i = 0; i < secrets.size(); ++i) {
        if (!isEnvironmentName(secrets[i])) {
            check.log().add(ProblemKind::BadName, place.item(i), secrets[i], "[A-Za-z_][A-Za-z0-9_]*");
        } else if (++counts[secrets[i]] == 2) {
            check.log().add(ProblemKind::NameTaken, place.item(i), secrets[i]);
        }
    }
}

void validateFeeds(Validation& check) {
    const Place root;
    const Place place = root.member("feeds");
    reportSameNames(check, place, check.plan().feeds);
    for (const FeedSpec& feed : check.plan().feeds) {
        const Place feedPlace = place.member(feed.name);
        if (!expr::Scope::isName(feed.name)) {
            check.log().add(ProblemKind::BadName, feedPlace, feed.name, "[A-Za-z_$][A-Za-z0-9_$]*");
        }
        check.planFile(feedPlace.member("file"), feed.file);
    }
}

bool isAddress(const std::string& text) {
    in6_addr buffer{};
    return inet_pton(AF_INET, text.c_str(), &buffer) == 1 || inet_pton(AF_INET6, text.c_str(), &buffer) == 1;
}

void validateTls(Validation& check, const Place& place, const TlsOptions& tls) {
    const auto file = [&](std::string_view key, const std::string& name) {
        if (!name.empty() || tls.written.has(key)) {
            check.planFile(place.member(key), name);
        }
    };
    file("ca", tls.ca);
    file("cert", tls.cert);
    file("key", tls.key);
}

} // namespace

void validateHttpDefaults(Validation& check, const Place& place, const HttpDefaults& http) {
    check.duration(place.member("timeout"), http.timeout, Duration(1), "> 0");
    check.headerNames(place.member("headers"), http.headers);
    check.texts(place.member("headers"), http.headers);
    validateTls(check, place.member("tls"), http.tls);
    if (!http.proxy.empty() || http.written.has("proxy")) {
        check.url(place.member("proxy"), http.proxy, "http");
    }
    const Place dns = place.member("dns");
    check.duration(dns.member("ttl"), http.dns.ttl, Duration::zero(), ">= 0");
    if (http.connections.kind == ConnectionOptions::Kind::Shared) {
        const Place connections = place.member("connections");
        check.integer(connections.member("shared"), http.connections.shared, 1, 1'000'000);
    }
    const Place addresses = place.member("localAddresses");
    for (std::size_t i = 0; i < http.localAddresses.size(); ++i) {
        if (!isAddress(http.localAddresses[i])) {
            check.log().add(ProblemKind::BadAddress, addresses.item(i), http.localAddresses[i]);
        }
    }
}

void validateData(Validation& check) {
    const Place root;
    const TestPlan& plan = check.plan();
    const Place hosts = root.member("allowedHosts");
    for (std::size_t i = 0; i < plan.allowedHosts.size(); ++i) {
        if (!isHost(plan.allowedHosts[i])) {
            check.log().add(ProblemKind::BadName, hosts.item(i), plan.allowedHosts[i], "[A-Za-z0-9._:-]+");
        }
    }
    validateVariables(check, root.member("variables"), plan.variables);
    validateEnvironments(check);
    validateSecrets(check);
    validateFeeds(check);
    const Place defaults = root.member("defaults");
    validateHttpDefaults(check, defaults.member("http"), plan.defaults.http);
    for (const auto& [key, flow] : {std::pair("setup", &plan.setup), std::pair("teardown", &plan.teardown)}) {
        if (!flow->empty() || plan.written.has(key)) {
            check.flow(root.member(key), *flow);
        }
    }
}

} // namespace bw::testplan
