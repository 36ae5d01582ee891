#pragma once

#include "core/expr/function_table.h"
#include "core/expr/json_path.h"
#include "core/expr/needs.h"
#include "core/expr/pattern.h"
#include "core/expr/value.h"

#include <cstdint>
#include <string>
#include <vector>

namespace bw::expr {

enum class Op : std::uint8_t {
    Constant, // first: of constants
    Slot,     // first: the slot
    Builtin,  // code: Builtin
    Cell,     // first: the feed, second: the column
    Secret,   // first: the secret
    Not,
    Negate,
    ToNumber, // first
    Multiply,
    Divide,
    Remainder,
    Add,
    Subtract, // first, second
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual, // first, second
    And,
    Or,     // first, second
    Choose, // first ? second : third
    Call,   // code: Function; first: of arguments, second: how many; third: of paths or patterns, else unused
    JsonExists,
    JsonLength, // exists(json(…)), length(json(…)); third: of paths
};

using NodeIndex = std::uint32_t;

// The place in the source is what errors show.
struct Node {
    Op op = Op::Constant;
    std::uint8_t code = 0;
    std::uint32_t offset = 0;
    std::uint32_t length = 0;
    std::uint32_t first = 0;
    std::uint32_t second = 0;
    std::uint32_t third = 0;
};

// One or several compiled expressions of the same source: a tree in an array, children before parents, and
// what its nodes refer to by number. Immutable once built, shared by all threads.
class Program {
public:
    std::string source;
    std::vector<Node> nodes;
    std::vector<NodeIndex> arguments;
    std::vector<Value> constants;
    std::vector<JsonPath> paths;
    std::vector<Pattern> patterns;
    std::vector<NodeIndex> roots; // in the order of the source
    Needs needs;

    [[nodiscard]] bool isConstant(NodeIndex node) const { return nodes[node].op == Op::Constant; }
    [[nodiscard]] const Value& constant(NodeIndex node) const { return constants[nodes[node].first]; }
};

} // namespace bw::expr
