#include "app/jts-sim/sim/admin_api.h"

#include "core/base/duration_text.h"

namespace bw::jts {

namespace {

// A member's value as the option would spell it: text as it is, numbers and null ("off") too.
std::optional<std::string> optionText(const simdjson::dom::element& element) {
    std::string_view text;
    double number = 0;
    if (element.get(text) == simdjson::SUCCESS) {
        return std::string(text);
    }
    if (element.get(number) == simdjson::SUCCESS) {
        std::string out;
        JsonWriter(out).number(number);
        return out;
    }
    if (element.is_null()) {
        return std::string();
    }
    return std::nullopt;
}

} // namespace

std::string reasonOf(const FaultError& error) {
    switch (error.kind) {
    case FaultErrorKind::UnknownName:
        return "no such fault; there are latency, errorRate, reset, garbage, truncate, hang, stall, "
               "stall.every, pool, queue, ceiling, memoryLeak, latencyLeak, broker and what follows their "
               "dots";
    case FaultErrorKind::BadValue:
        if (const std::string expected = BottleneckSettings::expected(error.name); !expected.empty()) {
            return "not a value of this fault: " + expected + ", or off";
        }
        return "not a value of this fault: a duration (5ms), lognormal:5ms,0.5, or a share from 0 to 1";
    case FaultErrorKind::BadPrefix:
        return "not a path prefix, or the fault is the whole server's";
    case FaultErrorKind::TooMany:
        return "too many path prefixes";
    }
    return {};
}

void AdminApi::showFaults(server::Exchange& exchange) {
    (void)answer(exchange, 200);
    m_context.state.faults.current()->appendJson(exchange.response().body());
}

void AdminApi::setFaults(server::Exchange& exchange) {
    simdjson::dom::object body;
    if (m_context.readObject(exchange, body) != simdjson::SUCCESS) {
        return;
    }
    FaultSet faults = *m_context.state.faults.current();
    if (faults.stallEvery() == Duration(0)) {
        faults.forgetStall(); // one that was asked for earlier is over
    }
    for (const simdjson::dom::key_value_pair member : body) {
        const auto text = optionText(member.value);
        if (!text) {
            refuse(exchange, 400, reasonOf({FaultErrorKind::BadValue, std::string(member.key)}), member.key);
            return;
        }
        if (const auto done = faults.set(member.key, *text); !done) {
            refuse(exchange, 400, reasonOf(done.error()), done.error().name);
            return;
        }
    }
    m_context.state.faults.put(std::move(faults), m_context.state.clock.now());
    showFaults(exchange);
}

void AdminApi::clearFaults(server::Exchange& exchange) {
    m_context.state.faults.put(FaultSet(), m_context.state.clock.now());
    showFaults(exchange);
}

void AdminApi::showBottlenecks(server::Exchange& exchange) {
    (void)answer(exchange, 200);
    m_context.state.faults.bottlenecks().appendJson(exchange.response().body(), m_context.state.clock.now());
}

void AdminApi::showTruth(server::Exchange& exchange) {
    (void)answer(exchange, 200);
    const bool wantsBuckets =
        exchange.request().queryValue("buckets", m_context.text) && m_context.text == "1";
    const auto detail = wantsBuckets ? Truth::Detail::Buckets : Truth::Detail::Figures;
    m_context.state.truth.appendJson(exchange.response().body(), detail);
}

void AdminApi::showFeed(server::Exchange& exchange) {
    const FeedBoard& board = m_context.state.feeds;
    JsonWriter json = answer(exchange, 200);
    json.beginObject()
        .integer("listeners", board.listeners.load())
        .integer("sent", static_cast<std::int64_t>(board.sent.load()))
        .integer("left", static_cast<std::int64_t>(board.left.load()))
        .integer("ticks", board.ticks());
    json.key("delay").beginObject();
    appendTimes(json, board.truth());
    json.endObject().endObject();
}

void AdminApi::clearTruth(server::Exchange& exchange) {
    m_context.state.truth.clear();
    m_context.state.feeds.clearTruth();
    exchange.response().setStatus(204);
}

} // namespace bw::jts
