#include "core/testplan/json_value.h"

#include "core/testplan/json_writer.h"

#include <charconv>
#include <limits>

namespace bw::testplan {
namespace {

JsonValue valueOf(JsonKind kind, std::string_view text) {
    JsonValue value;
    value.kind = kind;
    value.text = text;
    return value;
}

} // namespace

JsonValue JsonValue::null() {
    return {};
}

JsonValue JsonValue::boolean(bool value) {
    return valueOf(JsonKind::Boolean, value ? "true" : "false");
}

JsonValue JsonValue::number(std::string_view spelling) {
    return valueOf(JsonKind::Number, spelling);
}

JsonValue JsonValue::number(double value) {
    return valueOf(JsonKind::Number, jsonNumber(value));
}

JsonValue JsonValue::string(std::string_view text) {
    return valueOf(JsonKind::String, text);
}

JsonValue JsonValue::array(std::vector<JsonValue> items) {
    JsonValue value = valueOf(JsonKind::Array, {});
    value.items = std::move(items);
    return value;
}

JsonValue JsonValue::object(std::vector<JsonMember> members) {
    JsonValue value = valueOf(JsonKind::Object, {});
    value.members = std::move(members);
    return value;
}

double JsonValue::toDouble() const {
    if (kind != JsonKind::Number) {
        return 0;
    }
    double value = 0;
    if (std::from_chars(text.data(), text.data() + text.size(), value).ec == std::errc()) {
        return value;
    }
    // Out of range, which from_chars does not tell from below or above.
    const bool tiny =
        text.find("e-") != std::string::npos || text.find("E-") != std::string::npos || text.find("0.") <= 1;
    const double magnitude = tiny ? 0 : std::numeric_limits<double>::infinity();
    return text.starts_with('-') ? -magnitude : magnitude;
}

const JsonValue* JsonValue::find(std::string_view key) const {
    for (const JsonMember& member : members) {
        if (member.key == key) {
            return &member.value;
        }
    }
    return nullptr;
}

std::string JsonValue::compactText() const {
    std::string out;
    appendJson(out, *this, JsonLayout::Compact);
    return out;
}

bool operator==(const JsonValue& a, const JsonValue& b) {
    return a.kind == b.kind && a.text == b.text && a.items == b.items && a.members == b.members;
}

} // namespace bw::testplan
