#include "ui/bridge/run_marks.h"

#include "core/run/pauses.h"
#include "ui/format/mark_text.h"

#include <algorithm>

namespace bw::bridge {
namespace {

RunMark::Kind kindOf(const history::MarkRecord& mark) {
    if (mark.kind == "note") {
        return RunMark::Kind::Note;
    }
    // Run time stands still while the computer sleeps: neighbours on the axis were hours apart. A clock that
    // was set changes nothing about it.
    return mark.kind == "suspend" ? RunMark::Kind::Gap : RunMark::Kind::Happening;
}

} // namespace

std::vector<RunMark> marksOf(std::span<const history::MarkRecord> marks, Duration end) {
    std::vector<RunMark> shown;
    for (const history::MarkRecord& mark : marks) {
        if (mark.kind != "pause" && mark.kind != "resume") {
            shown.push_back({.at = mark.at, .text = format::markText(mark), .kind = kindOf(mark)});
        }
    }
    for (const run::Pauses::Span& pause : run::Pauses(marks).spans()) {
        const Duration until = std::max(pause.begin, pause.end.value_or(end));
        shown.push_back({.at = pause.begin,
                         .text = format::markText({pause.begin, "pause", {}}),
                         .kind = RunMark::Kind::Pause,
                         .length = until - pause.begin});
    }
    std::ranges::sort(shown, {}, &RunMark::at);
    return shown;
}

LogLevel levelOf(const history::MarkRecord& mark) {
    const bool isByHand =
        mark.kind == "pause" || mark.kind == "resume" || mark.kind == "load" || mark.kind == "note";
    return isByHand ? LogLevel::Info : LogLevel::Warning;
}

} // namespace bw::bridge
