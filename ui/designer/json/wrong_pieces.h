#pragma once

#include "core/testplan/problem.h"

#include <QList>
#include <QString>

#include <string>

namespace bw::designer {

// A piece of a text, in QString's units.
struct TextPiece {
    int from = 0;
    int length = 0;
    friend bool operator==(const TextPiece&, const TextPiece&) = default;
};

// The pieces of a JSON text that the problems are about, as many as one looks at. `place` is where the text
// stands in the plan; empty: it is the whole plan.
[[nodiscard]] QList<TextPiece>
wrongPieces(const QString& text, const std::vector<testplan::Problem>& problems, const std::string& place);

} // namespace bw::designer
