#pragma once

#include "core/base/result.h"
#include "core/testplan/duration_value.h"
#include "core/testplan/written_keys.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace bw::testplan {

enum class Aggregation : std::uint8_t { Count, Rate, Value, Average, Minimum, Maximum, Median, Percentile };

enum class Comparison : std::uint8_t { Less, LessOrEqual, Greater, GreaterOrEqual, Equal, NotEqual };

// `left op right`; NaN is equal to nothing.
[[nodiscard]] bool holds(double left, Comparison op, double right);

// "<", "<=", ">", ">=", "==", "!="
[[nodiscard]] std::string_view comparisonText(Comparison op);

// One comparison, as k6 writes it: "p(99)<10", "rate>=0.5".
struct ThresholdExpression {
    Aggregation method = Aggregation::Count;
    double percentile = 0; // 0 to 100, for Percentile
    Comparison op = Comparison::Less;
    double number = 0; // milliseconds for times; may be infinite or NaN
    friend bool operator==(const ThresholdExpression&, const ThresholdExpression&) = default;
};

enum class ThresholdErrorKind : std::uint8_t {
    UnknownMethod,
    BadPercentile, // not a number between 0 and 100
    NoOperator,
    BadNumber,
};

struct ThresholdError {
    ThresholdErrorKind kind = ThresholdErrorKind::UnknownMethod;
    std::size_t offset = 0; // into the source, in bytes
    std::string subject;    // the piece that is wrong
};

// k6's grammar (k6-semantics §4).
[[nodiscard]] Result<ThresholdExpression, ThresholdError> parseThreshold(std::string_view source);

// A metric, or the part of it whose samples carry all these tags: http_req_duration{name:login,status:200}.
struct SeriesSelector {
    std::string metric;
    std::vector<std::pair<std::string, std::string>> tags;
    friend bool operator==(const SeriesSelector&, const SeriesSelector&) = default;
};

enum class SelectorErrorKind : std::uint8_t {
    NoMetric,
    NotClosed,       // no } at the end
    TextAfterClose,  // something after the }
    TagWithoutValue, // {a} or {a:}
};

struct SelectorError {
    SelectorErrorKind kind = SelectorErrorKind::NoMetric;
    std::string subject;
};

[[nodiscard]] Result<SeriesSelector, SelectorError> parseSelector(std::string_view source);

// "name:order_placement,critical:true": the tags alone, as budgets select rows.
[[nodiscard]] Result<std::vector<std::pair<std::string, std::string>>, SelectorError>
parseTagFilter(std::string_view source);

enum class OnFailure : std::uint8_t { GoOn, Abort };
enum class WhenEmpty : std::uint8_t {
    Inconclusive,
    AsK6, // "allowEmpty": true
};
enum class ThresholdForm : std::uint8_t { Text, Object };

struct ThresholdSpec {
    std::string source;                    // as written
    ThresholdExpression expression;        // parsed from source; meaningless when validation refused it
    OnFailure onFailure = OnFailure::GoOn; // "abortOnFail"
    DurationText delayAbortEval;
    WhenEmpty whenEmpty = WhenEmpty::Inconclusive;
    DurationText window;                      // 0: all samples since the start
    DurationText warmUp;                      // samples of the run's first moments that do not count
    ThresholdForm form = ThresholdForm::Text; // an object is written whenever an option needs it
    WrittenKeys written{};

    // From the source text; the expression is left empty when it does not parse.
    [[nodiscard]] static ThresholdSpec from(std::string source);

    friend bool operator==(const ThresholdSpec&, const ThresholdSpec&) = default;
};

// All thresholds on one metric or sub-metric: each must hold.
struct ThresholdGroup {
    std::string source;      // "http_req_duration{name:order_placement}"
    SeriesSelector selector; // parsed from source
    std::vector<ThresholdSpec> thresholds;

    [[nodiscard]] static ThresholdGroup from(std::string source);

    friend bool operator==(const ThresholdGroup&, const ThresholdGroup&) = default;
};

} // namespace bw::testplan
