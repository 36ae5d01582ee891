#include "core/testplan/threshold_spec.h"

#include "core/testplan/text_scan.h"

#include <array>
#include <limits>

namespace bw::testplan {
namespace {

struct Method {
    std::string_view name;
    Aggregation aggregation;
};

constexpr std::array kMethods = {
    Method{"count", Aggregation::Count}, Method{"rate", Aggregation::Rate},
    Method{"value", Aggregation::Value}, Method{"avg", Aggregation::Average},
    Method{"min", Aggregation::Minimum}, Method{"max", Aggregation::Maximum},
    Method{"med", Aggregation::Median},
};

struct Operator {
    std::string_view text;
    Comparison comparison;
};

// k6 splits at the first of this list, in this order, that stands anywhere in the expression.
constexpr std::array kOperators = {
    Operator{"<=", Comparison::LessOrEqual},    Operator{"<", Comparison::Less},
    Operator{">=", Comparison::GreaterOrEqual}, Operator{">", Comparison::Greater},
    Operator{"===", Comparison::Equal},         Operator{"==", Comparison::Equal},
    Operator{"!=", Comparison::NotEqual},
};

std::unexpected<ThresholdError> wrong(ThresholdErrorKind kind, std::string_view source,
                                      std::string_view piece) {
    const auto offset =
        piece.empty() ? source.size() : static_cast<std::size_t>(piece.data() - source.data());
    return std::unexpected(ThresholdError{kind, offset, std::string(piece)});
}

Result<void, ThresholdError> readMethod(std::string_view source, std::string_view text,
                                        ThresholdExpression& into) {
    for (const Method& method : kMethods) {
        if (text == method.name) {
            into.method = method.aggregation;
            return {};
        }
    }
    if (!text.starts_with("p(") || !text.ends_with(")")) {
        return wrong(ThresholdErrorKind::UnknownMethod, source, text);
    }
    const std::optional<double> percentile = scanNumber(text.substr(2, text.size() - 3));
    if (!percentile || !(*percentile >= 0 && *percentile <= 100)) {
        return wrong(ThresholdErrorKind::BadPercentile, source, text);
    }
    into.method = Aggregation::Percentile;
    into.percentile = *percentile;
    return {};
}

} // namespace

bool holds(double left, Comparison op, double right) {
    switch (op) {
    case Comparison::Less:
        return left < right;
    case Comparison::LessOrEqual:
        return left <= right;
    case Comparison::Greater:
        return left > right;
    case Comparison::GreaterOrEqual:
        return left >= right;
    case Comparison::Equal:
        return left == right;
    case Comparison::NotEqual:
        return left != right;
    }
    return false;
}

std::string_view comparisonText(Comparison op) {
    static constexpr std::array<std::string_view, 6> kTexts = {"<", "<=", ">", ">=", "==", "!="};
    return kTexts[static_cast<std::size_t>(op)];
}

Result<ThresholdExpression, ThresholdError> parseThreshold(std::string_view source) {
    for (const Operator& op : kOperators) {
        const std::size_t at = source.find(op.text);
        if (at == std::string_view::npos) {
            continue;
        }
        ThresholdExpression expression;
        expression.op = op.comparison;
        const auto method = readMethod(source, trimmed(source.substr(0, at)), expression);
        if (!method) {
            return std::unexpected(method.error());
        }
        const std::string_view number = trimmed(source.substr(at + op.text.size()));
        const std::optional<double> value = scanNumber(number);
        if (!value) {
            return wrong(ThresholdErrorKind::BadNumber, source, number);
        }
        expression.number = *value;
        return expression;
    }
    return wrong(ThresholdErrorKind::NoOperator, source, source);
}

ThresholdSpec ThresholdSpec::from(std::string source) {
    ThresholdSpec spec;
    spec.expression = parseThreshold(source).value_or(ThresholdExpression{});
    spec.source = std::move(source);
    return spec;
}

ThresholdGroup ThresholdGroup::from(std::string source) {
    ThresholdGroup group;
    group.selector = parseSelector(source).value_or(SeriesSelector{});
    group.source = std::move(source);
    return group;
}

} // namespace bw::testplan
