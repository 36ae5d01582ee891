#pragma once

#include "core/testplan/object_reader.h"
#include "core/testplan/test_plan.h"

// From JSON values to the plan's own, one function a part. Each reports what has the wrong shape and goes on;
// a list's element that cannot be read stays in the list, so that later places count right.
namespace bw::testplan {

[[nodiscard]] TestPlan readPlan(ProblemLog& log, const JsonValue& document);

void readHttpDefaults(ProblemLog& log, const JsonValue& value, const Place& place, HttpDefaults& into);
void readSteps(ProblemLog& log, const JsonValue& value, const Place& place, Steps& into);
void readHttpStep(ObjectReader& reader, HttpStep& into);
void readWebSocketStep(ObjectReader& reader, WebSocketStep& into);
[[nodiscard]] Scenario readScenario(ProblemLog& log, const JsonMember& member, const Place& place);
[[nodiscard]] ThresholdGroup readThresholds(ProblemLog& log, const JsonMember& member, const Place& place);
[[nodiscard]] BudgetSpec readBudget(ProblemLog& log, const JsonValue& value, const Place& place);
void readBudgetRows(ObjectReader& reader, std::vector<BudgetRow>& into);

// False, and a problem, when the document's "bellwether" is missing or not ours.
[[nodiscard]] bool readVersion(ProblemLog& log, const JsonValue& document);

// Two members of one name anywhere in a document.
void reportDuplicateKeys(ProblemLog& log, const JsonValue& value, const Place& place);

// Of several keys exactly one, or at most one, may stand: the one that does, or empty.
[[nodiscard]] std::string_view oneOf(ObjectReader& reader, std::span<const std::string_view> keys,
                                     Presence presence);

} // namespace bw::testplan
