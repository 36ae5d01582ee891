#include "core/testplan/read_document.h"

#include "core/testplan/json_reader.h"
#include "core/testplan/parse.h"

namespace bw::testplan {
namespace {

// The whole character at an offset, if it is one.
std::string characterAt(std::string_view text, std::size_t offset) {
    std::size_t end = std::min(offset + 1, text.size());
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
        ++end;
    }
    const std::string_view character = text.substr(std::min(offset, text.size()), end - offset);
    return firstNotUtf8(character) == std::string_view::npos ? std::string(character) : std::string();
}

Problem problemOf(const JsonError& error, std::string_view text) {
    Problem problem;
    problem.kind = ProblemKind::JsonSyntax;
    problem.code = static_cast<int>(error.kind);
    problem.subject = characterAt(text, error.offset);
    const auto limit = [&](ProblemKind kind, std::size_t most) {
        problem.kind = kind;
        problem.subject.clear();
        problem.expected = std::to_string(most);
    };
    switch (error.kind) {
    case JsonErrorKind::TooLarge:
        limit(ProblemKind::TooLarge, kMaxPlanBytes);
        return problem; // has no line
    case JsonErrorKind::TooDeep:
        limit(ProblemKind::TooDeep, kMaxPlanDepth);
        break;
    case JsonErrorKind::TooManyValues:
        limit(ProblemKind::TooManyValues, kMaxPlanValues);
        break;
    case JsonErrorKind::NotUtf8:
        problem.kind = ProblemKind::NotUtf8;
        break;
    default:
        break;
    }
    const TextPosition position = positionOf(text, error.offset);
    problem.line = position.line;
    problem.column = position.column;
    return problem;
}

} // namespace

Result<JsonValue, Problem> readDocument(std::string_view text) {
    auto document = readJson(text, {kMaxPlanBytes, kMaxPlanDepth, kMaxPlanValues});
    if (!document) {
        return std::unexpected(problemOf(document.error(), text));
    }
    return std::move(*document);
}

} // namespace bw::testplan
