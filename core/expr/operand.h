#pragma once

#include "core/expr/value.h"

#include <string>
#include <string_view>

namespace bw::expr {

// A value on its way through an evaluation. It owns nothing: texts lie in the arena, the context or the
// program; arrays and objects are a Value that lives elsewhere.
struct Operand {
    Value::Kind kind = Value::Kind::Undefined;
    bool boolean = false;
    double number = 0;
    std::string_view text = {};
    const Value* origin = nullptr; // always for arrays and objects, for strings where there is one

    [[nodiscard]] static Operand ofBoolean(bool truth) {
        return {.kind = Value::Kind::Boolean, .boolean = truth};
    }
    [[nodiscard]] static Operand ofNumber(double number) {
        return {.kind = Value::Kind::Number, .number = number};
    }
    [[nodiscard]] static Operand ofText(std::string_view text) {
        return {.kind = Value::Kind::String, .text = text};
    }
    [[nodiscard]] static Operand ofNull() { return {.kind = Value::Kind::Null}; }
    // The value must outlive the operand.
    [[nodiscard]] static Operand of(const Value& value);

    [[nodiscard]] bool isUndefined() const { return kind == Value::Kind::Undefined; }
    [[nodiscard]] bool isString() const { return kind == Value::Kind::String; }
    [[nodiscard]] bool isComposite() const { return kind >= Value::Kind::Array; }
};

[[nodiscard]] Value toValue(const Operand& operand);
[[nodiscard]] bool isTruthy(const Operand& operand);
void appendText(const Operand& operand, std::string& out);
void appendJson(const Operand& operand, std::string& out);

// JavaScript's ToNumber; arrays and objects are NaN. Not for undefined.
[[nodiscard]] double toNumber(const Operand& operand);

// The language's ==: same kind, same content; false when a side is undefined.
[[nodiscard]] bool strictlyEqual(const Operand& a, const Operand& b);

enum class Order { Less, Equal, Greater, None };
// Two strings by their UTF-16 units, everything else as numbers; None for undefined and NaN.
[[nodiscard]] Order compare(const Operand& a, const Operand& b);

} // namespace bw::expr
