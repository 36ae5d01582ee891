#pragma once

#include "core/testplan/problem.h"

#include <QString>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace bw::designer {

enum class NodeKind : std::uint8_t {
    Root,
    Plan,
    Scenarios,
    Scenario,
    Flows,
    Flow,
    StepList, // before, after, then, else, a choice
    Step,
    Variables,
    Thresholds,
    Budgets,
    Budget,
    Feeds,
};

// One line of the outline. Places are the plan's: what stands at or under one of them belongs to the node;
// the first is the node's own.
struct OutlineNode {
    NodeKind kind = NodeKind::Root;
    QString label;
    QString badge;   // "GET", "think": the kind of a step
    QString details; // "2 checks"
    int count = -1;  // how many are inside; -1 says nothing
    int colour = -1; // a scenario's place in the fixed order of colours
    std::vector<std::string> places;
    std::optional<testplan::Severity> trouble; // the worst problem at or under its places
    bool isDisabled = false;                   // a step that is passed over
    std::string list;                          // where the list of steps stands that its children are in
    OutlineNode* parent = nullptr;
    int row = 0;
    std::vector<std::unique_ptr<OutlineNode>> children;

    [[nodiscard]] const std::string& place() const;
    // The place is this node's or under it.
    [[nodiscard]] bool holds(const std::string& place) const;
    OutlineNode& add(NodeKind kind, const QString& label, std::vector<std::string> places);
    // Puts the problem on the lines that lead to its place.
    void mark(const testplan::Problem& problem);
};

// `inner` is `outer` or a part of it: scenarios.a holds scenarios.a.stages[2].
[[nodiscard]] bool isPlaceWithin(std::string_view inner, std::string_view outer);

} // namespace bw::designer
