#include "core/run/event_log.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

namespace bw::run {
namespace {

using history::LogLevel;
using history::LogRecord;

using nlohmann::json;

// In the order of engine::ProcessChanged::What.
constexpr std::array<std::string_view, 7> kProcessEvents{
    "process_not_found", "process_found",  "process_gone",    "process_left",
    "process_replaced",  "process_denied", "process_silenced"};

struct ToRecord {
    Duration at;

    [[nodiscard]] LogRecord record(LogLevel level, const std::string& source, const json& text) const {
        // Names come from plans and feeds: what is no UTF-8 must not throw.
        return {at, level, source, text.dump(-1, ' ', false, json::error_handler_t::replace)};
    }
    LogRecord operator()(const engine::ExpressionFailed& event) const {
        return record(LogLevel::Warning, event.step,
                      {{"event", "expression_failed"},
                       {"part", event.part},
                       {"kind", static_cast<int>(event.error.kind)},
                       {"subject", event.error.subject},
                       {"offset", event.error.offset}});
    }
    LogRecord operator()(const engine::InsufficientVus& event) const {
        return record(LogLevel::Warning, event.scenario,
                      {{"event", "insufficient_vus"}, {"maxVUs", event.maxVus}});
    }
    LogRecord operator()(const engine::FeedEnded& event) const {
        return record(LogLevel::Info, event.feed, {{"event", "feed_ended"}});
    }
    LogRecord operator()(const engine::BadRequest& event) const {
        return record(LogLevel::Warning, event.step, {{"event", "bad_request"}, {"text", event.text}});
    }
    LogRecord operator()(const engine::ExchangeFailed& event) const {
        return record(LogLevel::Warning, event.step,
                      {{"event", "exchange_failed"},
                       {"outcome", metrics::outcomeName(event.outcome)},
                       {"error", event.systemError},
                       {"detail", event.detail}});
    }
    LogRecord operator()(const engine::ClockCorrected& event) const {
        return record(LogLevel::Info, event.step,
                      {{"event", "clock_corrected"}, {"ahead_ns", event.ahead.count()}});
    }
    LogRecord operator()(const engine::TooFewConnections& event) const {
        return record(
            LogLevel::Warning, "engine",
            {{"event", "too_few_connections"}, {"wanted", event.wanted}, {"possible", event.possible}});
    }
    LogRecord operator()(const engine::ProcessChanged& event) const {
        const bool isFound = event.what == engine::ProcessChanged::What::Found;
        return record(isFound ? LogLevel::Info : LogLevel::Warning, event.watched,
                      {{"event", kProcessEvents[static_cast<std::size_t>(event.what)]},
                       {"pid", event.pid},
                       {"name", event.name}});
    }
    LogRecord operator()(const engine::DebugExchange& event) const {
        return {at, LogLevel::Debug, "http", event.text};
    }
};

engine::ExpressionFailed expressionFailed(const LogRecord& record, const json& text) {
    const int kind = std::clamp(text.value("kind", 0), 0, static_cast<int>(expr::EvalErrorKind::TooLarge));
    engine::ExpressionFailed event{record.source, text.value("part", ""), {}};
    event.error.kind = static_cast<expr::EvalErrorKind>(kind);
    event.error.subject = text.value("subject", "");
    event.error.offset = text.value("offset", 0U);
    return event;
}

engine::ExchangeFailed exchangeFailed(const LogRecord& record, const json& text) {
    const std::string word = text.value("outcome", "");
    metrics::Outcome outcome = metrics::Outcome::Protocol;
    for (int number = 0; number <= static_cast<int>(metrics::Outcome::Interrupted); ++number) {
        if (metrics::outcomeName(static_cast<metrics::Outcome>(number)) == word) {
            outcome = static_cast<metrics::Outcome>(number);
        }
    }
    return {record.source, outcome, text.value("error", 0), text.value("detail", "")};
}

std::optional<engine::Event> read(const LogRecord& record, const json& text) {
    const std::string kind = text.value("event", "");
    if (kind == "expression_failed") {
        return engine::Event{record.at, expressionFailed(record, text)};
    }
    if (kind == "insufficient_vus") {
        return engine::Event{record.at, engine::InsufficientVus{record.source, text.value("maxVUs", 0U)}};
    }
    if (kind == "feed_ended") {
        return engine::Event{record.at, engine::FeedEnded{record.source}};
    }
    if (kind == "bad_request") {
        return engine::Event{record.at, engine::BadRequest{record.source, text.value("text", "")}};
    }
    if (kind == "exchange_failed") {
        return engine::Event{record.at, exchangeFailed(record, text)};
    }
    if (kind == "clock_corrected") {
        return engine::Event{record.at,
                             engine::ClockCorrected{record.source, Duration(text.value("ahead_ns", 0LL))}};
    }
    if (kind == "too_few_connections") {
        return engine::Event{
            record.at, engine::TooFewConnections{text.value("wanted", 0ULL), text.value("possible", 0ULL)}};
    }
    if (const auto known = std::ranges::find(kProcessEvents, kind); known != kProcessEvents.end()) {
        const auto what = static_cast<engine::ProcessChanged::What>(known - kProcessEvents.begin());
        return engine::Event{record.at, engine::ProcessChanged{record.source, what, text.value("pid", 0),
                                                               text.value("name", "")}};
    }
    return std::nullopt;
}

} // namespace

LogRecord recordOf(const engine::Event& event) {
    return std::visit(ToRecord{event.at}, event.what);
}

std::optional<engine::Event> eventOf(const LogRecord& record) {
    if (record.level == LogLevel::Debug) {
        return engine::Event{record.at, engine::DebugExchange{record.text}};
    }
    const json text = json::parse(record.text, nullptr, false);
    if (!text.is_object()) {
        return std::nullopt;
    }
    try {
        return read(record, text);
    } catch (const json::exception&) {
        return std::nullopt; // a foreign file with other types
    }
}

bool wantsExample(const std::vector<engine::Example>& kept, const engine::Example& example) {
    constexpr std::ptrdiff_t kWanted = 5;
    return std::ranges::count_if(kept, [&](const engine::Example& other) {
               return other.name == example.name && other.kind == example.kind;
           }) < kWanted;
}

} // namespace bw::run
