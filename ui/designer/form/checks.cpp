#include "ui/designer/form/checks.h"

#include "core/base/duration_text.h"
#include "core/testplan/budget_spec.h"
#include "core/testplan/json_reader.h"
#include "core/testplan/problem.h"
#include "core/testplan/threshold_spec.h"
#include "ui/format/problem_text.h"

#include <algorithm>
#include <charconv>

namespace bw::designer {
namespace {

using testplan::Problem;
using testplan::ProblemKind;

QString sentence(ProblemKind kind, const QString& subject, std::string expected = {}) {
    Problem problem;
    problem.kind = kind;
    problem.subject = subject.toStdString();
    problem.expected = std::move(expected);
    return format::problemSentence(problem);
}

template <class Error>
QString sentence(ProblemKind kind, const Error& error) {
    Problem problem;
    problem.kind = kind;
    problem.subject = error.subject;
    problem.code = static_cast<int>(error.kind);
    return format::problemSentence(problem);
}

} // namespace

QString checkDuration(const QString& text) {
    return parseDuration(text.toStdString()) ? QString() : sentence(ProblemKind::NotADuration, text);
}

QString checkWholeNumber(const QString& text) {
    const std::string digits = text.toStdString();
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (digits.empty()) {
        return sentence(ProblemKind::Empty, text);
    }
    return error == std::errc() && end == digits.data() + digits.size()
               ? QString()
               : sentence(ProblemKind::NotAnInteger, text);
}

QString checkNumber(const QString& text) {
    constexpr testplan::JsonLimits kOneNumber{.bytes = 64, .depth = 1, .values = 1};
    const auto json = testplan::readJson(text.toStdString(), kOneNumber);
    return json && json->is(testplan::JsonKind::Number)
               ? QString()
               : sentence(ProblemKind::WrongType, QStringLiteral("\"%1\"").arg(text), "number");
}

QString checkThreshold(const QString& text) {
    const auto parsed = testplan::parseThreshold(text.toStdString());
    return parsed ? QString() : sentence(ProblemKind::BadThreshold, parsed.error());
}

QString checkSelector(const QString& text) {
    const auto parsed = testplan::parseSelector(text.toStdString());
    return parsed ? QString() : sentence(ProblemKind::BadSelector, parsed.error());
}

QString checkTagFilter(const QString& text) {
    const auto parsed = testplan::parseTagFilter(text.toStdString());
    return parsed ? QString() : sentence(ProblemKind::BadSelector, parsed.error());
}

QString checkUnitLimit(const QString& text) {
    return testplan::parseUnitLimit(text.toStdString())
               ? QString()
               : sentence(ProblemKind::BadLimit, text, "%, B, B/s, /s");
}

QString checkNotEmpty(const QString& text) {
    return text.trimmed().isEmpty() ? sentence(ProblemKind::Empty, text) : QString();
}

QString checkScenarioName(const QString& text) {
    const bool isName = !text.isEmpty() && std::ranges::all_of(text, [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') ||
               c == u'_' || c == u'-';
    });
    return isName ? QString() : sentence(ProblemKind::BadName, text, "[0-9a-zA-Z_-]+");
}

QString nameIsTaken(const QString& text) {
    return sentence(ProblemKind::NameTaken, text);
}

Check optional(Check check) {
    return
        [check = std::move(check)](const QString& text) { return text.isEmpty() ? QString() : check(text); };
}

} // namespace bw::designer
