#include "core/expr/evaluation.h"

#include "core/expr/functions.h"

#include <cmath>

namespace bw::expr {

Operand Evaluation::evaluate(NodeIndex index) {
    if (m_failed) {
        return {};
    }
    const Node& node = m_program.nodes[index];
    switch (node.op) {
    case Op::Constant:
    case Op::Slot:
    case Op::Builtin:
    case Op::Cell:
    case Op::Secret:
        return leaf(node);
    case Op::Not:
    case Op::Negate:
    case Op::ToNumber:
        return unary(node);
    case Op::Multiply:
    case Op::Divide:
    case Op::Remainder:
    case Op::Add:
    case Op::Subtract:
        return arithmetic(node);
    case Op::And: {
        const Operand left = evaluate(node.first);
        return isTruthy(left) ? evaluate(node.second) : left;
    }
    case Op::Or: {
        const Operand left = evaluate(node.first);
        return isTruthy(left) ? left : evaluate(node.second);
    }
    case Op::Choose:
        return evaluate(isTruthy(evaluate(node.first)) ? node.second : node.third);
    case Op::Call:
        return call(node);
    case Op::JsonExists:
        return readJson(*this, node, JsonUse::Exists);
    case Op::JsonLength:
        return readJson(*this, node, JsonUse::Length);
    default:
        return comparison(node);
    }
}

EvalError Evaluation::error() const {
    EvalError error;
    error.kind = m_kind;
    error.offset = m_failedAt->offset;
    error.length = m_failedAt->length;
    error.subject = m_program.source.substr(error.offset, error.length);
    return error;
}

Operand Evaluation::fail(EvalErrorKind kind, const Node& at) {
    if (!m_failed) {
        m_failed = true;
        m_kind = kind;
        m_failedAt = &at;
    }
    return {};
}

Operand Evaluation::leaf(const Node& node) {
    switch (node.op) {
    case Op::Constant:
        return Operand::of(m_program.constants[node.first]);
    case Op::Slot:
        return node.first < m_context.slots.size() ? Operand::of(m_context.slots[node.first]) : Operand();
    case Op::Cell:
        return m_context.feeds != nullptr ? Operand::of(m_context.feeds->cell({node.first}, node.second))
                                          : Operand();
    case Op::Secret:
        return node.first < m_context.secrets.size() ? Operand::ofText(m_context.secrets[node.first])
                                                     : Operand();
    default:
        return builtin(static_cast<Builtin>(node.code));
    }
}

Operand Evaluation::builtin(Builtin builtin) const {
    switch (builtin) {
    case Builtin::Vu:
        return Operand::ofNumber(static_cast<double>(m_context.vu));
    case Builtin::Iteration:
        return Operand::ofNumber(static_cast<double>(m_context.iteration));
    case Builtin::Scenario:
        return Operand::ofText(m_context.scenario);
    case Builtin::Now:
        return Operand::ofNumber(m_context.clock == nullptr ? 0 : m_context.clock->nowMs());
    default:
        break;
    }
    const ResponseView* const response = m_context.response;
    if (response == nullptr) {
        return {};
    }
    switch (builtin) {
    case Builtin::Status:
        return Operand::ofNumber(response->status());
    case Builtin::Duration:
        return Operand::ofNumber(response->durationMs());
    case Builtin::Size:
        return Operand::ofNumber(static_cast<double>(response->size()));
    case Builtin::Body:
        return Operand::ofText(response->body());
    default:
        return Operand::ofText(response->error());
    }
}

bool Evaluation::needsDefined(const Operand& operand, NodeIndex index) {
    if (operand.isUndefined()) {
        fail(EvalErrorKind::UndefinedOperand, m_program.nodes[index]);
    }
    return !m_failed;
}

Operand Evaluation::unary(const Node& node) {
    const Operand operand = evaluate(node.first);
    if (m_failed) {
        return {};
    }
    if (node.op == Op::Not) {
        return Operand::ofBoolean(!isTruthy(operand));
    }
    if (!needsDefined(operand, node.first)) {
        return {};
    }
    const double number = toNumber(operand);
    return Operand::ofNumber(node.op == Op::Negate ? -number : number);
}

Operand Evaluation::arithmetic(const Node& node) {
    const Operand left = evaluate(node.first);
    const Operand right = evaluate(node.second);
    if (m_failed) {
        return {};
    }
    const auto isText = [](const Operand& operand) { return operand.isString() || operand.isComposite(); };
    if (node.op == Op::Add && (isText(left) || isText(right))) {
        return join(node, left, right);
    }
    if (!needsDefined(left, node.first) || !needsDefined(right, node.second)) {
        return {};
    }
    const double x = toNumber(left);
    const double y = toNumber(right);
    switch (node.op) {
    case Op::Multiply:
        return Operand::ofNumber(x * y);
    case Op::Divide:
        return Operand::ofNumber(x / y);
    case Op::Remainder:
        return Operand::ofNumber(std::fmod(x, y));
    case Op::Subtract:
        return Operand::ofNumber(x - y);
    default:
        return Operand::ofNumber(x + y);
    }
}

Operand Evaluation::join(const Node& node, const Operand& left, const Operand& right) {
    const std::string_view first = textOf(left, node);
    std::string_view second = right.text;
    if (!right.isString()) {
        // Not kept by itself: it is copied behind the first at once, which may then grow in place.
        std::string& printed = m_scratch.blank();
        appendText(right, printed);
        second = printed;
    }
    if (m_failed || first.size() + second.size() > kMaxTextLength) {
        return fail(EvalErrorKind::TooLarge, node);
    }
    const std::string_view joined = m_scratch.texts.join(first, second);
    return joined.data() == nullptr ? fail(EvalErrorKind::TooLarge, node) : Operand::ofText(joined);
}

Operand Evaluation::comparison(const Node& node) {
    const Operand left = evaluate(node.first);
    const Operand right = evaluate(node.second);
    if (m_failed) {
        return {};
    }
    if (node.op == Op::Equal) {
        return Operand::ofBoolean(strictlyEqual(left, right));
    }
    if (node.op == Op::NotEqual) {
        const bool known = !left.isUndefined() && !right.isUndefined();
        return Operand::ofBoolean(known && !strictlyEqual(left, right));
    }
    const Order order = compare(left, right);
    switch (node.op) {
    case Op::Less:
        return Operand::ofBoolean(order == Order::Less);
    case Op::LessOrEqual:
        return Operand::ofBoolean(order == Order::Less || order == Order::Equal);
    case Op::Greater:
        return Operand::ofBoolean(order == Order::Greater);
    default:
        return Operand::ofBoolean(order == Order::Greater || order == Order::Equal);
    }
}

Operand Evaluation::call(const Node& node) {
    switch (static_cast<Function>(node.code)) {
    case Function::Random:
    case Function::RandomInt:
    case Function::OneOf:
    case Function::Uuid:
        return callChanceFunction(*this, node);
    case Function::Json:
    case Function::Header:
    case Function::Cookie:
    case Function::Capture:
    case Function::Between:
        return callResponseFunction(*this, node);
    case Function::Exists: {
        const Operand asked = argument(node, 0);
        return m_failed ? Operand() : Operand::ofBoolean(!asked.isUndefined());
    }
    default:
        return callTextFunction(*this, node);
    }
}

std::string_view Evaluation::textOf(const Operand& operand, const Node& at) {
    if (operand.isString()) {
        return operand.text;
    }
    std::string& printed = m_scratch.blank();
    appendText(operand, printed);
    return keep(printed, at).text;
}

Operand Evaluation::keep(std::string_view text, const Node& at) {
    char* const room = text.size() > kMaxTextLength ? nullptr : m_scratch.texts.allocate(text.size());
    if (room == nullptr) {
        return fail(EvalErrorKind::TooLarge, at);
    }
    text.copy(room, text.size());
    return Operand::ofText({room, text.size()});
}

std::optional<std::string_view> Evaluation::textArgument(const Node& call, std::uint32_t number) {
    const NodeIndex index = argumentNode(call, number);
    const Operand operand = evaluate(index);
    if (operand.isUndefined()) {
        fail(EvalErrorKind::UndefinedArgument, m_program.nodes[index]);
    }
    if (m_failed) {
        return std::nullopt;
    }
    const std::string_view text = textOf(operand, m_program.nodes[index]);
    return m_failed ? std::nullopt : std::optional(text);
}

std::optional<double> Evaluation::numberArgument(const Node& call, std::uint32_t number) {
    const NodeIndex index = argumentNode(call, number);
    const Operand operand = evaluate(index);
    if (operand.isUndefined()) {
        fail(EvalErrorKind::UndefinedArgument, m_program.nodes[index]);
    }
    return m_failed ? std::nullopt : std::optional(toNumber(operand));
}

} // namespace bw::expr
