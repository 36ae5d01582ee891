#include "core/history/search_words.h"

#include <QString>

#include <algorithm>
#include <cstring>

namespace bw::history {
namespace {

constexpr char lower(char c) {
    return static_cast<char>(c + (c >= 'A' && c <= 'Z' ? 'a' - 'A' : 0));
}

bool isAscii(std::string_view text) {
    // Without a way out of the loop, so that it runs over many bytes at once.
    unsigned char bits = 0;
    for (const char c : text)
        bits |= static_cast<unsigned char>(c);
    return bits < 0x80;
}

// Hangul, kanji and the like have no case: their bytes are the same in both.
bool hasCaseBeyondAscii(const QString& text) {
    return std::ranges::any_of(text, [](QChar c) {
        return c.unicode() >= 0x80 && (c.isSurrogate() || c.isUpper() || c.isLower() || c.isTitleCase());
    });
}

bool parts(QChar c) {
    return c.isSpace() || c.category() == QChar::Other_Control;
}

} // namespace

std::vector<std::string> SearchWords::split(std::string_view text) {
    // As people's keyboards compose letters, and programs write them.
    const QString composed = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()))
                                 .normalized(QString::NormalizationForm_C)
                                 .toCaseFolded();
    std::vector<std::string> words;
    for (auto at = composed.begin(); at != composed.end();) {
        const auto begin = std::find_if_not(at, composed.end(), parts);
        at = std::find_if(begin, composed.end(), parts);
        if (begin != at)
            words.push_back(QString(begin, at - begin).toStdString());
    }
    std::ranges::sort(words);
    const auto again = std::ranges::unique(words);
    words.erase(again.begin(), again.end());
    return words;
}

SearchWords::SearchWords(std::vector<std::string> words)
    : m_words(std::move(words)) {
    m_isCased = std::ranges::any_of(
        m_words, [](const std::string& word) { return hasCaseBeyondAscii(QString::fromStdString(word)); });
}

SearchWords::Mask SearchWords::all() const {
    return m_words.size() == kMost ? ~Mask{0} : (Mask{1} << m_words.size()) - 1;
}

SearchWords::Mask SearchWords::found(std::string_view text, Mask wanted) {
    const std::string_view where = folded(text);
    Mask found = 0;
    for (std::size_t i = 0; i < m_words.size(); ++i) {
        const std::string& word = m_words[i];
        if ((wanted >> i & 1) != 0 &&
            ::memmem(where.data(), where.size(), word.data(), word.size()) != nullptr)
            found |= Mask{1} << i;
    }
    return found;
}

std::string_view SearchWords::folded(std::string_view text) {
    if (m_isCased && !isAscii(text)) {
        m_buffer =
            QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).toCaseFolded().toStdString();
        return m_buffer;
    }
    m_buffer.resize(text.size());
    std::ranges::transform(text, m_buffer.begin(), lower);
    return m_buffer;
}

} // namespace bw::history
