#include "core/testplan/parse.h"

#include "core/testplan/json_reader.h"
#include "core/testplan/plan_reader.h"
#include "core/testplan/read_document.h"
#include "core/testplan/validation.h"

namespace bw::testplan {

std::vector<Problem> validate(const TestPlan& plan) {
    Validation check(plan);
    validateData(check);
    validateFlows(check);
    validateScenarios(check);
    validateThresholds(check);
    const Place root;
    const Place budgets = root.member("budgets");
    for (std::size_t i = 0; i < plan.budgets.size(); ++i) {
        const Place place = budgets.item(i);
        if (plan.budgets[i].use.empty()) {
            check.notEmpty(place.member("name"), plan.budgets[i].name);
            validateBudgetRows(check, place.member("rows"), plan.budgets[i].rows);
        }
    }
    return check.log().take();
}

ParseOutcome parse(std::string_view text) {
    ParseOutcome outcome;
    const auto document = readDocument(text);
    if (!document) {
        outcome.problems.push_back(document.error());
        return outcome;
    }
    ProblemLog log;
    if (document->is(JsonKind::Object) && !readVersion(log, *document)) {
        outcome.problems = log.take();
    } else {
        reportDuplicateKeys(log, *document, Place());
        TestPlan plan = readPlan(log, *document);
        outcome.problems = log.take();
        if (document->is(JsonKind::Object)) {
            std::vector<Problem> deeper = validate(plan);
            dropConsequences(deeper, outcome.problems);
            const bool whole = outcome.problems.empty();
            append(outcome.problems, deeper);
            if (whole) {
                outcome.plan = std::move(plan);
            }
        }
    }
    locateProblems(outcome.problems, text, *document);
    return outcome;
}

} // namespace bw::testplan
