#pragma once

#include <cstdint>
#include <string>

namespace bw::expr {

enum class ProblemKind {
    Empty,               // no expression at all
    TooLong,             // over kMaxSourceLength bytes
    TooDeep,             // nested or chained over kMaxDepth levels
    UnexpectedCharacter, // subject: the character
    UnexpectedToken,     // subject: the token; suggestion: "==" for "===" and the like
    UnexpectedEnd,       // the expression breaks off
    UnterminatedString,
    BadEscape,              // subject: the escape
    BadNumber,              // subject: the digits
    UnterminatedExpression, // a template's ${ without }
    UnknownName,            // subject: the name; suggestion: the one that was probably meant
    UnknownFunction,        // subject, suggestion
    UnknownFeed,            // subject: the feed; suggestion
    UnknownColumn,          // subject: feed.column; suggestion: the column
    UnknownSecret,          // subject, suggestion
    TooFewArguments,        // subject: the function
    TooManyArguments,       // subject: the function
    ArgumentNotLiteral,     // subject: the function whose path or pattern is computed
    BadArgument,            // subject: the function; a literal argument that can never do
    BadPattern,             // subject: the regular expression engine's own remark
    TooManyPatterns,        // over kMaxPatterns regular expressions in one source
    BadJsonPath,            // subject: the path; the place is in it
    BadJson,                // a JSON template's text is no JSON document
};

// What is wrong with an expression or a template, found before anything runs. Offsets count bytes of the
// source that was given to compile().
struct Problem {
    ProblemKind kind = ProblemKind::Empty;
    std::uint32_t offset = 0;
    std::uint32_t length = 0;
    std::string subject;
    std::string suggestion; // empty when nothing is close
    std::string place;      // JSON templates: the string's place in the document, "legs[2].symbol"
    friend bool operator==(const Problem&, const Problem&) = default;
};

enum class EvalErrorKind {
    UndefinedOperand,  // arithmetic on undefined; subject: the operand's source
    UndefinedArgument, // a function that needs a value got undefined; subject: the argument's source
    BadArgument,       // a value that the function cannot take; subject: the argument's source
    TooLarge,          // a text over kMaxTextLength, or a JSON body or value beyond its limits
};

// Why an evaluation has no value; the place counts bytes of the source as in Problem.
struct EvalError {
    EvalErrorKind kind = EvalErrorKind::UndefinedOperand;
    std::uint32_t offset = 0;
    std::uint32_t length = 0;
    std::string subject;
    std::string place; // JSON templates: as in Problem
    friend bool operator==(const EvalError&, const EvalError&) = default;
};

inline constexpr std::size_t kMaxSourceLength = 64 * 1024;
inline constexpr int kMaxDepth = 200;
inline constexpr std::size_t kMaxPatterns = 32;
inline constexpr std::size_t kMaxTextLength = 16 * 1024 * 1024;

} // namespace bw::expr
