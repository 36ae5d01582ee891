#pragma once

#include "tests/bench/window/turn_log.h"

#include <string>

namespace bw::bench {

// What each needs: the application, which notes its turns, and a folder in which the day's history stays.
struct Setting {
    TurnLog& application;
    std::string folder;
};

// Each measures and prints what came of it.
void measureLive(const Setting& setting);   // the tenth minute of a run, at its own pace
void measureHands(const Setting& setting);  // cross-hair, zoom and moving along in its charts
void measureDay(const Setting& setting);    // a stored day from all to one minute and back
void measureMemory(const Setting& setting); // a day of a live run, as fast as it goes

} // namespace bw::bench
