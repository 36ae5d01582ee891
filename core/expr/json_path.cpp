#include "core/expr/json_path.h"

#include <charconv>

namespace bw::expr {
namespace {

// Reads one step at `at` and moves behind it; false leaves `at` at what is wrong.
class PathReader {
public:
    explicit PathReader(std::string_view text)
        : m_text(text) {}

    bool atEnd() const { return m_at == m_text.size(); }
    std::size_t position() const { return m_at; }

    bool root() { return take('$'); }

    bool step(JsonStep& step) {
        if (take('.')) {
            return take('*') ? every(step) : bareName(step);
        }
        if (!take('[')) {
            return false;
        }
        if (take('*')) {
            return every(step) && take(']');
        }
        const bool quoted = peek() == '"' || peek() == '\'';
        return (quoted ? quotedName(step) : index(step)) && take(']');
    }

private:
    char peek() const { return atEnd() ? '\0' : m_text[m_at]; }

    bool take(char c) {
        if (atEnd() || m_text[m_at] != c) {
            return false;
        }
        ++m_at;
        return true;
    }

    static bool every(JsonStep& step) {
        step.kind = JsonStep::Kind::Every;
        return true;
    }

    bool bareName(JsonStep& step) {
        const std::size_t end = std::min(m_text.find_first_of(".[]\"'* \t\r\n", m_at), m_text.size());
        step.name = m_text.substr(m_at, end - m_at);
        m_at = end;
        return !step.name.empty() && (atEnd() || peek() == '.' || peek() == '[');
    }

    bool quotedName(JsonStep& step) {
        const char quote = m_text[m_at++];
        for (; !atEnd() && peek() != quote; ++m_at) {
            // A backslash protects the quote and itself.
            if (peek() == '\\' && m_at + 1 < m_text.size()) {
                ++m_at;
            }
            step.name += peek();
        }
        return take(quote);
    }

    bool index(JsonStep& step) {
        step.kind = JsonStep::Kind::Index;
        const auto [end, error] =
            std::from_chars(m_text.data() + m_at, m_text.data() + m_text.size(), step.index);
        if (error != std::errc()) {
            return false;
        }
        m_at = static_cast<std::size_t>(end - m_text.data());
        return true;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
};

} // namespace

Result<JsonPath, std::size_t> JsonPath::parse(std::string_view text) {
    JsonPath path;
    PathReader reader(text);
    if (!reader.root()) {
        return std::unexpected(reader.position());
    }
    while (!reader.atEnd()) {
        JsonStep step;
        if (path.m_steps.size() == kMaxSteps || !reader.step(step)) {
            return std::unexpected(reader.position());
        }
        path.m_steps.push_back(std::move(step));
    }
    return path;
}

} // namespace bw::expr
