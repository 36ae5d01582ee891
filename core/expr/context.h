#pragma once

#include "core/base/random.h"
#include "core/expr/scope.h"
#include "core/expr/scratch.h"
#include "core/expr/value.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace bw::expr {

// The response (or message) that an expression looks at. Views must live until the evaluation returns.
class ResponseView {
public:
    virtual ~ResponseView() = default;
    [[nodiscard]] virtual int status() const = 0; // 0 when none came
    [[nodiscard]] virtual double durationMs() const = 0;
    [[nodiscard]] virtual std::uint64_t size() const = 0; // of the body, in bytes
    [[nodiscard]] virtual std::string_view body() const = 0;
    // How many bytes behind the body may be read (their content does not matter): with 64 or more, json()
    // reads the body where it lies instead of copying it.
    [[nodiscard]] virtual std::size_t bodyPadding() const { return 0; }
    [[nodiscard]] virtual std::string_view error() const = 0; // empty when all went well
    // Names of headers in any case; of several equal ones the first.
    [[nodiscard]] virtual std::optional<std::string_view> header(std::string_view name) const = 0;
    [[nodiscard]] virtual std::optional<std::string_view> cookie(std::string_view name) const = 0;
};

// The rows the virtual user holds. The first read of a feed in an iteration may take a row, hence not const.
class FeedRows {
public:
    virtual ~FeedRows() = default;
    // Undefined when the feed has no row left. The value must live until the evaluation returns.
    [[nodiscard]] virtual const Value& cell(FeedId feed, std::uint32_t column) = 0;
};

// What `now` reads, only where an expression asks.
class WallClock {
public:
    virtual ~WallClock() = default;
    // Whole milliseconds since 1970, as JavaScript's Date.now().
    [[nodiscard]] virtual double nowMs() const = 0;
};

// What one evaluation sees. Cheap to make on the stack. What is not set (a slot beyond the span, no response,
// no feeds, a secret beyond the span) reads as undefined.
struct Context {
    Context(Scratch& workerScratch, Random& runRandom)
        : scratch(&workerScratch)
        , random(&runRandom) {}

    Scratch* scratch;
    Random* random;
    std::span<const Value> slots;
    const ResponseView* response = nullptr;
    // Another one for each response or each context with it, so that its JSON is looked through once; 0: its
    // body may have changed.
    std::uint64_t responseNumber = 0;
    FeedRows* feeds = nullptr;
    std::span<const std::string> secrets;
    std::uint64_t vu = 0;
    std::uint64_t iteration = 0;
    std::string_view scenario;
    const WallClock* clock = nullptr;
};

} // namespace bw::expr
