#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bw::testplan {

struct JsonMember;

enum class JsonKind : std::uint8_t { Null, Boolean, Number, String, Array, Object };

// A JSON value that keeps what its author wrote: the members' order, the spelling of numbers, and where in
// the text it stood. Strings are UTF-8 without escapes. A copy is deep.
struct JsonValue {
    JsonKind kind = JsonKind::Null;
    std::string text; // a string's characters, a number as written, "true" or "false"
    std::vector<JsonValue> items;
    std::vector<JsonMember> members;
    std::size_t offset = 0; // in bytes from the beginning of the text; 0 for a value made by the program

    [[nodiscard]] static JsonValue null();
    [[nodiscard]] static JsonValue boolean(bool value);
    [[nodiscard]] static JsonValue number(std::string_view spelling); // precondition: a JSON number
    [[nodiscard]] static JsonValue number(double value);
    [[nodiscard]] static JsonValue string(std::string_view text);
    [[nodiscard]] static JsonValue array(std::vector<JsonValue> items);
    [[nodiscard]] static JsonValue object(std::vector<JsonMember> members);

    [[nodiscard]] bool is(JsonKind wanted) const { return kind == wanted; }
    [[nodiscard]] bool isTrue() const { return kind == JsonKind::Boolean && text == "true"; }
    [[nodiscard]] double toDouble() const; // of a number; 0 for anything else, ±infinity when out of range
    [[nodiscard]] const JsonValue* find(std::string_view key) const; // the first of that name, or null

    // On one line without blanks, as for a request body.
    [[nodiscard]] std::string compactText() const;

    // Equal values in equal order; where they stood does not matter.
    friend bool operator==(const JsonValue&, const JsonValue&);
};

struct JsonMember {
    std::string key;
    JsonValue value;
    std::size_t offset = 0; // of the key
    friend bool operator==(const JsonMember& a, const JsonMember& b) {
        return a.key == b.key && a.value == b.value;
    }
};

} // namespace bw::testplan
