#include "core/testplan/step.h"

#include <array>

namespace bw::testplan {

// Here, where Step is complete.

bool operator==(const GroupStep& a, const GroupStep& b) {
    return a.name == b.name && a.steps == b.steps;
}

bool operator==(const LoopStep& a, const LoopStep& b) {
    return a.kind == b.kind && a.steps == b.steps;
}

bool operator==(const IfStep& a, const IfStep& b) {
    return a.condition == b.condition && a.thenSteps == b.thenSteps && a.elseSteps == b.elseSteps;
}

bool operator==(const Choice& a, const Choice& b) {
    return a.weight == b.weight && a.steps == b.steps;
}

bool operator==(const ChooseStep& a, const ChooseStep& b) {
    return a.choices == b.choices;
}

bool operator==(const ParallelStep& a, const ParallelStep& b) {
    return a.max == b.max && a.steps == b.steps;
}

bool operator==(const RetryStep& a, const RetryStep& b) {
    return a.times == b.times && a.backoff == b.backoff && a.until == b.until && a.steps == b.steps;
}

bool operator==(const WebSocketStep& a, const WebSocketStep& b) {
    return a.url == b.url && a.headers == b.headers && a.protocols == b.protocols &&
           a.duration == b.duration && a.until == b.until && a.pingEvery == b.pingEvery && a.send == b.send &&
           a.messages == b.messages && a.close == b.close && a.reconnect == b.reconnect && a.steps == b.steps;
}

std::string_view stepKindName(const StepKind& kind) {
    static constexpr std::array<std::string_view, std::variant_size_v<StepKind>> kNames = {
        "http",     "think", "pacing", "group",     "loop",   "if",    "choose",
        "parallel", "retry", "metric", "websocket", "expect", "script"};
    return kNames[kind.index()];
}

} // namespace bw::testplan
