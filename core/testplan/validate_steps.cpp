#include "core/testplan/plan_words.h"
#include "core/testplan/validation.h"
#include "core/testplan/word.h"

namespace bw::testplan {
namespace {

void validateSteps(Validation& check, const Place& place, const Steps& steps);

void validateRange(Validation& check, const Place& place, const UniformThink& think) {
    check.duration(place, think.low, Duration::zero(), ">= 0");
    check.duration(place, think.high, Duration::zero(), ">= 0");
    if (think.low.value > think.high.value) {
        check.log().add(ProblemKind::LowAboveHigh, place, think.low.text, think.high.text);
    }
}

void validateKind(Validation& check, const Place& place, const ThinkStep& think) {
    if (const auto* constant = std::get_if<ConstantThink>(&think.wait)) {
        check.duration(place, constant->time, Duration::zero(), ">= 0");
    } else if (const auto* uniform = std::get_if<UniformThink>(&think.wait)) {
        validateRange(check, place, *uniform);
    } else if (const auto* normal = std::get_if<NormalThink>(&think.wait)) {
        const Place list = place.member("normal");
        check.duration(list.item(0), normal->mean, Duration::zero(), ">= 0");
        check.duration(list.item(1), normal->deviation, Duration::zero(), ">= 0");
    } else if (const auto* exponential = std::get_if<ExponentialThink>(&think.wait)) {
        check.duration(place.member("exponential"), exponential->mean, Duration::zero(), ">= 0");
    }
}

void validateKind(Validation& check, const Place& place, const HttpStep& http) {
    validateHttpStep(check, place, http);
}

void validateKind(Validation& check, const Place& place, const PacingStep& pacing) {
    check.duration(place, pacing.period, Duration::zero(), ">= 0");
}

void validateKind(Validation& check, const Place& place, const GroupStep& group) {
    check.label(place.member("name"), group.name);
    validateSteps(check, place.member("steps"), group.steps);
}

void validateKind(Validation& check, const Place& place, const LoopStep& loop) {
    if (const auto* count = std::get_if<CountLoop>(&loop.kind)) {
        check.integer(place.member("count"), count->count, 0);
    } else if (const auto* over = std::get_if<OverLoop>(&loop.kind)) {
        check.variableName(place.member("as"), over->as);
    } else if (const auto* condition = std::get_if<WhileLoop>(&loop.kind)) {
        check.expression(place.member("while"), condition->condition);
    }
    validateSteps(check, place.member("steps"), loop.steps);
}

void validateKind(Validation& check, const Place& place, const IfStep& branch) {
    check.expression(place.member("condition"), branch.condition);
    validateSteps(check, place.member("then"), branch.thenSteps);
    validateSteps(check, place.member("else"), branch.elseSteps);
}

void validateKind(Validation& check, const Place& place, const ChooseStep& choose) {
    double total = 0;
    for (std::size_t i = 0; i < choose.choices.size(); ++i) {
        const Choice& choice = choose.choices[i];
        const Place choicePlace = place.item(i);
        if (!(choice.weight.value >= 0 && choice.weight.value <= 1e9)) {
            check.log().add(ProblemKind::OutOfRange, choicePlace.member("weight"), choice.weight.text,
                            "0..1e9");
        }
        total += choice.weight.value;
        validateSteps(check, choicePlace.member("steps"), choice.steps);
    }
    if (choose.choices.empty()) {
        check.log().add(ProblemKind::Empty, place);
    } else if (total == 0) {
        check.log().add(ProblemKind::OutOfRange, place, "0", "> 0");
    }
}

void validateKind(Validation& check, const Place& place, const ParallelStep& parallel) {
    check.integer(place.member("max"), parallel.max, 1, 1000);
    validateSteps(check, place.member("steps"), parallel.steps);
}

void validateKind(Validation& check, const Place& place, const RetryStep& retry) {
    check.integer(place.member("times"), retry.times, 0, 1000);
    check.duration(place.member("backoff"), retry.backoff, Duration::zero(), ">= 0");
    check.expression(place.member("until"), retry.until);
    validateSteps(check, place.member("steps"), retry.steps);
}

bool isMetricName(std::string_view name) {
    constexpr std::size_t kLongest = 128;
    const auto isLetter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; };
    return !name.empty() && name.size() <= kLongest && isLetter(name.front()) &&
           std::ranges::all_of(name, [&](char c) { return isLetter(c) || (c >= '0' && c <= '9'); });
}

void validateKind(Validation& check, const Place& place, const MetricStep& metric) {
    const Place name = place.member("name");
    if (!isMetricName(metric.metric)) {
        check.log().add(ProblemKind::BadName, name, metric.metric, "[A-Za-z_][A-Za-z0-9_]{0,127}");
    } else if (metrics::findBuiltin(metric.metric)) {
        check.log().add(ProblemKind::NameTaken, name, metric.metric);
    } else if (const auto* known = check.metric(name, metric.metric)) {
        const std::string_view first = metrics::metricTypeName(known->type);
        const std::string_view here = toWord(words::kMetricType, metric.type);
        if (first != here) {
            check.log().add(ProblemKind::OtherMetricType, place.member("type"), metric.metric, first);
        }
    }
    check.expression(place.member("add"), metric.add);
    check.texts(place.member("tags"), metric.tags);
}

void validateReceive(Validation& check, const Place& place, const WebSocketReceive& receive) {
    const auto expression = [&](std::string_view key, const std::string& source) {
        if (!source.empty() || receive.written.has(key)) {
            check.expression(place.member(key), source);
        }
    };
    expression("timestamp", receive.timestamp);
    expression("sequence", receive.sequence);
    expression("channel", receive.channel);
    const Place checks = place.member("checks");
    for (const auto& [name, source] : receive.checks) {
        check.label(checks.member(name), name);
        check.expression(checks.member(name), source);
    }
    const Place extract = place.member("extract");
    for (const auto& [name, source] : receive.extract) {
        check.variableName(extract.member(name), name);
        check.expression(extract.member(name), source);
    }
    const Place metrics = place.member("metrics");
    for (std::size_t i = 0; i < receive.metrics.size(); ++i) {
        validateKind(check, metrics.item(i), receive.metrics[i]);
    }
}

// Of what is done again and again.
void period(Validation& check, const Place& place, const DurationText& value) {
    if (value.isWritten()) {
        check.duration(place, value, std::chrono::milliseconds(1), ">= 1ms");
    }
}

void validateSend(Validation& check, const Place& place, const WebSocketMessage& message) {
    if (const auto* json = std::get_if<JsonBody>(&message.content)) {
        check.json(place.member("json"), json->json);
    } else if (const auto* text = std::get_if<TextBody>(&message.content)) {
        check.text(place.member("text"), text->text);
    } else {
        check.text(place.member("binary"), std::get<BinaryBody>(message.content).base64);
    }
    period(check, place.member("every"), message.every);
}

// RFC 6455 §7.4: what an application may say; a control frame has room for 123 bytes of reason.
void validateClose(Validation& check, const Place& place, const WebSocketClose& close) {
    const bool isStandard =
        close.code == 1000 || close.code == 1001 || (close.code >= 1007 && close.code <= 1011);
    if (!isStandard && (close.code < 3000 || close.code > 4999)) {
        check.log().add(ProblemKind::OutOfRange, place.member("code"), std::to_string(close.code),
                        "1000, 1001, 1007–1011, 3000–4999");
    }
    constexpr std::size_t kMaxReason = 123;
    if (close.reason.size() > kMaxReason) {
        check.log().add(ProblemKind::OutOfRange, place.member("reason"), std::to_string(close.reason.size()),
                        "<= 123");
    }
}

void validateKind(Validation& check, const Place& place, const WebSocketStep& webSocket) {
    check.url(place.member("url"), webSocket.url, "ws");
    check.headerNames(place.member("headers"), webSocket.headers);
    check.texts(place.member("headers"), webSocket.headers);
    check.duration(place.member("duration"), webSocket.duration, Duration::zero(), ">= 0");
    if (!webSocket.until.empty() || webSocket.written.has("until")) {
        check.expression(place.member("until"), webSocket.until);
    }
    period(check, place.member("pingEvery"), webSocket.pingEvery);
    const Place send = place.member("send");
    for (std::size_t i = 0; i < webSocket.send.size(); ++i) {
        validateSend(check, send.item(i), webSocket.send[i]);
    }
    validateReceive(check, place.member("messages"), webSocket.messages);
    validateClose(check, place.member("close"), webSocket.close);
    const Place reconnect = place.member("reconnect");
    check.integer(reconnect.member("times"), webSocket.reconnect.times, 0, 1'000'000);
    check.duration(reconnect.member("backoff"), webSocket.reconnect.backoff, Duration::zero(), ">= 0");
    validateSteps(check, place.member("steps"), webSocket.steps);
}

void validateKind(Validation& check, const Place& place, const ExpectStep& expect) {
    check.session(place.member("session"), expect.session);
    check.expression(place.member("condition"), expect.condition);
    if (expect.timeout.isWritten()) {
        check.duration(place.member("timeout"), expect.timeout, Duration(1), "> 0");
    }
}

void validateKind(Validation& check, const Place& place, const ScriptStep& script) {
    check.notEmpty(place, script.source);
}

void validateSteps(Validation& check, const Place& place, const Steps& steps) {
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const Step& step = steps[i];
        const Place stepPlace = place.item(i);
        const Place kindPlace = stepPlace.member(stepKindName(step.kind));
        const bool inside = step.tagsPlace == FieldPlace::Inside;
        check.texts((inside ? kindPlace : stepPlace).member("tags"), step.tags);
        std::visit([&](const auto& kind) { validateKind(check, kindPlace, kind); }, step.kind);
    }
}

} // namespace

void validateFlows(Validation& check) {
    const Place root;
    const Place flows = root.member("flows");
    reportSameNames(check, flows, check.plan().flows);
    for (const Flow& flow : check.plan().flows) {
        const Place place = flows.member(flow.name);
        check.notEmpty(place, flow.name);
        validateSteps(check, place.member("before"), flow.before);
        validateSteps(check, place.member("after"), flow.after);
        validateSteps(check, place.member("steps"), flow.steps);
    }
}

} // namespace bw::testplan
