#pragma once

#include "core/report/moments.h"
#include "core/report/report_model.h"

namespace bw::report {

// Seconds that each of two neighbours stands for.
struct JoinedWidths {
    double before = 1;
    double next = 1;
};

// One moment over the time of both neighbours: rates are averaged, of percentiles, users and what is used the
// higher one stays; what only one of them has stays as it is.
void join(RequestMoment& moment, const RequestMoment& next, JoinedWidths widths);
void join(ProcessMoment& moment, const ProcessMoment& next, JoinedWidths widths);
void join(FailureMoment& moment, const FailureMoment& next, JoinedWidths widths);
void join(SecondRow& row, const SecondRow& next);

} // namespace bw::report
