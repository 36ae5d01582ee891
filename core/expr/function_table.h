#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace bw::expr {

enum class Function : std::uint8_t {
    Contains,
    StartsWith,
    EndsWith,
    Matches,
    Length,
    Lower,
    Upper,
    Base64,
    Sha256,
    Hmac,
    UrlEncode,
    Fixed,
    Random,
    RandomInt,
    OneOf,
    Uuid,
    Json,
    Header,
    Cookie,
    Capture,
    Between,
    Exists,
};

// What a parameter takes, for checks at compile time and for completion.
struct FunctionInfo {
    Function function;
    std::string_view name;
    std::string_view parameters; // as one writes them, "x, digits"
    std::uint8_t minArguments;
    std::uint8_t maxArguments; // kAnyNumber: no limit
    static constexpr std::uint8_t kAnyNumber = 255;
};

// Every function of the language, in the order of the enum. Functions of text take any value but undefined
// and print it first; contains and its like give false for undefined, length gives undefined. lower and upper
// change ASCII letters. oneOf evaluates only the argument it draws.
inline constexpr std::array kFunctions = {
    FunctionInfo{Function::Contains, "contains", "text, part", 2, 2}, // or an array and an item
    FunctionInfo{Function::StartsWith, "startsWith", "text, start", 2, 2},
    FunctionInfo{Function::EndsWith, "endsWith", "text, end", 2, 2},
    FunctionInfo{Function::Matches, "matches", "text, 'pattern'", 2, 2}, // RE2 syntax, anywhere in the text
    FunctionInfo{Function::Length, "length", "x", 1, 1},                 // UTF-16 units, or items
    FunctionInfo{Function::Lower, "lower", "text", 1, 1},
    FunctionInfo{Function::Upper, "upper", "text", 1, 1},
    FunctionInfo{Function::Base64, "base64", "text", 1, 1},
    FunctionInfo{Function::Sha256, "sha256", "text", 1, 1},             // lower-case hex
    FunctionInfo{Function::Hmac, "hmac", "algorithm, key, text", 3, 3}, // sha1, sha256, sha384, sha512; hex
    FunctionInfo{Function::UrlEncode, "urlEncode", "text", 1, 1},       // as encodeURIComponent
    FunctionInfo{Function::Fixed, "fixed", "x, digits", 2, 2},          // as toFixed
    FunctionInfo{Function::Random, "random", "from, below", 2, 2},
    FunctionInfo{Function::RandomInt, "randomInt", "from, to", 2, 2},
    FunctionInfo{Function::OneOf, "oneOf", "x, …", 1, FunctionInfo::kAnyNumber},
    FunctionInfo{Function::Uuid, "uuid", "", 0, 0}, // version 4
    FunctionInfo{Function::Json, "json", "'$.path'", 1, 1},
    FunctionInfo{Function::Header, "header", "name", 1, 1},
    FunctionInfo{Function::Cookie, "cookie", "name", 1, 1},
    FunctionInfo{Function::Capture, "capture", "'pattern', group", 1, 2}, // group 1 when not said
    FunctionInfo{Function::Between, "between", "left, right", 2, 2},
    FunctionInfo{Function::Exists, "exists", "x", 1, 1},
};

// Null when there is none of that name.
[[nodiscard]] const FunctionInfo* findFunction(std::string_view name);

} // namespace bw::expr
