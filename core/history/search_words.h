#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace bw::history {

// The words that somebody looks for, found wherever a text has them, also inside longer words, in upper and
// lower case alike. Not thread-safe: texts are folded in a buffer of its own.
class SearchWords {
public:
    // A set of words, a bit for each.
    using Mask = std::uint64_t;
    static constexpr std::size_t kMost = 64;

    // UTF-8 that white space and control characters part; what is no UTF-8 becomes U+FFFD. Each word once.
    [[nodiscard]] static std::vector<std::string> split(std::string_view text);

    // Of split(), at most kMost.
    explicit SearchWords(std::vector<std::string> words);

    [[nodiscard]] Mask all() const;
    // Those of `wanted` that the UTF-8 text has.
    [[nodiscard]] Mask found(std::string_view text, Mask wanted);

private:
    [[nodiscard]] std::string_view folded(std::string_view text);

    std::vector<std::string> m_words; // folded
    bool m_isCased = false;           // one has letters beyond ASCII that come in two cases
    std::string m_buffer;
};

} // namespace bw::history
