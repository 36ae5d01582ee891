#pragma once

#include "core/base/clock.h"
#include "core/expr/problem.h"
#include "core/metrics/sample.h"

#include <cstdint>
#include <string>
#include <variant>

namespace bw::engine {

// An expression of the plan failed while the run went: arithmetic on a missing value, say. The iteration that
// met it was given up (it still counts, as an iteration that threw does in k6). Told once per place.
struct ExpressionFailed {
    std::string step; // the step's name or kind
    std::string part; // check or variable name, "url", "body"; empty when the step is all there is
    expr::EvalError error;
};

// All VUs of an open scenario were busy when an arrival was due; told once per scenario.
struct InsufficientVus {
    std::string scenario;
    std::uint32_t maxVus = 0;
};

// A feed that does not repeat has no row left; told once per feed.
struct FeedEnded {
    std::string feed;
};

// A URL that a template made is none, or a header holds what no header may; told once per step.
struct BadRequest {
    std::string step;
    std::string text;
};

// A request had no response; told once per step and reason.
struct ExchangeFailed {
    std::string step;
    metrics::Outcome outcome = metrics::Outcome::Local;
    int systemError = 0;
    std::string detail; // what TLS, HTTP/2 or a proxy says of it; may be empty
};

// Times in messages are of another machine's clock and were corrected by so much: how far ours is ahead. Told
// once per step.
struct ClockCorrected {
    std::string step;
    Duration ahead{};
};

// The run may need more connections at a time than the system lets this program have; told at its start.
struct TooFewConnections {
    std::uint64_t wanted = 0;
    std::uint64_t possible = 0;
};

// What became of a process that is watched beside the load; the controller tells it.
struct ProcessChanged {
    enum class What : std::uint8_t {
        NotFound, // nothing to watch at the run's start
        Found,    // is watched from now on
        Gone,     // has ended
        Left,     // goes on, but under another name, or without the port
        Replaced, // its number is another process's now, which is not watched
        Denied,   // not all of it may be read
        Silenced, // so much has changed that no more of it is told
    };
    std::string watched; // a name, a number or ":port", as the person wrote it
    What what = What::NotFound;
    int pid = 0;      // none for NotFound and Silenced
    std::string name; // of the process
};

// One exchange in full, for --http-debug. Masked.
struct DebugExchange {
    std::string text;
};

// Something worth telling a person, at a moment of run time.
struct Event {
    Duration at{};
    std::variant<ExpressionFailed, InsufficientVus, FeedEnded, BadRequest, ExchangeFailed, ClockCorrected,
                 TooFewConnections, ProcessChanged, DebugExchange>
        what;
};

// A failing exchange kept for the report: what was sent and what came back, 16 KB at most, secrets masked.
struct Example {
    Duration at{};
    std::string name; // the request's
    std::string kind; // "timeout", "status 500", "check order ID returned"
    std::string request;
    std::string response;
};

} // namespace bw::engine
