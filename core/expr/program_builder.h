#pragma once

#include "core/expr/problem.h"
#include "core/expr/program.h"
#include "core/expr/scope.h"
#include "core/expr/scratch.h"

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace bw::expr {

// A stretch of the source.
struct Place {
    std::uint32_t offset = 0;
    std::uint32_t length = 0;
};

// Makes a Program node by node: resolves names, checks calls, folds constants, and notes every problem. After
// a problem it goes on (with undefined in the place), so that all are found; the program is good only when
// there was none.
class ProgramBuilder {
public:
    // Both must outlive the builder.
    ProgramBuilder(std::string_view source, const Scope& scope);

    NodeIndex constant(Place place, Value value);
    // Names joined by dots: `status`, `feed.users.name`.
    NodeIndex name(Place place, std::span<const std::string_view> parts);
    NodeIndex unary(Op op, Place place, NodeIndex operand);
    NodeIndex binary(Op op, NodeIndex left, NodeIndex right);
    NodeIndex choose(NodeIndex condition, NodeIndex yes, NodeIndex no);
    NodeIndex call(Place place, Place nameAt, const std::vector<NodeIndex>& arguments);

    void addRoot(NodeIndex node) { m_program->roots.push_back(node); }
    void report(Problem problem);
    void report(ProblemKind kind, Place place, std::string_view subject = {},
                std::string_view suggestion = {});

    void widen(NodeIndex node, Place place);
    [[nodiscard]] Place placeOf(NodeIndex node) const;
    [[nodiscard]] const std::vector<Problem>& problems() const { return m_problems; }
    [[nodiscard]] const Program& program() const { return *m_program; }
    // In the order of their places.
    [[nodiscard]] std::vector<Problem> takeProblems();
    [[nodiscard]] std::shared_ptr<const Program> takeProgram();

private:
    NodeIndex add(Node node, Place place, std::span<const NodeIndex> children);
    NodeIndex fold(NodeIndex index, std::span<const NodeIndex> children);
    NodeIndex plainName(Place place, std::string_view name);
    NodeIndex feedCell(Place place, std::string_view feed, std::string_view column);
    NodeIndex secret(Place place, std::string_view name);
    NodeIndex nothing(Place place) { return constant(place, {}); }
    void unknownName(Place place, std::string_view name);
    bool checkCount(const FunctionInfo& function, Place place, std::size_t count);
    void checkLiterals(Node& node, const FunctionInfo& function, std::span<const NodeIndex> arguments);
    void compilePath(Node& node, NodeIndex argument);
    void compilePattern(Node& node, NodeIndex argument);
    void checkGroup(const Node& node, const FunctionInfo& function, std::span<const NodeIndex> arguments);
    void checkRange(const FunctionInfo& function, std::span<const NodeIndex> arguments);
    void checkAlgorithm(const FunctionInfo& function, NodeIndex argument);
    void checkDigits(const FunctionInfo& function, NodeIndex argument);
    void noteNeeds(Function function);
    [[nodiscard]] bool isUndefined(NodeIndex node) const;
    [[nodiscard]] bool isFoldable(NodeIndex node) const;
    [[nodiscard]] std::string_view sourceAt(Place place) const {
        return m_source.substr(place.offset, place.length);
    }

    std::string_view m_source;
    const Scope& m_scope;
    std::shared_ptr<Program> m_program;
    std::vector<int> m_depths; // by node
    std::vector<Problem> m_problems;
    Scratch m_scratch; // for folding
    bool m_tooDeep = false;
};

} // namespace bw::expr
