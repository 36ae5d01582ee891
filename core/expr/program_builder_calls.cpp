// What ProgramBuilder knows of function calls: counts, literal arguments, what they read.
#include "core/base/nearest.h"
#include "core/expr/digest.h"
#include "core/expr/program_builder.h"

#include <algorithm>
#include <cmath>

namespace bw::expr {
namespace {

std::string_view nearestFunction(std::string_view name) {
    std::vector<std::string_view> names;
    for (const FunctionInfo& function : kFunctions) {
        names.push_back(function.name);
    }
    return nearest(name, names);
}

} // namespace

NodeIndex ProgramBuilder::call(Place place, Place nameAt, const std::vector<NodeIndex>& arguments) {
    const std::string_view name = sourceAt(nameAt);
    const FunctionInfo* const function = findFunction(name);
    if (function == nullptr) {
        report(ProblemKind::UnknownFunction, nameAt, name, nearestFunction(name));
        return nothing(place);
    }
    if (!checkCount(*function, place, arguments.size())) {
        return nothing(place);
    }
    noteNeeds(function->function);
    Node node;
    node.op = Op::Call;
    node.code = static_cast<std::uint8_t>(function->function);
    node.second = static_cast<std::uint32_t>(arguments.size());
    checkLiterals(node, *function, arguments);

    // exists and length of a place in the body need not make its value.
    const bool asks = function->function == Function::Exists || function->function == Function::Length;
    if (asks) {
        const Node& argument = m_program->nodes[arguments[0]];
        if (argument.op == Op::Call && static_cast<Function>(argument.code) == Function::Json) {
            node.op = function->function == Function::Exists ? Op::JsonExists : Op::JsonLength;
            node.third = argument.third;
            return add(node, place, {});
        }
    }
    node.first = static_cast<std::uint32_t>(m_program->arguments.size());
    m_program->arguments.insert(m_program->arguments.end(), arguments.begin(), arguments.end());
    return add(node, place, arguments);
}

bool ProgramBuilder::checkCount(const FunctionInfo& function, Place place, std::size_t count) {
    if (count < function.minArguments) {
        report(ProblemKind::TooFewArguments, place, function.name);
        return false;
    }
    if (function.maxArguments != FunctionInfo::kAnyNumber && count > function.maxArguments) {
        report(ProblemKind::TooManyArguments, place, function.name);
        return false;
    }
    return true;
}

void ProgramBuilder::noteNeeds(Function function) {
    Needs& needs = m_program->needs;
    switch (function) {
    case Function::Json:
        needs.json = true;
        [[fallthrough]];
    case Function::Capture:
    case Function::Between:
        needs.body = true;
        needs.response = true;
        return;
    case Function::Header:
        needs.headers = true;
        needs.response = true;
        return;
    case Function::Cookie:
        needs.cookies = true;
        needs.response = true;
        return;
    case Function::Random:
    case Function::RandomInt:
    case Function::OneOf:
    case Function::Uuid:
        needs.random = true;
        return;
    default:
        return;
    }
}

void ProgramBuilder::checkLiterals(Node& node, const FunctionInfo& function,
                                   std::span<const NodeIndex> arguments) {
    // An argument that had a problem itself stands as undefined.
    if (std::ranges::any_of(arguments, [&](NodeIndex argument) { return isUndefined(argument); })) {
        return;
    }
    switch (function.function) {
    case Function::Json:
    case Function::Matches:
    case Function::Capture: {
        const NodeIndex literal = arguments[function.function == Function::Matches ? 1 : 0];
        if (!m_program->isConstant(literal) || !m_program->constant(literal).isString()) {
            report(ProblemKind::ArgumentNotLiteral, placeOf(literal), function.name);
        } else if (function.function == Function::Json) {
            compilePath(node, literal);
        } else {
            compilePattern(node, literal);
            checkGroup(node, function, arguments);
        }
        return;
    }
    case Function::Hmac:
        checkAlgorithm(function, arguments[0]);
        return;
    case Function::Fixed:
        checkDigits(function, arguments[1]);
        return;
    case Function::Random:
    case Function::RandomInt:
        checkRange(function, arguments);
        return;
    default:
        return;
    }
}

bool ProgramBuilder::isUndefined(NodeIndex node) const {
    return m_program->isConstant(node) && m_program->constant(node).isUndefined();
}

void ProgramBuilder::compilePath(Node& node, NodeIndex argument) {
    const std::string_view text = m_program->constant(argument).asString();
    auto path = JsonPath::parse(text);
    if (path) {
        node.third = static_cast<std::uint32_t>(m_program->paths.size());
        m_program->paths.push_back(std::move(*path));
        return;
    }
    // Behind the quote, where the literal has no escape before that; else somewhere in the literal.
    const Place literal = placeOf(argument);
    const auto inside =
        static_cast<std::uint32_t>(std::min<std::size_t>(path.error() + 1, literal.length - 1));
    report(ProblemKind::BadJsonPath, {literal.offset + inside, 1}, text);
}

void ProgramBuilder::compilePattern(Node& node, NodeIndex argument) {
    if (m_program->patterns.size() == kMaxPatterns) {
        report(ProblemKind::TooManyPatterns, placeOf(argument));
        return;
    }
    auto pattern = Pattern::compile(m_program->constant(argument).asString());
    if (!pattern) {
        report(ProblemKind::BadPattern, placeOf(argument), pattern.error());
        return;
    }
    node.third = static_cast<std::uint32_t>(m_program->patterns.size());
    m_program->patterns.push_back(std::move(*pattern));
}

void ProgramBuilder::checkGroup(const Node& node, const FunctionInfo& function,
                                std::span<const NodeIndex> arguments) {
    const bool known = m_problems.empty() && function.function == Function::Capture &&
                       arguments.size() == 2 && m_program->isConstant(arguments[1]);
    if (!known) {
        return;
    }
    const Value& group = m_program->constant(arguments[1]);
    const int most = std::min(m_program->patterns[node.third].groupCount(), Pattern::kMaxGroup);
    const double number = group.asNumber();
    if (!group.isNumber() || !(number >= 0 && number <= most) || number != std::trunc(number)) {
        report(ProblemKind::BadArgument, placeOf(arguments[1]), function.name);
    }
}

void ProgramBuilder::checkAlgorithm(const FunctionInfo& function, NodeIndex argument) {
    if (m_program->isConstant(argument) && !hashAlgorithm(m_program->constant(argument).asString())) {
        report(ProblemKind::BadArgument, placeOf(argument), function.name);
    }
}

void ProgramBuilder::checkDigits(const FunctionInfo& function, NodeIndex argument) {
    if (!m_program->isConstant(argument) || !m_program->constant(argument).isNumber()) {
        return;
    }
    const double digits = m_program->constant(argument).asNumber();
    if (digits <= -1 || digits >= 101) {
        report(ProblemKind::BadArgument, placeOf(argument), function.name);
    }
}

void ProgramBuilder::checkRange(const FunctionInfo& function, std::span<const NodeIndex> arguments) {
    const auto isNumber = [&](NodeIndex node) {
        return m_program->isConstant(node) && m_program->constant(node).isNumber();
    };
    if (!isNumber(arguments[0]) || !isNumber(arguments[1])) {
        return;
    }
    const double from = m_program->constant(arguments[0]).asNumber();
    const double to = m_program->constant(arguments[1]).asNumber();
    const bool whole = function.function == Function::RandomInt;
    if (whole ? !(std::ceil(from) <= std::floor(to)) : !(from <= to)) {
        report(ProblemKind::BadArgument, placeOf(arguments[1]), function.name);
    }
}

} // namespace bw::expr
