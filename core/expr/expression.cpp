#include "core/expr/expression.h"

#include "core/expr/evaluation.h"
#include "core/expr/parser.h"

namespace bw::expr {
namespace {

// A default expression and a source that is refused for its length share these.
std::shared_ptr<const Program> undefinedProgram() {
    static const auto program = [] {
        auto made = std::make_shared<Program>();
        made->constants.emplace_back();
        made->nodes.emplace_back();
        made->roots.push_back(0);
        return std::shared_ptr<const Program>(std::move(made));
    }();
    return program;
}

} // namespace

Expression::Expression()
    : m_program(undefinedProgram()) {}

Result<Expression, std::vector<Problem>> Expression::compile(std::string_view source, const Scope& scope) {
    if (source.size() > kMaxSourceLength) {
        Problem problem;
        problem.kind = ProblemKind::TooLong;
        return std::unexpected(std::vector{problem});
    }
    ProgramBuilder builder(source, scope);
    parseExpression(source, 0, ExpressionEnd::Source, builder);
    if (!builder.problems().empty()) {
        return std::unexpected(builder.takeProblems());
    }
    Expression expression;
    expression.m_program = builder.takeProgram();
    return expression;
}

Result<Value, EvalError> Expression::evaluate(Context& context) const {
    Evaluation evaluation(*m_program, context);
    const Operand operand = evaluation.evaluate(m_program->roots.front());
    if (evaluation.failed()) {
        return std::unexpected(evaluation.error());
    }
    return toValue(operand);
}

Result<bool, EvalError> Expression::test(Context& context) const {
    Evaluation evaluation(*m_program, context);
    const bool truthy = isTruthy(evaluation.evaluate(m_program->roots.front()));
    if (evaluation.failed()) {
        return std::unexpected(evaluation.error());
    }
    return truthy;
}

Needs Expression::needs() const {
    return m_program->needs;
}

bool Expression::isConstant() const {
    return m_program->isConstant(m_program->roots.front());
}

const Value& Expression::constant() const {
    static const Value none;
    return isConstant() ? m_program->constant(m_program->roots.front()) : none;
}

std::string_view Expression::source() const {
    return m_program->source;
}

} // namespace bw::expr
