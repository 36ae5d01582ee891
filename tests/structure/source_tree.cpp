#include "tests/structure/source_tree.h"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <utility>

namespace bw::structure {
namespace {

namespace fs = std::filesystem;

// Walks through C++ and tells code, comments and literals apart.
class Scanner {
public:
    explicit Scanner(std::string_view text)
        : m_text(text)
        , m_code(text) {}

    void run() {
        while (m_at < m_text.size()) {
            if (startsWith("//")) {
                blankUntil(m_text.find('\n', m_at));
            } else if (startsWith("/*")) {
                const std::size_t end = m_text.find("*/", m_at + 2);
                blankUntil(end == std::string_view::npos ? end : end + 2);
            } else if (startsWith("R\"")) {
                rawString();
            } else if (m_text[m_at] == '"' && !isInclude()) {
                quoted('"');
            } else if (m_text[m_at] == '\'' && !isDigitSeparator()) {
                quoted('\'');
            } else {
                ++m_at;
            }
        }
    }

    std::string takeCode() { return std::move(m_code); }
    std::vector<std::string> takeStrings() { return std::move(m_strings); }

private:
    [[nodiscard]] bool startsWith(std::string_view what) const {
        return m_text.substr(m_at).starts_with(what);
    }

    // 1'000, but neither u'a' nor u'\'': a literal may have a prefix.
    [[nodiscard]] bool isDigitSeparator() const {
        const auto isWord = [this](std::size_t at) {
            return at < m_text.size() && std::isalnum(static_cast<unsigned char>(m_text[at])) != 0;
        };
        return m_at > 0 && isWord(m_at - 1) && isWord(m_at + 1) && !m_text.substr(m_at + 2).starts_with('\'');
    }

    [[nodiscard]] bool isInclude() const {
        const std::size_t begin = m_text.rfind('\n', m_at) + 1; // npos + 1 is 0
        const std::string_view before = m_text.substr(begin, m_at - begin);
        return before.find_first_not_of(" \t") == before.find('#') && before.contains("include");
    }

    void blankUntil(std::size_t end) {
        end = std::min(end, m_text.size());
        for (; m_at < end; ++m_at) {
            if (m_code[m_at] != '\n') {
                m_code[m_at] = ' ';
            }
        }
    }

    void quoted(char mark) {
        std::size_t end = m_at + 1;
        while (end < m_text.size() && m_text[end] != mark && m_text[end] != '\n') {
            end += m_text[end] == '\\' ? 2 : 1;
        }
        end = std::min(end, m_text.size());
        if (mark == '"') {
            m_strings.emplace_back(m_text.substr(m_at + 1, end - m_at - 1));
        }
        ++m_at;
        blankUntil(end);
        ++m_at;
    }

    void rawString() {
        const std::size_t open = m_text.find('(', m_at);
        if (open == std::string_view::npos) {
            m_at = m_text.size();
            return;
        }
        const std::string close = ')' + std::string(m_text.substr(m_at + 2, open - m_at - 2)) + '"';
        const std::size_t end = std::min(m_text.find(close, open), m_text.size());
        m_strings.emplace_back(m_text.substr(open + 1, end - open - 1));
        m_at = open + 1;
        blankUntil(end);
        m_at = std::min(end + close.size(), m_text.size());
    }

    std::string_view m_text;
    std::string m_code;
    std::vector<std::string> m_strings;
    std::size_t m_at = 0;
};

std::string contents(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

} // namespace

std::vector<SourceFile> sourceFiles(const std::vector<std::string>& folders) {
    const fs::path root(BW_SOURCE_DIR);
    std::vector<SourceFile> files;
    for (const std::string& folder : folders) {
        for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
            const fs::path& path = entry.path();
            if (entry.is_regular_file() && (path.extension() == ".h" || path.extension() == ".cpp")) {
                files.push_back({.path = path.lexically_relative(root).string(), .text = contents(path)});
            }
        }
    }
    std::ranges::sort(files, {}, &SourceFile::path);
    return files;
}

std::vector<Include> includesOf(std::string_view text) {
    const std::string code = codeOf(text);
    std::vector<Include> includes;
    int number = 0;
    for (std::size_t begin = 0; begin < code.size();) {
        ++number;
        const std::size_t end = std::min(code.find('\n', begin), code.size());
        const std::string_view line = std::string_view(code).substr(begin, end - begin);
        begin = end + 1;
        const std::size_t hash = line.find_first_not_of(" \t");
        const std::size_t open = line.find_first_of("<\"");
        if (hash == std::string_view::npos || line[hash] != '#' || open == std::string_view::npos ||
            line.substr(hash, open - hash).find("include") == std::string_view::npos) {
            continue;
        }
        const bool isQuoted = line[open] == '"';
        const std::size_t close = line.find(isQuoted ? '"' : '>', open + 1);
        includes.push_back({.target = std::string(line.substr(open + 1, close - open - 1)),
                            .line = number,
                            .isQuoted = isQuoted});
    }
    return includes;
}

std::string codeOf(std::string_view text) {
    Scanner scanner(text);
    scanner.run();
    return scanner.takeCode();
}

std::vector<std::string> stringsOf(std::string_view text) {
    Scanner scanner(text);
    scanner.run();
    return scanner.takeStrings();
}

std::string moduleOf(std::string_view path) {
    const std::size_t first = path.find('/');
    const std::size_t second = first == std::string_view::npos ? first : path.find('/', first + 1);
    return second == std::string_view::npos ? std::string() : std::string(path.substr(0, second));
}

} // namespace bw::structure
