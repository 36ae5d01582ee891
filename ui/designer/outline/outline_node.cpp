#include "ui/designer/outline/outline_node.h"

#include <algorithm>

namespace bw::designer {

bool isPlaceWithin(std::string_view inner, std::string_view outer) {
    return inner.starts_with(outer) && (inner.size() == outer.size() || outer.empty() ||
                                        inner[outer.size()] == '.' || inner[outer.size()] == '[');
}

const std::string& OutlineNode::place() const {
    static const std::string kNone;
    return places.empty() ? kNone : places.front();
}

bool OutlineNode::holds(const std::string& place) const {
    return std::ranges::any_of(places, [&](const std::string& one) { return isPlaceWithin(place, one); });
}

OutlineNode& OutlineNode::add(NodeKind childKind, const QString& childLabel,
                              std::vector<std::string> childPlaces) {
    auto child = std::make_unique<OutlineNode>();
    child->kind = childKind;
    child->label = childLabel;
    child->places = std::move(childPlaces);
    child->parent = this;
    child->row = static_cast<int>(children.size());
    children.push_back(std::move(child));
    return *children.back();
}

void OutlineNode::mark(const testplan::Problem& problem) {
    const auto isWorse = [&](const std::optional<testplan::Severity>& than) {
        return !than ||
               (problem.severity == testplan::Severity::Error && *than == testplan::Severity::Warning);
    };
    for (const auto& child : children) {
        if (child->holds(problem.place)) {
            if (isWorse(child->trouble)) {
                child->trouble = problem.severity;
            }
            child->mark(problem);
            return;
        }
    }
}

} // namespace bw::designer
