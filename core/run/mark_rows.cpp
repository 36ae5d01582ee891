#include "core/run/mark_rows.h"

#include "core/run/pauses.h"

#include <algorithm>

namespace bw::run {
namespace {

report::MarkKind kindOf(const history::MarkRecord& mark) {
    if (mark.kind == "note") {
        return report::MarkKind::Note;
    }
    // Run time stands still while the computer sleeps: neighbours on the axis were hours apart. A clock that
    // was set changes nothing about it.
    return mark.kind == "suspend" ? report::MarkKind::Gap : report::MarkKind::Happening;
}

} // namespace

std::vector<report::MarkRow> markRows(std::span<const history::MarkRecord> marks, Duration end) {
    std::vector<report::MarkRow> rows;
    for (const history::MarkRecord& mark : marks) {
        if (mark.kind != "pause" && mark.kind != "resume") {
            rows.push_back({mark, kindOf(mark), Duration::zero()});
        }
    }
    for (const Pauses::Span& pause : Pauses(marks).spans()) {
        const Duration until = std::max(pause.begin, pause.end.value_or(end));
        rows.push_back({{pause.begin, "pause", {}}, report::MarkKind::Pause, until - pause.begin});
    }
    std::ranges::sort(rows, {}, [](const report::MarkRow& row) { return row.record.at; });
    return rows;
}

} // namespace bw::run
