#include "ui/designer/json/wrong_pieces.h"

#include "core/testplan/place_position.h"
#include "core/testplan/read_document.h"
#include "ui/designer/outline/outline_node.h"

#include <algorithm>

namespace bw::designer {
namespace {

constexpr qsizetype kMostPieces = 100;

bool isPieceWithin(const testplan::Problem& problem, const std::string& place) {
    return problem.expression.has_value() && (place.empty() || isPlaceWithin(problem.place, place));
}

} // namespace

QList<TextPiece> wrongPieces(const QString& text, const std::vector<testplan::Problem>& problems,
                             const std::string& place) {
    QList<TextPiece> pieces;
    if (std::ranges::none_of(problems, [&](const auto& one) { return isPieceWithin(one, place); })) {
        return pieces; // the text need not be read
    }
    const std::string bytes = text.toStdString();
    const auto document = testplan::readDocument(bytes);
    if (!document) {
        return pieces;
    }
    for (testplan::Problem problem : problems) {
        if (!isPieceWithin(problem, place) || pieces.size() == kMostPieces) {
            continue;
        }
        problem.place.erase(0, place.size());
        if (const auto span = testplan::spanOfPiece(bytes, *document, problem)) {
            const auto units = [](std::string_view part) {
                return static_cast<int>(
                    QString::fromUtf8(part.data(), static_cast<qsizetype>(part.size())).size());
            };
            const std::string_view view = bytes;
            pieces.append({units(view.substr(0, span->from)), units(view.substr(span->from, span->length))});
        }
    }
    return pieces;
}

} // namespace bw::designer
