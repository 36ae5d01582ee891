#include "app/jts-sim/sim/fault_set.h"

#include "app/jts-sim/sim/json_writer.h"
#include "app/jts-sim/sim/setting_text.h"
#include "core/base/duration_text.h"

#include <algorithm>

namespace bw::jts {

namespace {

constexpr std::size_t maxRules = 32;
constexpr std::string_view everywhere = "/api";
constexpr Duration longest = std::chrono::hours(1);
constexpr std::array<std::string_view, faultKindCount> shareNames{"errorRate", "reset", "garbage", "truncate",
                                                                  "hang"};

std::optional<Duration> parseSpan(std::string_view text) {
    const auto span = parseDuration(text);
    return span && *span >= Duration(0) && *span <= longest ? span : std::nullopt;
}

std::optional<LatencyFault> parseLatency(std::string_view text) {
    constexpr std::string_view logNormal = "lognormal:";
    if (!text.starts_with(logNormal)) {
        const auto span = parseSpan(text);
        return span ? std::optional(LatencyFault{*span, 0}) : std::nullopt;
    }
    text.remove_prefix(logNormal.size());
    const std::size_t comma = text.find(',');
    const auto median = parseSpan(text.substr(0, comma));
    const auto sigma = comma == std::string_view::npos ? std::nullopt : parseNumber(text.substr(comma + 1));
    if (!median || !sigma || *sigma < 0 || *sigma > 5) {
        return std::nullopt;
    }
    return LatencyFault{*median, *sigma};
}

std::string latencyText(const LatencyFault& latency) {
    if (latency.sigma == 0) {
        return durationText(latency.median);
    }
    return "lognormal:" + durationText(latency.median) + "," + numberText(latency.sigma);
}

std::unexpected<FaultError> wrong(FaultErrorKind kind, std::string_view name) {
    return std::unexpected(FaultError{kind, std::string(name)});
}

bool isOff(std::string_view value) {
    return value.empty() || value == "0" || value == "off";
}

// Does the rule's prefix cover the path: equal, or followed by '/' or '?'.
bool covers(std::string_view prefix, std::string_view path) {
    if (!path.starts_with(prefix)) {
        return false;
    }
    return path.size() == prefix.size() || prefix.back() == '/' || path[prefix.size()] == '/' ||
           path[prefix.size()] == '?';
}

} // namespace

Result<FaultRule*, FaultError> FaultSet::ruleFor(std::string_view prefix, std::string_view name) {
    if (prefix.empty() || prefix.front() != '/' || prefix.size() > 200) {
        return wrong(FaultErrorKind::BadPrefix, name);
    }
    for (FaultRule& rule : m_rules) {
        if (rule.prefix == prefix) {
            return &rule;
        }
    }
    if (m_rules.size() >= maxRules) {
        return wrong(FaultErrorKind::TooMany, name);
    }
    // The shortest first, so that a later rule is the more special one.
    const auto at = std::find_if(m_rules.begin(), m_rules.end(),
                                 [&](const FaultRule& rule) { return rule.prefix.size() > prefix.size(); });
    return &*m_rules.insert(at, FaultRule{.prefix = std::string(prefix), .latency = {}, .shares = {}});
}

Result<void, FaultError> FaultSet::set(std::string_view name, std::string_view value) {
    const std::size_t sign = name.find('@');
    const std::string_view fault = name.substr(0, sign);
    const bool isStall = fault == "stall" || fault == "stall.every";
    if (isStall || BottleneckSettings::knows(fault)) {
        if (sign != std::string_view::npos) {
            return wrong(FaultErrorKind::BadPrefix, name);
        }
        return isStall ? setStall(name, value) : setBottleneck(name, value);
    }
    const auto kind = std::find(shareNames.begin(), shareNames.end(), fault);
    if (fault != "latency" && kind == shareNames.end()) {
        return wrong(FaultErrorKind::UnknownName, name);
    }
    const auto latency = fault == "latency" && !isOff(value) ? parseLatency(value) : std::nullopt;
    const auto share = fault != "latency" && !isOff(value) ? parseNumber(value) : std::nullopt;
    const bool isShare = share && *share >= 0 && *share <= 1;
    if (!isOff(value) && !latency && !isShare) {
        return wrong(FaultErrorKind::BadValue, name);
    }
    const auto rule = ruleFor(sign == std::string_view::npos ? everywhere : name.substr(sign + 1), name);
    if (!rule) {
        return std::unexpected(rule.error());
    }
    if (fault == "latency") {
        (*rule)->latency = latency;
    } else {
        (*rule)->shares[static_cast<std::size_t>(kind - shareNames.begin())] = share;
    }
    return {};
}

Result<void, FaultError> FaultSet::setStall(std::string_view name, std::string_view value) {
    const auto span = isOff(value) ? Duration(0) : parseSpan(value);
    if (!span) {
        return wrong(FaultErrorKind::BadValue, name);
    }
    (name == "stall" ? m_stall : m_stallEvery) = *span;
    return {};
}

Result<void, FaultError> FaultSet::setBottleneck(std::string_view name, std::string_view value) {
    if (!m_bottlenecks.set(name, value)) {
        return wrong(FaultErrorKind::BadValue, name);
    }
    return {};
}

FaultsOfPath FaultSet::ofPath(std::string_view path) const {
    FaultsOfPath found;
    for (const FaultRule& rule : m_rules) {
        if (!covers(rule.prefix, path)) {
            continue;
        }
        if (rule.latency) {
            found.latency = *rule.latency;
        }
        for (std::size_t i = 0; i < faultKindCount; ++i) {
            found.shares[i] = rule.shares[i].value_or(found.shares[i]);
        }
    }
    return found;
}

void FaultSet::appendJson(std::string& out) const {
    JsonWriter json(out);
    json.beginObject();
    const auto nameOf = [](std::string_view fault, const FaultRule& rule) {
        return rule.prefix == everywhere ? std::string(fault) : std::string(fault) + "@" + rule.prefix;
    };
    for (const FaultRule& rule : m_rules) {
        if (rule.latency) {
            json.text(nameOf("latency", rule), latencyText(*rule.latency));
        }
        for (std::size_t i = 0; i < faultKindCount; ++i) {
            if (rule.shares[i]) {
                json.number(nameOf(shareNames[i], rule), *rule.shares[i]);
            }
        }
    }
    if (m_stall > Duration(0)) {
        json.text("stall", durationText(m_stall));
    }
    if (m_stallEvery > Duration(0)) {
        json.text("stall.every", durationText(m_stallEvery));
    }
    m_bottlenecks.appendMembers(json);
    json.endObject();
}

} // namespace bw::jts
