#pragma once

#include "core/testplan/duration_value.h"
#include "core/testplan/plain_value.h"
#include "core/testplan/written_keys.h"

#include <cstdint>
#include <string>
#include <vector>

namespace bw::testplan {

enum class HttpVersion : std::uint8_t { Auto, Http1, Http2 }; // "auto", "1.1", "2"

enum class TlsVerify : std::uint8_t { Yes, No };

// Files are named relative to the plan's folder.
struct TlsOptions {
    TlsVerify verify = TlsVerify::Yes;
    std::string ca;
    std::string cert;
    std::string key;
    WrittenKeys written{};
    friend bool operator==(const TlsOptions&, const TlsOptions&) = default;
};

enum class DnsSelect : std::uint8_t { Random, First, RoundRobin };
enum class DnsPolicy : std::uint8_t { PreferIpv4, PreferIpv6, OnlyIpv4, OnlyIpv6, Any };

// k6's `dns` options and defaults.
struct DnsOptions {
    DurationText ttl{std::chrono::minutes(5), {}};
    DnsSelect select = DnsSelect::Random;
    DnsPolicy policy = DnsPolicy::PreferIpv4;
    WrittenKeys written{};
    friend bool operator==(const DnsOptions&, const DnsOptions&) = default;
};

// "perVu" as in k6, or {"shared": n}: n connections for all VUs of the run.
struct ConnectionOptions {
    enum class Kind : std::uint8_t { PerVu, Shared };
    Kind kind = Kind::PerVu;
    std::int64_t shared = 0;
    friend bool operator==(const ConnectionOptions&, const ConnectionOptions&) = default;
};

enum class CookieReset : std::uint8_t {
    EachIteration,
    Never, // "noCookiesReset": true
};

// What every HTTP step of the plan takes unless it says otherwise.
struct HttpDefaults {
    DurationText timeout{std::chrono::seconds(60), {}};
    HttpVersion version = HttpVersion::Auto;
    NamedTexts headers; // templates
    TlsOptions tls;
    std::string proxy; // URL, a template
    DnsOptions dns;
    ConnectionOptions connections;
    std::vector<std::string> localAddresses;
    CookieReset cookies = CookieReset::EachIteration;
    WrittenKeys written{};
    friend bool operator==(const HttpDefaults&, const HttpDefaults&) = default;
};

struct Defaults {
    HttpDefaults http;
    WrittenKeys written{};
    friend bool operator==(const Defaults&, const Defaults&) = default;
};

} // namespace bw::testplan
