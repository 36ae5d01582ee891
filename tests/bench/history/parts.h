#pragma once

#include "core/history/history_store.h"
#include "tests/bench/history/paint_watch.h"

#include <string>

namespace bw::bench {

// What each needs: the application, and a folder in which the generated histories stay.
struct Setting {
    PaintWatch& application;
    std::string folder;
    int rounds = 15;
};

// Each measures and prints what came of it.
void measureList(const Setting& setting);    // many runs, until the first rows are shown; then filtered
void measureOpening(const Setting& setting); // a day, until its charts stand
void measureWindows(const Setting& setting); // percentiles of any window of that day
void measureSize(const Setting& setting);    // bytes for a series and second
void measureWriter(const Setting& setting);  // its processor time, and how long the run waits for it

} // namespace bw::bench
