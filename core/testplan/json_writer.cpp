#include "core/testplan/json_writer.h"

#include <charconv>
#include <cmath>

namespace bw::testplan {
namespace {

void appendEscaped(std::string& out, char c) {
    static constexpr char kHex[] = "0123456789abcdef";
    switch (c) {
    case '"':
        out += "\\\"";
        return;
    case '\\':
        out += "\\\\";
        return;
    case '\b':
        out += "\\b";
        return;
    case '\f':
        out += "\\f";
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
        out += "\\u00";
        out += kHex[static_cast<unsigned char>(c) >> 4];
        out += kHex[static_cast<unsigned char>(c) & 0xF];
    }
}

void breakLine(std::string& out, JsonLayout layout, std::size_t depth) {
    if (layout == JsonLayout::Indented) {
        out += '\n';
        out.append(2 * depth, ' ');
    }
}

void appendItems(std::string& out, const JsonValue& value, JsonLayout layout, std::size_t depth) {
    out += '[';
    for (const JsonValue& item : value.items) {
        if (&item != value.items.data()) {
            out += ',';
        }
        breakLine(out, layout, depth + 1);
        appendJson(out, item, layout, depth + 1);
    }
    if (!value.items.empty()) {
        breakLine(out, layout, depth);
    }
    out += ']';
}

void appendMembers(std::string& out, const JsonValue& value, JsonLayout layout, std::size_t depth) {
    out += '{';
    for (const JsonMember& member : value.members) {
        if (&member != value.members.data()) {
            out += ',';
        }
        breakLine(out, layout, depth + 1);
        appendJsonString(out, member.key);
        out += layout == JsonLayout::Indented ? ": " : ":";
        appendJson(out, member.value, layout, depth + 1);
    }
    if (!value.members.empty()) {
        breakLine(out, layout, depth);
    }
    out += '}';
}

} // namespace

void appendJsonString(std::string& out, std::string_view text) {
    out += '"';
    for (const char c : text) {
        if (c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20) {
            appendEscaped(out, c);
        } else {
            out += c;
        }
    }
    out += '"';
}

void appendJson(std::string& out, const JsonValue& value, JsonLayout layout, std::size_t depth) {
    switch (value.kind) {
    case JsonKind::Null:
        out += "null";
        return;
    case JsonKind::Boolean:
    case JsonKind::Number:
        out += value.text;
        return;
    case JsonKind::String:
        appendJsonString(out, value.text);
        return;
    case JsonKind::Array:
        appendItems(out, value, layout, depth);
        return;
    case JsonKind::Object:
        appendMembers(out, value, layout, depth);
        return;
    }
}

std::string jsonNumber(double value) {
    if (!std::isfinite(value)) {
        return "0";
    }
    char buffer[32];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value).ptr;
    return {buffer, end};
}

} // namespace bw::testplan
