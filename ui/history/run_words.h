#pragma once

#include "core/history/run_record.h"
#include "ui/theme/icons.h"

#include <QString>

namespace bw::history_view {

// How a run ended, in one word, with its shape and colour: its verdict, or why it has none.
struct RunWord {
    QString word;
    QString icon;
    theme::Ink ink = theme::Ink::Muted;
    int weight = 0; // failures first
};

[[nodiscard]] RunWord wordOf(const history::RunSummary& run);

} // namespace bw::history_view
