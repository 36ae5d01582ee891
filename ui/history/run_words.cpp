#include "ui/history/run_words.h"

#include "ui/format/verdict_text.h"

#include <QCoreApplication>

namespace bw::history_view {
namespace {

class RunWords {
    Q_DECLARE_TR_FUNCTIONS(history)
};

RunWord judged(const history::RunSummary& run) {
    switch (run.verdict) {
    case history::RunVerdict::Pass:
        return {format::outcomeWord(verdict::Outcome::Pass), QStringLiteral("pass"), theme::Ink::Good, 4};
    case history::RunVerdict::Fail:
        return {format::outcomeWord(verdict::Outcome::Fail), QStringLiteral("fail"), theme::Ink::Bad, 0};
    case history::RunVerdict::Inconclusive:
        return {format::outcomeWord(verdict::Outcome::Inconclusive), QStringLiteral("inconclusive"),
                theme::Ink::Warning, 1};
    case history::RunVerdict::None:
        break;
    }
    return {RunWords::tr("No verdict"), QStringLiteral("info"), theme::Ink::Muted, 3};
}

} // namespace

RunWord wordOf(const history::RunSummary& run) {
    RunWord word = judged(run);
    switch (run.state) {
    case history::RunState::Running:
        return {RunWords::tr("Running"), QStringLiteral("play"), theme::Ink::Accent, 2};
    case history::RunState::Interrupted:
        word.word = run.verdict == history::RunVerdict::None
                        ? RunWords::tr("Interrupted")
                        : RunWords::tr("%1, stopped early").arg(word.word);
        return word;
    case history::RunState::Aborted:
        word.word = run.verdict == history::RunVerdict::None ? RunWords::tr("Aborted")
                                                             : RunWords::tr("%1, aborted").arg(word.word);
        return word;
    case history::RunState::Finished:
        break;
    }
    return word;
}

} // namespace bw::history_view
