#include "core/expr/scope.h"

#include "core/expr/function_table.h"

#include <algorithm>
#include <array>

namespace bw::expr {
namespace {

constexpr std::array<std::string_view, kBuiltinCount> kBuiltins = {
    "status", "duration", "size", "body", "error", "vu", "iteration", "scenario", "now"};
constexpr std::array<std::string_view, 6> kWords = {"true", "false", "null", "undefined", "feed", "secret"};

bool isNameStart(char c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return letter || c == '_' || c == '$' || static_cast<unsigned char>(c) >= 0x80;
}

} // namespace

std::uint32_t Scope::Names::add(std::string_view name) {
    const auto number = static_cast<std::uint32_t>(names.size());
    const auto [at, isNew] = numbers.emplace(name, number);
    if (isNew) {
        names.emplace_back(name);
    }
    return at->second;
}

std::optional<std::uint32_t> Scope::Names::find(std::string_view name) const {
    const auto at = numbers.find(name);
    return at == numbers.end() ? std::nullopt : std::optional(at->second);
}

SlotId Scope::addVariable(std::string_view name) {
    return {m_variables.add(name)};
}

FeedId Scope::addFeed(std::string_view name, std::vector<std::string> columns) {
    const FeedId feed{m_feeds.add(name)};
    if (feed.value == m_columns.size()) {
        m_columns.push_back(std::move(columns));
        m_anyColumn.push_back(false);
    }
    return feed;
}

FeedId Scope::addFeedOfAnyColumns(std::string_view name) {
    const FeedId feed = addFeed(name, {});
    m_anyColumn[feed.value] = m_columns[feed.value].empty();
    return feed;
}

SecretId Scope::addSecret(std::string_view name) {
    return {m_secrets.add(name)};
}

std::optional<SlotId> Scope::variable(std::string_view name) const {
    return m_variables.find(name).transform([](std::uint32_t number) { return SlotId{number}; });
}

std::optional<FeedId> Scope::feed(std::string_view name) const {
    return m_feeds.find(name).transform([](std::uint32_t number) { return FeedId{number}; });
}

std::optional<std::uint32_t> Scope::column(FeedId feed, std::string_view name) const {
    if (m_anyColumn[feed.value]) {
        return kAnyColumn;
    }
    const auto& names = m_columns[feed.value];
    const auto at = std::ranges::find(names, name);
    if (at == names.end()) {
        return std::nullopt;
    }
    return static_cast<std::uint32_t>(at - names.begin());
}

std::optional<SecretId> Scope::secret(std::string_view name) const {
    return m_secrets.find(name).transform([](std::uint32_t number) { return SecretId{number}; });
}

std::optional<Builtin> Scope::builtin(std::string_view name) {
    const auto at = std::ranges::find(kBuiltins, name);
    if (at == kBuiltins.end()) {
        return std::nullopt;
    }
    return static_cast<Builtin>(at - kBuiltins.begin());
}

std::vector<std::string> Scope::completions() const {
    std::vector<std::string> all(kBuiltins.begin(), kBuiltins.end());
    all.insert(all.end(), m_variables.names.begin(), m_variables.names.end());
    for (std::size_t feed = 0; feed < m_columns.size(); ++feed) {
        for (const std::string& column : m_columns[feed]) {
            all.push_back("feed." + m_feeds.names[feed] + "." + column);
        }
    }
    for (const std::string& secret : m_secrets.names) {
        all.push_back("secret." + secret);
    }
    for (const FunctionInfo& function : kFunctions) {
        all.push_back(std::string(function.name) + "(");
    }
    return all;
}

bool Scope::isReserved(std::string_view name) {
    return builtin(name).has_value() || std::ranges::find(kWords, name) != kWords.end();
}

bool Scope::isName(std::string_view name) {
    return !name.empty() && isNameStart(name.front()) &&
           std::ranges::all_of(name, [](char c) { return isNameStart(c) || (c >= '0' && c <= '9'); });
}

std::string_view builtinName(Builtin builtin) {
    return kBuiltins[static_cast<std::size_t>(builtin)];
}

} // namespace bw::expr
