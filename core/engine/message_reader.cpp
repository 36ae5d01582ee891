#include "core/engine/message_reader.h"

#include "core/codec/url.h"
#include "core/engine/message_time.h"
#include "core/engine/message_view.h"
#include "core/engine/own_metric.h"

#include <algorithm>
#include <cmath>

namespace bw::engine {
namespace {

// Channels whose numbers are followed in one session.
constexpr std::size_t kMaxChannels = 1024;
constexpr std::size_t kExampleText = 16U << 10;
constexpr double kLargestSequence = 9007199254740992; // 2^53

} // namespace

MessageReader::MessageReader(VuState& user, const runplan::WebSocketStep& step, std::string_view group)
    : m_user(user)
    , m_worker(user.worker)
    , m_step(step)
    , m_group(group) {}

void MessageReader::begin(WebSocketSeries::OfStep& series, const std::string& host) {
    m_series = &series;
    m_channels.clear();
    const runplan::MessageClock clock = m_step.messages.clock;
    const bool isFar = clock == runplan::MessageClock::Ping ||
                       (clock == runplan::MessageClock::Auto && !client::HostPolicy::isOwnName(host));
    m_farClock = isFar && m_step.messages.timestamp ? &m_worker.farClock(host) : nullptr;
}

void MessageReader::look(std::string_view message, Instant at) {
    const runplan::WebSocketReceive& receive = m_step.messages;
    if (!receive.timestamp && !receive.sequence && receive.checks.empty() && receive.extracts.empty() &&
        receive.metrics.empty()) {
        return;
    }
    const MessageView view(message);
    expr::Context context = m_user.context(&view);
    if (receive.timestamp) {
        readTime(context, at);
    }
    if (receive.sequence) {
        readSequence(context);
    }
    check(context, message, at);
    extract(context);
    for (const runplan::MetricStep& metric : receive.metrics) {
        if (const auto recorded = recordOwnMetric(m_user, metric, m_group, context, Missing::AddsNothing);
            !recorded) {
            m_worker.tellFailed(m_step.name, metric.value.source(), recorded.error());
        }
    }
}

void MessageReader::readTime(expr::Context& context, Instant at) {
    const auto value = m_step.messages.timestamp->evaluate(context);
    if (!value) {
        m_worker.tellFailed(m_step.name, "messages.timestamp", value.error());
        return;
    }
    const auto sent = messageTime(*value);
    if (!sent) {
        return;
    }
    const std::int64_t now = m_worker.run.wallStart.nanoseconds + (at - m_worker.run.start).count();
    Duration late(now - *sent);
    if (m_farClock != nullptr) {
        const auto underWay = m_farClock->underWay(late, at);
        if (!underWay) {
            return; // the first round trip is still under way
        }
        late = *underWay;
        m_worker.tellOnce(m_step.name + "\nclock", ClockCorrected{m_step.name, m_farClock->ahead()});
    }
    // Clocks of one machine agree to less than what a millisecond's rounding hides.
    m_worker.webSockets.latency(*m_series, std::max(Duration::zero(), late));
}

void MessageReader::readSequence(expr::Context& context) {
    const auto number = m_step.messages.sequence->evaluate(context);
    if (!number) {
        m_worker.tellFailed(m_step.name, "messages.sequence", number.error());
        return;
    }
    if (!number->isNumber() || !(std::abs(number->asNumber()) <= kLargestSequence)) {
        return; // a message without one, or one too large to be told from its neighbours
    }
    std::string_view channel;
    Result<expr::Value, expr::EvalError> named = expr::Value();
    if (m_step.messages.channel) {
        named = m_step.messages.channel->evaluate(context);
        if (!named) {
            m_worker.tellFailed(m_step.name, "messages.channel", named.error());
            return;
        }
        channel = named->asString();
    }
    const auto known = std::ranges::find(m_channels, channel, &Channel::name);
    if (known == m_channels.end()) {
        if (m_channels.size() < kMaxChannels) {
            m_channels.push_back({std::string(channel), number->asNumber()});
        }
        return;
    }
    const double gap = number->asNumber() - known->last - 1;
    known->last = number->asNumber();
    if (gap > 0) { // a smaller number is a server that began anew
        m_worker.webSockets.lost(*m_series, static_cast<std::uint64_t>(gap));
    }
}

void MessageReader::check(expr::Context& context, std::string_view message, Instant at) {
    const auto& checks = m_step.messages.checks;
    for (std::size_t i = 0; i < checks.size(); ++i) {
        const auto result = checks[i].condition.test(context);
        if (!result) {
            m_worker.tellFailed(m_step.name, checks[i].name, result.error());
        }
        const bool passed = result && *result;
        m_worker.steps.check(m_user.phase, m_step.site, checks, m_group, i, passed);
        (passed ? m_worker.counters.checksPassed : m_worker.counters.checksFailed).add();
        if (passed) {
            continue;
        }
        ++m_user.failures;
        if (const std::string kind = "check " + checks[i].name; m_worker.wantsExample(m_step.name, kind)) {
            m_worker.run.examples.put({m_worker.runTime(at),
                                       m_step.name,
                                       kind,
                                       {},
                                       m_worker.plan.masked(std::string(message.substr(0, kExampleText)))});
        }
    }
}

void MessageReader::extract(expr::Context& context) {
    for (const runplan::Extractor& extractor : m_step.messages.extracts) {
        auto value = extractor.value.evaluate(context);
        if (!value) {
            m_worker.tellFailed(m_step.name, extractor.name, value.error());
        } else if (!value->isUndefined()) { // another kind of message does not take it away
            m_user.slots[extractor.slot.value] = std::move(*value);
        }
    }
}

} // namespace bw::engine
