// Any bytes as a plan: no crash, bounded work; a plan that reads is written, and what is written reads back
// as the same plan and the same bytes. Steps alone the same way.

#include "core/testplan/budget_file.h"
#include "core/testplan/parse.h"
#include "core/testplan/step_text.h"
#include "core/testplan/write.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace bw::testplan;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const ParseOutcome outcome = parse(text);
    if (!outcome.plan && outcome.problems.empty()) {
        std::abort();
    }
    if (outcome.plan) {
        const std::string written = write(*outcome.plan);
        const ParseOutcome again = parse(written);
        if (!again.plan || *again.plan != *outcome.plan || write(*again.plan) != written) {
            std::abort();
        }
    }
    const StepTextOutcome steps = parseStepText(text);
    if (!steps.steps && steps.problems.empty()) {
        std::abort();
    }
    if (steps.steps && parseStepText(writeStepText(*steps.steps)).steps != steps.steps) {
        std::abort();
    }
    (void)parseBudget(text);
    return 0;
}
