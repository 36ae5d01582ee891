#pragma once

#include "core/expr/context.h"
#include "core/expr/operand.h"
#include "core/expr/problem.h"
#include "core/expr/program.h"
#include "core/expr/scratch_parts.h"

#include <optional>
#include <string_view>

namespace bw::expr {

// One evaluation of one root of a program. Operands it gives are good until it ends; then the scratch is free
// again. After a failure every operand is undefined and error() says why.
class Evaluation {
public:
    Evaluation(const Program& program, Context& context)
        : m_program(program)
        , m_context(context)
        , m_scratch(context.scratch->parts()) {}
    ~Evaluation() { m_scratch.reset(); }
    Evaluation(const Evaluation&) = delete;
    Evaluation& operator=(const Evaluation&) = delete;

    [[nodiscard]] Operand evaluate(NodeIndex index);
    [[nodiscard]] bool failed() const { return m_failed; }
    [[nodiscard]] EvalError error() const;

    // What follows serves the functions.
    [[nodiscard]] const Program& program() const { return m_program; }
    [[nodiscard]] Context& context() const { return m_context; }
    [[nodiscard]] ScratchParts& scratch() const { return m_scratch; }

    [[nodiscard]] NodeIndex argumentNode(const Node& call, std::uint32_t number) const {
        return m_program.arguments[call.first + number];
    }
    [[nodiscard]] Operand argument(const Node& call, std::uint32_t number) {
        return evaluate(argumentNode(call, number));
    }
    // The argument as a text, or as a number; fails (and is empty) when it is undefined.
    [[nodiscard]] std::optional<std::string_view> textArgument(const Node& call, std::uint32_t number);
    [[nodiscard]] std::optional<double> numberArgument(const Node& call, std::uint32_t number);
    // The operand printed; lives as long as the evaluation.
    [[nodiscard]] std::string_view textOf(const Operand& operand, const Node& at);
    // A text moved to where it lives as long as the evaluation.
    [[nodiscard]] Operand keep(std::string_view text, const Node& at);
    // Notes the first failure, with its place; gives undefined.
    Operand fail(EvalErrorKind kind, const Node& at);

private:
    Operand leaf(const Node& node);
    Operand builtin(Builtin builtin) const;
    Operand arithmetic(const Node& node);
    Operand join(const Node& node, const Operand& left, const Operand& right);
    Operand comparison(const Node& node);
    Operand unary(const Node& node);
    Operand call(const Node& node);
    [[nodiscard]] bool needsDefined(const Operand& operand, NodeIndex index);

    const Program& m_program;
    Context& m_context;
    ScratchParts& m_scratch;
    bool m_failed = false;
    EvalErrorKind m_kind = EvalErrorKind::UndefinedOperand;
    const Node* m_failedAt = nullptr;
};

} // namespace bw::expr
