#include "core/expr/program_builder.h"

#include "core/base/nearest.h"
#include "core/expr/evaluation.h"

#include <algorithm>
#include <array>

namespace bw::expr {
namespace {

// Beyond this the source is no expression that somebody mistyped.
constexpr std::size_t kMaxProblems = 1000;

// A folded text longer than this stays an expression, so that a short source makes no large program.
constexpr std::size_t kMaxFolded = 64 * 1024;

std::string joined(std::span<const std::string_view> parts) {
    std::string text(parts.front());
    for (const std::string_view part : parts.subspan(1)) {
        text += '.';
        text += part;
    }
    return text;
}

bool isPure(Function function) {
    switch (function) {
    case Function::Random:
    case Function::RandomInt:
    case Function::OneOf:
    case Function::Uuid:
    case Function::Json:
    case Function::Header:
    case Function::Cookie:
    case Function::Capture:
    case Function::Between:
        return false;
    default:
        return true;
    }
}

} // namespace

ProgramBuilder::ProgramBuilder(std::string_view source, const Scope& scope)
    : m_source(source)
    , m_scope(scope)
    , m_program(std::make_shared<Program>()) {
    m_program->source = source;
}

void ProgramBuilder::report(Problem problem) {
    if (m_problems.size() < kMaxProblems) {
        m_problems.push_back(std::move(problem));
    }
}

void ProgramBuilder::report(ProblemKind kind, Place place, std::string_view subject,
                            std::string_view suggestion) {
    Problem problem;
    problem.kind = kind;
    problem.offset = place.offset;
    problem.length = place.length;
    problem.subject = subject;
    problem.suggestion = suggestion;
    report(std::move(problem));
}

Place ProgramBuilder::placeOf(NodeIndex node) const {
    return {m_program->nodes[node].offset, m_program->nodes[node].length};
}

void ProgramBuilder::widen(NodeIndex node, Place place) {
    m_program->nodes[node].offset = place.offset;
    m_program->nodes[node].length = place.length;
}

NodeIndex ProgramBuilder::add(Node node, Place place, std::span<const NodeIndex> children) {
    int depth = 0;
    for (const NodeIndex child : children) {
        depth = std::max(depth, m_depths[child]);
    }
    if (depth >= kMaxDepth && !m_tooDeep) {
        m_tooDeep = true;
        report(ProblemKind::TooDeep, place);
    }
    node.offset = place.offset;
    node.length = place.length;
    m_program->nodes.push_back(node);
    m_depths.push_back(depth + 1);
    const auto index = static_cast<NodeIndex>(m_program->nodes.size() - 1);
    const bool constantChildren =
        std::ranges::all_of(children, [&](NodeIndex child) { return m_program->isConstant(child); });
    return constantChildren && isFoldable(index) ? fold(index, children) : index;
}

bool ProgramBuilder::isFoldable(NodeIndex index) const {
    const Node& node = m_program->nodes[index];
    if (!m_problems.empty() || node.op <= Op::Secret || node.op == Op::JsonExists ||
        node.op == Op::JsonLength) {
        return false;
    }
    return node.op != Op::Call || isPure(static_cast<Function>(node.code));
}

// Makes the newest node the constant it will always be, in the place of its children, which were all made
// just before it and are constants themselves. One that fails stays: the failure belongs to the run.
NodeIndex ProgramBuilder::fold(NodeIndex index, std::span<const NodeIndex> children) {
    Random unused(0);
    Context context(m_scratch, unused);
    Evaluation evaluation(*m_program, context);
    const Operand operand = evaluation.evaluate(index);
    if (evaluation.failed() || operand.text.size() > kMaxFolded) {
        return index;
    }
    Value value = toValue(operand);
    Node node = m_program->nodes[index];
    const NodeIndex first = *std::ranges::min_element(children);
    const std::uint32_t slot = m_program->nodes[first].first;
    m_program->constants.resize(slot);
    m_program->constants.push_back(std::move(value));
    m_program->nodes.resize(first);
    m_depths.resize(first);
    node.op = Op::Constant;
    node.first = slot;
    m_program->nodes.push_back(node);
    m_depths.push_back(1);
    return first;
}

NodeIndex ProgramBuilder::constant(Place place, Value value) {
    m_program->constants.push_back(std::move(value));
    Node node;
    node.first = static_cast<std::uint32_t>(m_program->constants.size() - 1);
    return add(node, place, {});
}

NodeIndex ProgramBuilder::unary(Op op, Place place, NodeIndex operand) {
    Node node;
    node.op = op;
    node.first = operand;
    return add(node, place, std::array{operand});
}

NodeIndex ProgramBuilder::binary(Op op, NodeIndex left, NodeIndex right) {
    Node node;
    node.op = op;
    node.first = left;
    node.second = right;
    const Place from = placeOf(left);
    const Place to = placeOf(right);
    return add(node, {from.offset, to.offset + to.length - from.offset}, std::array{left, right});
}

NodeIndex ProgramBuilder::choose(NodeIndex condition, NodeIndex yes, NodeIndex no) {
    Node node;
    node.op = Op::Choose;
    node.first = condition;
    node.second = yes;
    node.third = no;
    const Place from = placeOf(condition);
    const Place to = placeOf(no);
    return add(node, {from.offset, to.offset + to.length - from.offset}, std::array{condition, yes, no});
}

NodeIndex ProgramBuilder::name(Place place, std::span<const std::string_view> parts) {
    if (parts.size() == 1) {
        return plainName(place, parts[0]);
    }
    if (parts.size() == 2 && parts[0] == "secret") {
        return secret(place, parts[1]);
    }
    if (parts[0] == "feed" && parts.size() <= 3) {
        return feedCell(place, parts[1], parts.size() == 3 ? parts[2] : std::string_view());
    }
    constexpr std::array<std::string_view, 2> kSpaces = {"feed", "secret"};
    std::string suggestion(nearest(parts[0], kSpaces));
    const std::size_t expected = suggestion == "feed" ? 3 : 2;
    if (!suggestion.empty() && suggestion != parts[0] && parts.size() == expected) {
        suggestion += "." + joined(parts.subspan(1));
    } else {
        suggestion.clear();
    }
    report(ProblemKind::UnknownName, place, joined(parts), suggestion);
    return nothing(place);
}

NodeIndex ProgramBuilder::plainName(Place place, std::string_view name) {
    Node node;
    if (const auto builtin = Scope::builtin(name)) {
        node.op = Op::Builtin;
        node.code = static_cast<std::uint8_t>(*builtin);
        m_program->needs.response |= *builtin <= Builtin::Error;
        m_program->needs.body |= *builtin == Builtin::Body;
        m_program->needs.now |= *builtin == Builtin::Now;
        return add(node, place, {});
    }
    if (const auto slot = m_scope.variable(name)) {
        node.op = Op::Slot;
        node.first = slot->value;
        m_program->needs.slots.push_back(*slot);
        return add(node, place, {});
    }
    unknownName(place, name);
    return nothing(place);
}

void ProgramBuilder::unknownName(Place place, std::string_view name) {
    if (name == "undefined") {
        report(ProblemKind::UnknownName, place, name, "exists(x)");
        return;
    }
    if (const FunctionInfo* function = findFunction(name)) {
        const std::string call = std::string(name) + "(" + std::string(function->parameters) + ")";
        report(ProblemKind::UnknownName, place, name, call);
        return;
    }
    std::vector<std::string_view> candidates = {"true", "false", "null"};
    for (std::size_t i = 0; i < kBuiltinCount; ++i) {
        candidates.push_back(builtinName(static_cast<Builtin>(i)));
    }
    candidates.insert(candidates.end(), m_scope.variables().begin(), m_scope.variables().end());
    report(ProblemKind::UnknownName, place, name, nearest(name, candidates));
}

NodeIndex ProgramBuilder::feedCell(Place place, std::string_view feed, std::string_view column) {
    const auto id = m_scope.feed(feed);
    if (!id) {
        report(ProblemKind::UnknownFeed, place, feed, nearest(feed, m_scope.feeds()));
        return nothing(place);
    }
    const auto number = column.empty() ? std::nullopt : m_scope.column(*id, column);
    if (!number) {
        const auto& columns = m_scope.columns(*id);
        const bool first = column.empty() && !columns.empty();
        report(ProblemKind::UnknownColumn, place, std::string(feed) + "." + std::string(column),
               first ? std::string_view(columns.front()) : nearest(column, columns));
        return nothing(place);
    }
    Node node;
    node.op = Op::Cell;
    node.first = id->value;
    node.second = *number;
    m_program->needs.feeds.push_back(*id);
    return add(node, place, {});
}

NodeIndex ProgramBuilder::secret(Place place, std::string_view name) {
    const auto id = m_scope.secret(name);
    if (!id) {
        report(ProblemKind::UnknownSecret, place, name, nearest(name, m_scope.secrets()));
        return nothing(place);
    }
    Node node;
    node.op = Op::Secret;
    node.first = id->value;
    m_program->needs.secrets.push_back(*id);
    return add(node, place, {});
}

std::vector<Problem> ProgramBuilder::takeProblems() {
    std::ranges::sort(m_problems, {},
                      [](const Problem& problem) { return std::pair(problem.offset, problem.kind); });
    return std::move(m_problems);
}

std::shared_ptr<const Program> ProgramBuilder::takeProgram() {
    m_program->needs.merge({}); // sorts
    return std::move(m_program);
}

} // namespace bw::expr
