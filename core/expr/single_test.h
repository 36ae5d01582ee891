#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace bw::expr {

// An expression that is one test: a comparison, or one of contains, startsWith, endsWith, matches, exists.
// Views into the source, without the blanks around.
struct SingleTest {
    std::string_view subject;
    std::string_view test;     // "==", …, "contains"
    std::string_view expected; // empty where the test takes none
    friend bool operator==(const SingleTest&, const SingleTest&) = default;
};

// None when the expression is more than one test, or is none. What is between the tokens is not compiled.
[[nodiscard]] std::optional<SingleTest> splitSingleTest(std::string_view source);

} // namespace bw::expr
