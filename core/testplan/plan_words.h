#pragma once

#include "core/testplan/feed_spec.h"
#include "core/testplan/http_defaults.h"
#include "core/testplan/scenario.h"
#include "core/testplan/step.h"
#include "core/testplan/word.h"

#include <array>

// How the plan's enumerators are written. Reader, writer and validation use the same.
namespace bw::testplan::words {

inline constexpr std::array kFeedOrder = {
    Word{"sequential", FeedOrder::Sequential},
    Word{"random", FeedOrder::Random},
    Word{"unique", FeedOrder::Unique},
};
inline constexpr std::array kFeedEnd = {Word{"repeat", FeedEnd::Repeat}, Word{"stop", FeedEnd::Stop}};
inline constexpr std::array kHttpVersion = {
    Word{"auto", HttpVersion::Auto},
    Word{"1.1", HttpVersion::Http1},
    Word{"2", HttpVersion::Http2},
};
inline constexpr std::array kDnsSelect = {
    Word{"random", DnsSelect::Random},
    Word{"first", DnsSelect::First},
    Word{"roundRobin", DnsSelect::RoundRobin},
};
inline constexpr std::array kDnsPolicy = {
    Word{"preferIPv4", DnsPolicy::PreferIpv4},
    Word{"preferIPv6", DnsPolicy::PreferIpv6},
    Word{"onlyIPv4", DnsPolicy::OnlyIpv4},
    Word{"onlyIPv6", DnsPolicy::OnlyIpv6},
    Word{"any", DnsPolicy::Any},
};
inline constexpr std::array kArrivals = {Word{"uniform", Arrivals::Uniform},
                                         Word{"poisson", Arrivals::Poisson}};
inline constexpr std::array kApiKeyPlace = {
    Word{"header", ApiKeyAuth::Place::Header},
    Word{"query", ApiKeyAuth::Place::Query},
};
inline constexpr std::array kMessageClock = {
    Word{"auto", MessageClock::Auto},
    Word{"synchronized", MessageClock::Synchronized},
    Word{"ping", MessageClock::Ping},
};
inline constexpr std::array kMetricType = {
    Word{"counter", MetricStepType::Counter},
    Word{"gauge", MetricStepType::Gauge},
    Word{"rate", MetricStepType::Rate},
    Word{"trend", MetricStepType::Trend},
};

} // namespace bw::testplan::words
