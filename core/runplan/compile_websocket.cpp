#include "core/runplan/compile_websocket.h"

#include "core/runplan/compile_http.h"
#include "core/runplan/compile_metric.h"
#include "core/testplan/step_walk.h"

#include <algorithm>

namespace bw::runplan {
namespace {

constexpr Duration kExpectTimeout = std::chrono::seconds(5); // unless the plan says otherwise

constexpr Duration kBackoff = std::chrono::milliseconds(500); // unless the plan says otherwise

std::optional<expr::Expression> optional(CompileContext& context, const std::string& source,
                                         const std::string& place) {
    return source.empty() ? std::nullopt : std::optional(context.expression(source, place));
}

MessageClock clockOf(testplan::MessageClock clock) {
    switch (clock) {
    case testplan::MessageClock::Synchronized:
        return MessageClock::Synchronized;
    case testplan::MessageClock::Ping:
        return MessageClock::Ping;
    case testplan::MessageClock::Auto:
        break;
    }
    return MessageClock::Auto;
}

WebSocketMessage message(CompileContext& context, const testplan::WebSocketMessage& from,
                         const std::string& place) {
    WebSocketMessage to;
    if (const auto* json = std::get_if<testplan::JsonBody>(&from.content)) {
        to.content = JsonBody{context.json(json->json.compactText(), place + ".json")};
    } else if (const auto* text = std::get_if<testplan::TextBody>(&from.content)) {
        to.content = TextBody{context.text(text->text, place + ".text")};
    } else {
        const auto& binary = std::get<testplan::BinaryBody>(from.content);
        to.content = BinaryBody{context.text(binary.base64, place + ".binary")};
    }
    if (from.every.isWritten()) {
        to.every = from.every.value;
    }
    return to;
}

WebSocketReceive receive(CompileContext& context, const testplan::WebSocketReceive& from,
                         const std::string& place) {
    WebSocketReceive to;
    to.timestamp = optional(context, from.timestamp, place + ".timestamp");
    to.sequence = optional(context, from.sequence, place + ".sequence");
    to.channel = optional(context, from.channel, place + ".channel");
    to.clock = clockOf(from.clock);
    for (const auto& [name, source] : from.checks) {
        to.checks.push_back(context.check(name, source, place + ".checks[\"" + name + "\"]"));
    }
    for (const auto& [name, source] : from.extract) {
        to.extracts.push_back(
            {context.scope.addVariable(name), context.expression(source, place + ".extract." + name), name});
    }
    for (std::size_t i = 0; i < from.metrics.size(); ++i) {
        if (auto metric =
                compileMetric(context, from.metrics[i], place + ".metrics[" + std::to_string(i) + "]")) {
            to.metrics.push_back(std::move(*metric));
        }
    }
    return to;
}

void takeHeaders(CompileContext& context, const testplan::WebSocketStep& from, const std::string& place,
                 WebSocketStep& to) {
    const auto has = [&to](std::string_view name) {
        return std::ranges::any_of(to.headers,
                                   [&](const HeaderField& field) { return sameName(field.name, name); });
    };
    for (const auto& [name, value] : from.headers) {
        to.headers.push_back({name, context.text(value, place + ".headers." + name)});
    }
    for (const auto& [name, value] : context.plan.defaults.http.headers) {
        if (!has(name)) {
            to.headers.push_back({name, context.text(value, "defaults.http.headers." + name)});
        }
    }
    if (!has("User-Agent")) {
        to.headers.push_back({"User-Agent", expr::Template::fromLiteral(kUserAgent)});
    }
}

bool isExpectedOf(const testplan::TestPlan& plan, const std::string& session) {
    bool isExpected = false;
    testplan::forEachStep(plan, [&](const testplan::Step& step) {
        const auto* expect = std::get_if<testplan::ExpectStep>(&step.kind);
        isExpected = isExpected || (expect != nullptr && expect->session == session);
    });
    return isExpected;
}

} // namespace

WebSocketStep compileWebSocket(CompileContext& context, const testplan::Step& step,
                               const testplan::WebSocketStep& from, const std::string& place) {
    WebSocketStep to;
    to.site = context.nextSite(place);
    to.name = step.name.empty() ? from.url : step.name;
    to.url = context.text(from.url, place + ".url");
    takeHeaders(context, from, place, to);
    to.protocols = from.protocols;
    to.timeout = context.plan.defaults.http.timeout.value;
    if (from.duration.isWritten()) {
        to.duration = from.duration.value;
    }
    to.until = optional(context, from.until, place + ".until");
    if (from.pingEvery.isWritten()) {
        to.pingEvery = from.pingEvery.value;
    }
    for (std::size_t i = 0; i < from.send.size(); ++i) {
        to.send.push_back(message(context, from.send[i], place + ".send[" + std::to_string(i) + "]"));
    }
    to.closeCode = static_cast<std::uint16_t>(from.close.code);
    to.closeReason = from.close.reason;
    to.reconnects = from.reconnect.times;
    to.backoff = from.reconnect.backoff.isWritten() ? from.reconnect.backoff.value : kBackoff;
    to.messages = receive(context, from.messages, place + ".messages");
    for (const auto& [key, value] : step.tags) {
        to.tags.push_back({key, context.text(value, place + ".tags." + key)});
    }
    to.isExpectedOf = isExpectedOf(context.plan, step.name);
    noteTls(context, to.url);
    return to;
}

ExpectStep compileExpect(CompileContext& context, const testplan::Step& step,
                         const testplan::ExpectStep& from, const std::string& place) {
    ExpectStep to;
    to.site = context.nextSite(place);
    to.name = step.name.empty() ? from.condition : step.name;
    to.session = from.session;
    to.condition = context.expression(from.condition, place + ".condition");
    to.timeout = from.timeout.isWritten() ? from.timeout.value : kExpectTimeout;
    return to;
}

expr::Needs sessionNeeds(const WebSocketStep& step) {
    expr::Needs needs = step.url.needs();
    for (const HeaderField& field : step.headers) {
        needs.merge(field.value.needs());
    }
    for (const Tag& tag : step.tags) {
        needs.merge(tag.value.needs());
    }
    for (const WebSocketMessage& message : step.send) {
        needs.merge(std::visit(
            [](const auto& content) {
                using Content = std::decay_t<decltype(content)>;
                if constexpr (std::is_same_v<Content, JsonBody>) {
                    return content.json.needs();
                } else if constexpr (std::is_same_v<Content, TextBody>) {
                    return content.text.needs();
                } else {
                    return content.base64.needs();
                }
            },
            message.content));
    }
    return needs;
}

} // namespace bw::runplan
