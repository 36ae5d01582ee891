#pragma once

#include "core/testplan/http_step.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

// What a virtual user does, piece by piece. Texts called condition, until, add, check or extract are sources
// of expressions; other texts are templates unless said otherwise.
namespace bw::testplan {

struct Step;
using Steps = std::vector<Step>;

// "1s"
struct ConstantThink {
    DurationText time;
    friend bool operator==(const ConstantThink&, const ConstantThink&) = default;
};
// "100ms..2s", evenly
struct UniformThink {
    DurationText low;
    DurationText high;
    friend bool operator==(const UniformThink&, const UniformThink&) = default;
};
// {"normal": ["1s", "200ms"]}: mean and standard deviation
struct NormalThink {
    DurationText mean;
    DurationText deviation;
    friend bool operator==(const NormalThink&, const NormalThink&) = default;
};
// {"exponential": "1s"}
struct ExponentialThink {
    DurationText mean;
    friend bool operator==(const ExponentialThink&, const ExponentialThink&) = default;
};
struct ThinkStep {
    std::variant<ConstantThink, UniformThink, NormalThink, ExponentialThink> wait;
    friend bool operator==(const ThinkStep&, const ThinkStep&) = default;
};

// The iteration takes at least this long.
struct PacingStep {
    DurationText period;
    friend bool operator==(const PacingStep&, const PacingStep&) = default;
};

struct GroupStep {
    std::string name; // plain text without "::"
    Steps steps;
    friend bool operator==(const GroupStep&, const GroupStep&);
};

struct CountLoop {
    std::int64_t count = 1;
    friend bool operator==(const CountLoop&, const CountLoop&) = default;
};
struct OverLoop {
    std::vector<JsonValue> items; // constants, no templates
    std::string as;               // the variable that holds the item
    friend bool operator==(const OverLoop&, const OverLoop&) = default;
};
struct WhileLoop {
    std::string condition;
    friend bool operator==(const WhileLoop&, const WhileLoop&) = default;
};
struct LoopStep {
    std::variant<CountLoop, OverLoop, WhileLoop> kind;
    Steps steps;
    friend bool operator==(const LoopStep&, const LoopStep&);
};

struct IfStep {
    std::string condition;
    Steps thenSteps;
    Steps elseSteps;
    WrittenKeys written{};
    friend bool operator==(const IfStep&, const IfStep&);
};

struct Choice {
    NumberText weight{1, {}};
    Steps steps;
    friend bool operator==(const Choice&, const Choice&);
};
struct ChooseStep {
    std::vector<Choice> choices;
    friend bool operator==(const ChooseStep&, const ChooseStep&);
};

// Its requests go out together, at most `max` at a time (k6's batch).
struct ParallelStep {
    std::int64_t max = 6;
    Steps steps;
    WrittenKeys written{};
    friend bool operator==(const ParallelStep&, const ParallelStep&);
};

struct RetryStep {
    std::int64_t times = 1; // attempts after the first
    DurationText backoff;   // before each of them
    std::string until;
    Steps steps;
    WrittenKeys written{};
    friend bool operator==(const RetryStep&, const RetryStep&);
};

enum class MetricStepType : std::uint8_t { Counter, Gauge, Rate, Trend };

// Adds to a metric of the plan's own.
struct MetricStep {
    std::string metric; // "name" in the file; plain text
    MetricStepType type = MetricStepType::Counter;
    std::string add;
    NamedTexts tags; // of the sample
    WrittenKeys written{};
    friend bool operator==(const MetricStep&, const MetricStep&) = default;
};

// Bytes, as base64.
struct BinaryBody {
    std::string base64;
    friend bool operator==(const BinaryBody&, const BinaryBody&) = default;
};
// A message sent when the session opens, or again and again.
struct WebSocketMessage {
    std::variant<JsonBody, TextBody, BinaryBody> content;
    DurationText every; // not written: once, when the session opens; otherwise first after that time
    WrittenKeys written{};
    friend bool operator==(const WebSocketMessage&, const WebSocketMessage&) = default;
};
// How the far side's clock, that messages have their time from, stands to this machine's.
enum class MessageClock : std::uint8_t {
    Auto,         // synchronized on this machine, by ping elsewhere
    Synchronized, // they show the same time
    Ping,         // what they differ by is estimated by round trips
};
// What is done with each message received.
struct WebSocketReceive {
    std::string timestamp; // expression: when the server sent it; ms, µs or ns since 1970, or ISO 8601
    std::string sequence;  // expression: its number, one more than that of the message before
    std::string channel;   // expression: what numbers are counted by; not written: the session
    MessageClock clock = MessageClock::Auto;
    NamedTexts checks;
    NamedTexts extract;
    std::vector<MetricStep> metrics; // a message whose value is missing adds nothing
    WrittenKeys written{};
    friend bool operator==(const WebSocketReceive&, const WebSocketReceive&) = default;
};
// How the session is ended by this side.
struct WebSocketClose {
    std::int64_t code = 1000;
    std::string reason; // plain text
    WrittenKeys written{};
    friend bool operator==(const WebSocketClose&, const WebSocketClose&) = default;
};
// What is done when a session cannot be opened or ends before its time.
struct Reconnect {
    std::int64_t times = 0; // attempts in a row; 0: none
    DurationText backoff;   // before the first of them, and twice as long before each further one
    WrittenKeys written{};
    friend bool operator==(const Reconnect&, const Reconnect&) = default;
};
struct WebSocketStep {
    std::string url;
    NamedTexts headers;
    std::vector<std::string> protocols;
    DurationText duration; // how long the session stays open; not written: until its steps are done
    std::string until;     // or until a message fulfils this; empty: none has to
    DurationText pingEvery;
    std::vector<WebSocketMessage> send;
    WebSocketReceive messages;
    WebSocketClose close;
    Reconnect reconnect;
    Steps steps; // run while the session is open
    WrittenKeys written{};
    friend bool operator==(const WebSocketStep&, const WebSocketStep&);
};

// Waits for a message of an open session.
struct ExpectStep {
    std::string session; // the name of a websocket step
    std::string condition;
    DurationText timeout;
    WrittenKeys written{};
    friend bool operator==(const ExpectStep&, const ExpectStep&) = default;
};

// JavaScript.
struct ScriptStep {
    std::string source;
    friend bool operator==(const ScriptStep&, const ScriptStep&) = default;
};

using StepKind = std::variant<HttpStep, ThinkStep, PacingStep, GroupStep, LoopStep, IfStep, ChooseStep,
                              ParallelStep, RetryStep, MetricStep, WebSocketStep, ExpectStep, ScriptStep>;

enum class StepState : std::uint8_t { Enabled, Disabled };

// Where a step's name, tags and disabled stand in the file.
enum class FieldPlace : std::uint8_t {
    Usual,  // http and websocket: name and tags inside; everything else beside
    Beside, // {"http": {…}, "name": "…"}
    Inside, // {"http": {"name": "…"}}
};

struct Step {
    StepKind kind;
    std::string name; // plain text: the series' name of a request, a label of anything else; may be empty
    NamedTexts tags;  // on every sample of the step; values are templates
    StepState state = StepState::Enabled;
    FieldPlace namePlace = FieldPlace::Usual;
    FieldPlace tagsPlace = FieldPlace::Usual;
    FieldPlace statePlace = FieldPlace::Usual;
    WrittenKeys written{};
    friend bool operator==(const Step&, const Step&) = default;
};

// The key that stands for the kind of step in a plan: "http", "think", "group", …
[[nodiscard]] std::string_view stepKindName(const StepKind& kind);

} // namespace bw::testplan
