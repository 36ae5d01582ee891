#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace bw::testplan {

// An enumerator and how plans write it.
template <class E>
struct Word {
    std::string_view text;
    E value;
};

template <class E, std::size_t N>
[[nodiscard]] constexpr std::optional<E> fromWord(const std::array<Word<E>, N>& words,
                                                  std::string_view text) {
    for (const Word<E>& word : words) {
        if (word.text == text) {
            return word.value;
        }
    }
    return std::nullopt;
}

template <class E, std::size_t N>
[[nodiscard]] constexpr std::string_view toWord(const std::array<Word<E>, N>& words, E value) {
    for (const Word<E>& word : words) {
        if (word.value == value) {
            return word.text;
        }
    }
    return {};
}

template <class E, std::size_t N>
[[nodiscard]] constexpr std::array<std::string_view, N> wordTexts(const std::array<Word<E>, N>& words) {
    std::array<std::string_view, N> texts;
    for (std::size_t i = 0; i < N; ++i) {
        texts[i] = words[i].text;
    }
    return texts;
}

// "a, b, c"
template <class Range>
[[nodiscard]] std::string joined(const Range& texts) {
    std::string out;
    for (const auto& text : texts) {
        out += out.empty() ? "" : ", ";
        out += text;
    }
    return out;
}

} // namespace bw::testplan
