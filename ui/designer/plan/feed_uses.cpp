#include "ui/designer/plan/feed_uses.h"

#include "core/testplan/step_text.h"
#include "core/testplan/step_walk.h"
#include "ui/designer/flow/step_words.h"

namespace bw::designer {
namespace {

bool isNameCharacter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
}

// As a whole name: feed.users.id is not feed.users.id2.
bool names(const std::string& text, const std::string& name) {
    for (std::size_t at = text.find(name); at != std::string::npos; at = text.find(name, at + 1)) {
        const std::size_t end = at + name.size();
        const bool begins = at == 0 || !isNameCharacter(text[at - 1]);
        if (begins && (end == text.size() || !isNameCharacter(text[end]))) {
            return true;
        }
    }
    return false;
}

} // namespace

QStringList usesOfColumn(const testplan::TestPlan& plan, std::string_view feed, std::string_view column) {
    const std::string name = "feed." + std::string(feed) + '.' + std::string(column);
    QStringList steps;
    testplan::forEachStep(plan, [&](const testplan::Step& step) {
        testplan::Step alone = step; // what is inside it speaks for itself
        std::visit(
            [](auto& kind) {
                if constexpr (requires { kind.thenSteps; }) {
                    kind.thenSteps.clear();
                    kind.elseSteps.clear();
                } else if constexpr (requires { kind.choices; }) {
                    kind.choices.clear();
                } else if constexpr (requires { kind.steps; }) {
                    kind.steps.clear();
                }
            },
            alone.kind);
        const QString label = stepLabel(step);
        if (names(testplan::writeStepText({alone}), name) && !steps.contains(label)) {
            steps << label;
        }
    });
    return steps;
}

} // namespace bw::designer
