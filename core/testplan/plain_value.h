#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace bw::testplan {

// Names in the author's order with the source text of a template or an expression each.
using NamedTexts = std::vector<std::pair<std::string, std::string>>;

// A number and its author's spelling ("0.0001" does not become "1e-04").
struct NumberText {
    double value = 0;
    std::string text; // JSON's spelling; empty: written the shortest way

    friend bool operator==(const NumberText& a, const NumberText& b) { return a.value == b.value; }
};

enum class ScalarForm : std::uint8_t { String, Number, Boolean };

// A value of a form or a query: a template, or a number or boolean written without quotes.
struct ScalarText {
    std::string text;
    ScalarForm form = ScalarForm::String;

    friend bool operator==(const ScalarText&, const ScalarText&) = default;
};

using NamedScalars = std::vector<std::pair<std::string, ScalarText>>;

} // namespace bw::testplan
