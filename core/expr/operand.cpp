#include "core/expr/operand.h"

#include "core/expr/number_text.h"
#include "core/expr/utf8.h"
#include "core/expr/value_text.h"

#include <cmath>
#include <limits>

namespace bw::expr {

using Kind = Value::Kind;

Operand Operand::of(const Value& value) {
    return {.kind = value.kind(),
            .boolean = value.asBoolean(),
            .number = value.asNumber(),
            .text = value.asString(),
            .origin = &value};
}

Value toValue(const Operand& operand) {
    if (operand.origin != nullptr) {
        return *operand.origin;
    }
    switch (operand.kind) {
    case Kind::Boolean:
        return Value::boolean(operand.boolean);
    case Kind::Number:
        return Value::number(operand.number);
    case Kind::String:
        return Value::string(operand.text);
    case Kind::Null:
        return Value::null();
    default:
        return {};
    }
}

bool isTruthy(const Operand& operand) {
    switch (operand.kind) {
    case Kind::Boolean:
        return operand.boolean;
    case Kind::Number:
        return operand.number != 0 && !std::isnan(operand.number);
    case Kind::String:
        return !operand.text.empty();
    default:
        return operand.isComposite();
    }
}

void appendText(const Operand& operand, std::string& out) {
    if (operand.isString()) {
        out += operand.text;
    } else if (operand.kind == Kind::Number) {
        appendNumber(operand.number, out);
    } else {
        appendText(toValue(operand), out);
    }
}

void appendJson(const Operand& operand, std::string& out) {
    if (operand.isString()) {
        out += '"';
        appendJsonEscaped(operand.text, out);
        out += '"';
    } else {
        appendJson(toValue(operand), out);
    }
}

double toNumber(const Operand& operand) {
    switch (operand.kind) {
    case Kind::Null:
        return 0;
    case Kind::Boolean:
        return operand.boolean ? 1 : 0;
    case Kind::Number:
        return operand.number;
    case Kind::String:
        return numberFromText(operand.text);
    default:
        return std::numeric_limits<double>::quiet_NaN();
    }
}

bool strictlyEqual(const Operand& a, const Operand& b) {
    if (a.kind != b.kind) {
        return false;
    }
    switch (a.kind) {
    case Kind::Undefined:
        return false;
    case Kind::Null:
        return true;
    case Kind::Boolean:
        return a.boolean == b.boolean;
    case Kind::Number:
        return a.number == b.number;
    case Kind::String:
        return a.text == b.text;
    default:
        return *a.origin == *b.origin;
    }
}

Order compare(const Operand& a, const Operand& b) {
    if (a.isUndefined() || b.isUndefined()) {
        return Order::None;
    }
    if (a.isString() && b.isString()) {
        const int order = compareAsUtf16(a.text, b.text);
        return order < 0 ? Order::Less : order > 0 ? Order::Greater : Order::Equal;
    }
    const double x = toNumber(a);
    const double y = toNumber(b);
    return x < y ? Order::Less : x > y ? Order::Greater : x == y ? Order::Equal : Order::None;
}

} // namespace bw::expr
