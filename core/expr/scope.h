#pragma once

#include "core/base/id.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bw::expr {

using SlotId = Id<struct SlotTag>;
using FeedId = Id<struct FeedTag>;
using SecretId = Id<struct SecretTag>;

// The names every expression knows. They read the response and the virtual user at hand.
enum class Builtin : std::uint8_t { Status, Duration, Size, Body, Error, Vu, Iteration, Scenario, Now };

struct FeedColumn {
    FeedId feed;
    std::uint32_t column = 0;
    friend bool operator==(const FeedColumn&, const FeedColumn&) = default;
};

// Which names an expression may use, and where their values will stand when it runs: variables and extracted
// values in slots, feeds by number and column, secrets by number. Numbers are given in order from 0.
// Validation and the engine compile against the same scope. Only const functions may be shared by threads.
class Scope {
public:
    // The column number of a feed whose columns were not known at compile time: good for validation only.
    static constexpr std::uint32_t kAnyColumn = UINT32_MAX;

    // A name that is known already keeps its number.
    SlotId addVariable(std::string_view name);
    FeedId addFeed(std::string_view name, std::vector<std::string> columns);
    FeedId addFeedOfAnyColumns(std::string_view name);
    SecretId addSecret(std::string_view name);

    [[nodiscard]] std::optional<SlotId> variable(std::string_view name) const;
    [[nodiscard]] std::optional<FeedId> feed(std::string_view name) const;
    [[nodiscard]] std::optional<std::uint32_t> column(FeedId feed, std::string_view name) const;
    [[nodiscard]] std::optional<SecretId> secret(std::string_view name) const;
    [[nodiscard]] static std::optional<Builtin> builtin(std::string_view name);

    // In order of their numbers.
    [[nodiscard]] const std::vector<std::string>& variables() const { return m_variables.names; }
    [[nodiscard]] const std::vector<std::string>& feeds() const { return m_feeds.names; }
    [[nodiscard]] const std::vector<std::string>& columns(FeedId feed) const { return m_columns[feed.value]; }
    [[nodiscard]] const std::vector<std::string>& secrets() const { return m_secrets.names; }

    // Everything that may be written where a value stands, for completion: builtins, variables,
    // feed.x.y, secret.X, functions with "(".
    [[nodiscard]] std::vector<std::string> completions() const;

    // Whether a variable of this name could never be read: builtins, true, false, null, feed, secret,
    // undefined.
    [[nodiscard]] static bool isReserved(std::string_view name);
    // Whether a name can be written in an expression: letters, digits, _ and $, no digit first.
    [[nodiscard]] static bool isName(std::string_view name);

private:
    struct Names {
        std::vector<std::string> names;
        std::map<std::string, std::uint32_t, std::less<>> numbers;
        std::uint32_t add(std::string_view name);
        [[nodiscard]] std::optional<std::uint32_t> find(std::string_view name) const;
    };

    Names m_variables;
    Names m_feeds;
    Names m_secrets;
    std::vector<std::vector<std::string>> m_columns; // by feed
    std::vector<bool> m_anyColumn;                   // by feed
};

// The names of the builtins, in the order of the enum.
[[nodiscard]] std::string_view builtinName(Builtin builtin);
inline constexpr std::size_t kBuiltinCount = 9;

} // namespace bw::expr
