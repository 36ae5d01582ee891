#include "core/testplan/step_text.h"

#include "core/testplan/json_emitter.h"
#include "core/testplan/json_value.h"
#include "core/testplan/plan_reader.h"
#include "core/testplan/plan_writer.h"
#include "core/testplan/read_document.h"

namespace bw::testplan {

std::string writeStepText(const Steps& steps) {
    JsonEmitter out;
    writeSteps(out, steps);
    return out.take() + '\n';
}

StepTextOutcome parseStepText(std::string_view text) {
    StepTextOutcome outcome;
    auto document = readDocument(text);
    if (!document) {
        outcome.problems.push_back(document.error());
        return outcome;
    }
    const JsonValue list =
        document->is(JsonKind::Object) ? JsonValue::array({*document}) : std::move(*document);
    ProblemLog log;
    reportDuplicateKeys(log, list, Place());
    Steps steps;
    readSteps(log, list, Place(), steps);
    outcome.problems = log.take();
    if (outcome.problems.empty()) {
        outcome.steps = std::move(steps);
    }
    return outcome;
}

} // namespace bw::testplan
