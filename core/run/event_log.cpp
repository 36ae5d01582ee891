#include "core/run/event_log.h"

#include <algorithm>

namespace bw::run {
namespace {

using history::LogLevel;
using history::LogRecord;

struct ToRecord {
    Duration at;

    LogRecord operator()(const engine::ExpressionFailed& event) const {
        return {at, LogLevel::Warning, event.step,
                "expression_failed part=" + event.part + " subject=" + event.error.subject +
                    " offset=" + std::to_string(event.error.offset)};
    }
    LogRecord operator()(const engine::InsufficientVus& event) const {
        return {at, LogLevel::Warning, event.scenario,
                "insufficient_vus maxVUs=" + std::to_string(event.maxVus)};
    }
    LogRecord operator()(const engine::FeedEnded& event) const {
        return {at, LogLevel::Info, event.feed, "feed_ended"};
    }
    LogRecord operator()(const engine::BadRequest& event) const {
        return {at, LogLevel::Warning, event.step, "bad_request " + event.text};
    }
    LogRecord operator()(const engine::DebugExchange& event) const {
        return {at, LogLevel::Debug, "http", event.text};
    }
};

} // namespace

void logEvent(history::RunWriter& writer, const engine::Event& event) {
    writer.addLog(std::visit(ToRecord{event.at}, event.what));
}

bool wantsExample(const std::vector<engine::Example>& kept, const engine::Example& example) {
    constexpr std::ptrdiff_t kWanted = 5;
    return std::ranges::count_if(kept, [&](const engine::Example& other) {
               return other.name == example.name && other.kind == example.kind;
           }) < kWanted;
}

} // namespace bw::run
