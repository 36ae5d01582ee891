#include "core/testplan/json_reader.h"
#include "core/testplan/json_value.h"
#include "core/testplan/json_writer.h"
#include "core/testplan/place_position.h"
#include "core/testplan/problem_log.h"
#include "core/testplan/read_document.h"

#include <algorithm>
#include <charconv>

namespace bw::testplan {
namespace {

// Follows a place's text through a document as far as the document goes.
class PlaceWalk {
public:
    PlaceWalk(std::string_view place, const JsonValue& document)
        : m_rest(place)
        , m_value(&document)
        , m_offset(document.offset) {}

    std::size_t offset() {
        while (!m_rest.empty() && step()) {
        }
        return m_offset;
    }

    // Null when the document does not go that far.
    const JsonValue* value() {
        static_cast<void>(offset());
        return m_rest.empty() ? m_value : nullptr;
    }

private:
    bool step() {
        if (m_rest.starts_with("[\"")) {
            return stepQuoted();
        }
        if (m_rest.starts_with('[')) {
            return stepItem();
        }
        if (m_rest.starts_with('.')) {
            m_rest.remove_prefix(1);
        }
        const std::size_t end = std::min(m_rest.find_first_of(".["), m_rest.size());
        const std::string_view key = m_rest.substr(0, end);
        m_rest.remove_prefix(end);
        return enterMember([&](const JsonMember& member) { return member.key == key; });
    }

    bool stepQuoted() {
        const std::string_view rest = m_rest.substr(1);
        return enterMember([&](const JsonMember& member) {
            std::string quoted;
            appendJsonString(quoted, member.key);
            if (!rest.starts_with(quoted) || rest.substr(quoted.size(), 1) != "]") {
                return false;
            }
            m_rest = rest.substr(quoted.size() + 1);
            return true;
        });
    }

    bool stepItem() {
        std::size_t index = 0;
        const char* end = m_rest.data() + m_rest.size();
        const auto [at, error] = std::from_chars(m_rest.data() + 1, end, index);
        if (error != std::errc() || at == end || index >= m_value->items.size()) {
            return false;
        }
        m_rest.remove_prefix(static_cast<std::size_t>(at + 1 - m_rest.data()));
        m_value = &m_value->items[index];
        m_offset = m_value->offset;
        return true;
    }

    // The last member of the name: where a key stands twice the second is the mistake.
    template <class Matches>
    bool enterMember(const Matches& matches) {
        const std::string_view before = m_rest;
        for (auto member = m_value->members.rbegin(); member != m_value->members.rend(); ++member) {
            m_rest = before;
            if (matches(*member)) {
                m_value = &member->value;
                m_offset = member->offset;
                return true;
            }
        }
        return false;
    }

    std::string_view m_rest;
    const JsonValue* m_value;
    std::size_t m_offset;
};

// The bytes of a string's text behind one written character, and how far that one reaches.
struct Written {
    std::size_t size = 1;
    std::size_t meant = 1;
};

bool isContinuation(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

Written writtenAt(std::string_view text, std::size_t at) {
    if (text[at] != '\\') {
        std::size_t size = 1;
        while (at + size < text.size() && isContinuation(text[at + size])) {
            ++size;
        }
        return {size, size};
    }
    if (at + 1 >= text.size() || text[at + 1] != 'u') {
        return {2, 1};
    }
    unsigned unit = 0;
    const std::string_view digits = text.substr(std::min(at + 2, text.size()), 4);
    static_cast<void>(std::from_chars(digits.data(), digits.data() + digits.size(), unit, 16));
    const bool isPair = unit >= 0xD800U && unit < 0xDC00U;
    const std::size_t meant = isPair ? 4 : unit < 0x80U ? 1 : unit < 0x800U ? 2 : 3;
    return {isPair ? std::size_t{12} : std::size_t{6}, meant};
}

struct Located {
    Problem problem;
    std::size_t offset;
    std::size_t found; // in which order
};

} // namespace

void locateProblems(std::vector<Problem>& problems, std::string_view text, const JsonValue& document) {
    std::vector<Located> located;
    located.reserve(problems.size());
    for (Problem& problem : problems) {
        // What is about the list of problems itself stays its end.
        const bool last = problem.kind == ProblemKind::TooManyProblems;
        const std::size_t offset = last ? text.size() : PlaceWalk(problem.place, document).offset();
        located.push_back({std::move(problem), offset, located.size()});
    }
    std::ranges::sort(located, {}, [](const Located& one) { return std::pair(one.offset, one.found); });
    problems.clear();
    std::size_t from = 0;
    TextPosition position;
    for (Located& one : located) {
        const TextPosition step = positionOf(text.substr(from), one.offset - from);
        position.column = step.line == 1 ? position.column + step.column - 1 : step.column;
        position.line += step.line - 1;
        from = one.offset;
        if (one.problem.kind != ProblemKind::TooManyProblems) {
            one.problem.line = position.line;
            one.problem.column = position.column;
        }
        problems.push_back(std::move(one.problem));
    }
}

std::optional<TextPosition> positionOfPlace(std::string_view text, std::string_view place) {
    const auto document = readDocument(text);
    if (!document) {
        return std::nullopt;
    }
    return positionOf(text, PlaceWalk(place, *document).offset());
}

std::optional<TextSpan> spanOfPiece(std::string_view text, const JsonValue& document,
                                    const Problem& problem) {
    if (!problem.expression) {
        return std::nullopt;
    }
    const JsonValue* value = PlaceWalk(problem.place, document).value();
    if (value == nullptr || !value->is(JsonKind::String)) {
        return std::nullopt;
    }
    const std::size_t wrongFrom = problem.expression->offset;
    const std::size_t wrongTo = wrongFrom + std::max<std::size_t>(problem.expression->length, 1);
    TextSpan span;
    std::size_t meant = 0;
    std::size_t at = value->offset + 1;
    while (at < text.size() && text[at] != '"' && meant < wrongTo) {
        const Written one = writtenAt(text, at);
        if (meant <= wrongFrom) {
            span.from = at;
        }
        meant += one.meant;
        at += one.size;
    }
    if (at > text.size() || span.from == 0) {
        return std::nullopt;
    }
    span.length = at - span.from;
    return span;
}

} // namespace bw::testplan
