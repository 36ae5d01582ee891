#pragma once

#include "core/base/result.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace re2 {
class RE2;
}

namespace bw::expr {

// A regular expression in RE2's syntax: linear in the text, bounded in memory. Usable by many threads.
class Pattern {
public:
    static constexpr int kMaxGroup = 99;

    // The error is RE2's own remark.
    [[nodiscard]] static Result<Pattern, std::string> compile(std::string_view source);
    Pattern(Pattern&&) noexcept;
    ~Pattern();

    [[nodiscard]] bool matches(std::string_view text) const;
    // What group `group` (0: everything) of the first match matched; empty optional when it took no part.
    [[nodiscard]] std::optional<std::string_view> capture(std::string_view text, int group) const;
    [[nodiscard]] int groupCount() const;

private:
    explicit Pattern(std::unique_ptr<re2::RE2> expression);

    std::unique_ptr<re2::RE2> m_expression;
};

} // namespace bw::expr
