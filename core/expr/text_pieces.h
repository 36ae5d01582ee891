#pragma once

#include "core/base/result.h"
#include "core/expr/context.h"
#include "core/expr/problem.h"
#include "core/expr/program.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bw::expr {

class ProgramBuilder;

// One of the program's roots and the text before it.
struct Piece {
    std::string before;
    NodeIndex root = 0;
};

// A template taken apart: literal texts around the roots of a program. Immutable.
class TextPieces {
public:
    [[nodiscard]] static Result<std::shared_ptr<const TextPieces>, std::vector<Problem>>
    compile(std::string_view source, const Scope& scope);
    // One literal text.
    [[nodiscard]] static std::shared_ptr<const TextPieces> ofLiteral(std::string_view text);

    [[nodiscard]] const std::vector<Piece>& pieces() const { return m_pieces; }
    [[nodiscard]] std::string_view tail() const { return m_tail; } // the text behind the last root
    [[nodiscard]] const Program& program() const { return *m_program; }
    [[nodiscard]] std::string_view source() const { return m_source; }
    // The whole text is one ${…}; its root.
    [[nodiscard]] std::optional<NodeIndex> lone() const { return m_lone; }

private:
    void take(std::string_view source, ProgramBuilder& builder);
    void foldConstants();

    std::string m_source;
    std::shared_ptr<const Program> m_program;
    std::vector<Piece> m_pieces;
    std::string m_tail;
    std::optional<NodeIndex> m_lone;
};

} // namespace bw::expr
