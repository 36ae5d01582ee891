#include "core/expr/value_text.h"

#include "core/expr/utf8.h"

#include <cmath>

namespace bw::expr {
namespace {

void appendEscape(unsigned char c, std::string& out) {
    switch (c) {
    case '"':
        out += "\\\"";
        return;
    case '\\':
        out += "\\\\";
        return;
    case '\n':
        out += "\\n";
        return;
    case '\r':
        out += "\\r";
        return;
    case '\t':
        out += "\\t";
        return;
    default:
        constexpr char kHex[] = "0123456789abcdef";
        out += "\\u00";
        out += kHex[c >> 4];
        out += kHex[c & 15];
    }
}

void appendQuoted(std::string_view text, std::string& out) {
    out += '"';
    appendJsonEscaped(text, out);
    out += '"';
}

void appendJsonNumber(double number, std::string& out) {
    if (std::isfinite(number)) {
        appendNumber(number, out);
    } else {
        out += "null";
    }
}

void appendJsonArray(const Value& value, std::string& out) {
    out += '[';
    bool first = true;
    for (const Value& item : value.items()) {
        if (!first) {
            out += ',';
        }
        first = false;
        appendJson(item, out);
    }
    out += ']';
}

void appendJsonObject(const Value& value, std::string& out) {
    out += '{';
    bool first = true;
    for (const Member& member : value.members()) {
        if (!first) {
            out += ',';
        }
        first = false;
        appendQuoted(member.name, out);
        out += ':';
        appendJson(member.value, out);
    }
    out += '}';
}

} // namespace

void appendText(const Value& value, std::string& out) {
    switch (value.kind()) {
    case Value::Kind::Undefined:
        out += "undefined";
        return;
    case Value::Kind::String:
        out += value.asString();
        return;
    case Value::Kind::Number:
        appendNumber(value.asNumber(), out);
        return;
    default:
        appendJson(value, out);
    }
}

std::string toText(const Value& value) {
    std::string text;
    appendText(value, text);
    return text;
}

void appendJson(const Value& value, std::string& out) {
    switch (value.kind()) {
    case Value::Kind::Undefined:
    case Value::Kind::Null:
        out += "null";
        return;
    case Value::Kind::Boolean:
        out += value.asBoolean() ? "true" : "false";
        return;
    case Value::Kind::Number:
        appendJsonNumber(value.asNumber(), out);
        return;
    case Value::Kind::String:
        appendQuoted(value.asString(), out);
        return;
    case Value::Kind::Array:
        appendJsonArray(value, out);
        return;
    case Value::Kind::Object:
        appendJsonObject(value, out);
        return;
    }
}

std::string toJson(const Value& value) {
    std::string text;
    appendJson(value, text);
    return text;
}

void appendJsonEscaped(std::string_view text, std::string& out) {
    std::size_t done = 0; // everything before has been appended
    for (std::size_t i = 0; i < text.size();) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c >= 0x20 && c < 0x80 && c != '"' && c != '\\') {
            ++i;
            continue;
        }
        const std::size_t length = c < 0x80 ? 0 : utf8Length(text.substr(i));
        if (length != 0) {
            i += length;
            continue;
        }
        out += text.substr(done, i - done);
        if (c < 0x80) {
            appendEscape(c, out);
        } else {
            out += "\xef\xbf\xbd";
        }
        done = ++i;
    }
    out += text.substr(done);
}

bool isTruthy(const Value& value) {
    switch (value.kind()) {
    case Value::Kind::Undefined:
    case Value::Kind::Null:
        return false;
    case Value::Kind::Boolean:
        return value.asBoolean();
    case Value::Kind::Number:
        return value.asNumber() != 0 && !std::isnan(value.asNumber());
    case Value::Kind::String:
        return !value.asString().empty();
    case Value::Kind::Array:
    case Value::Kind::Object:
        return true;
    }
    return false;
}

} // namespace bw::expr
