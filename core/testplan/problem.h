#pragma once

#include "core/expr/problem.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace bw::testplan {

enum class Severity : std::uint8_t { Error, Warning };

// What is wrong. The comments say what `subject` and `expected` hold.
enum class ProblemKind : std::uint8_t {
    // The text
    TooLarge,        // expected: the limit in bytes
    TooManyValues,   // expected: the limit
    TooDeep,         // expected: the limit of nested levels
    NotUtf8,         // the byte at line and column
    JsonSyntax,      // subject: the character there; code: a JsonErrorKind
    DuplicateKey,    // subject: the key
    TooManyProblems, // expected: how many are listed

    // The shape
    WrongType,    // subject: the type found; expected: the types allowed
    MissingKey,   // subject: the key
    UnknownKey,   // subject: the key; suggestion
    NotOneOf,     // subject: the word; expected: the words allowed; suggestion
    NewerFormat,  // subject: the file's version; expected: ours
    NoStepKind,   // expected: the kinds
    TwoOfOne,     // subject: both keys; expected: all keys of which one may stand
    NoneOfOne,    // expected: the keys of which one must stand
    WrittenTwice, // subject: name, tags or disabled, beside and inside the step's object

    // Single values
    NotADuration,           // subject: the text
    NotAnInteger,           // subject: the number
    OutOfRange,             // subject: the number or duration; expected: the bound (">= 1", "> 0", "0..1")
    BadName,                // subject: the name; expected: what it may hold
    Empty,                  // must not be empty
    NotAUrl,                // subject
    BadStatusRange,         // subject
    BadAddress,             // subject: no IP address
    BadLimit,               // subject: "<80" without unit; expected: the unit ("%", "B", "B/s", "/s")
    FileOutsideFolder,      // subject: the path
    NeverAnyLoad,           // a scenario whose VUs or rate are never above 0
    MaxBelowPreAllocated,   // subject: maxVUs; expected: preAllocatedVUs
    FewerIterationsThanVus, // subject: iterations; expected: vus
    LowAboveHigh,           // subject, expected: the two ends of a range

    // References
    NoSuchFlow,    // subject; suggestion
    NoSuchSession, // subject; suggestion
    NoSuchBudget,  // subject; suggestion
    NoSuchMetric,  // subject; suggestion
    NameTaken,     // subject: a variable, group or metric that stands for something else already

    // Expressions and thresholds
    BadExpression,      // subject: the source; `expression` tells
    BadTemplate,        // the same
    BadThreshold,       // subject: the piece; code: a ThresholdErrorKind
    BadSelector,        // subject: the piece; code: a SelectorErrorKind
    MethodNotForMetric, // subject: the method; expected: the methods of that type of metric
    OtherMetricType,    // subject: the metric; expected: the type it has elsewhere

    // Files
    FileNotRead, // subject: the path; code: a FileErrorKind
};

// One thing wrong with a plan: its place, and data from which the user's language makes a sentence.
struct Problem {
    Severity severity = Severity::Error;
    ProblemKind kind = ProblemKind::JsonSyntax;
    std::string place;      // scenarios.market_open.stages[2].duration; empty: the whole document
    std::size_t line = 0;   // from 1; 0: unknown
    std::size_t column = 0; // from 1, in characters
    std::string subject;
    std::string expected;
    std::string suggestion; // a name that is nearly the wrong one, or empty
    int code = 0;           // an inner error's enumerator, see ProblemKind
    std::optional<expr::Problem> expression;
    friend bool operator==(const Problem&, const Problem&) = default;
};

// True when one of them is an error.
[[nodiscard]] bool hasErrors(const std::vector<Problem>& problems);

} // namespace bw::testplan
