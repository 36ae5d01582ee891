#include "core/expr/pattern.h"

#include <array>
#include <re2/re2.h>

namespace bw::expr {
namespace {

constexpr int kMaxMemory = 2 * 1024 * 1024; // of the program and its cached states

} // namespace

Pattern::Pattern(std::unique_ptr<re2::RE2> expression)
    : m_expression(std::move(expression)) {}

Pattern::Pattern(Pattern&&) noexcept = default;
Pattern::~Pattern() = default;

Result<Pattern, std::string> Pattern::compile(std::string_view source) {
    re2::RE2::Options options;
    options.set_log_errors(false);
    options.set_max_mem(kMaxMemory);
    auto expression = std::make_unique<re2::RE2>(re2::StringPiece(source.data(), source.size()), options);
    if (!expression->ok()) {
        return std::unexpected(expression->error());
    }
    return Pattern(std::move(expression));
}

bool Pattern::matches(std::string_view text) const {
    return m_expression->Match({text.data(), text.size()}, 0, text.size(), re2::RE2::UNANCHORED, nullptr, 0);
}

std::optional<std::string_view> Pattern::capture(std::string_view text, int group) const {
    std::array<re2::StringPiece, kMaxGroup + 1> groups;
    if (group < 0 || group > groupCount() || group > kMaxGroup ||
        !m_expression->Match({text.data(), text.size()}, 0, text.size(), re2::RE2::UNANCHORED, groups.data(),
                             group + 1)) {
        return std::nullopt;
    }
    const re2::StringPiece& found = groups[static_cast<std::size_t>(group)];
    if (found.data() == nullptr) {
        return std::nullopt;
    }
    return std::string_view(found.data(), found.size());
}

int Pattern::groupCount() const {
    return m_expression->NumberOfCapturingGroups();
}

} // namespace bw::expr
