#pragma once

#include "core/report/regression_model.h"

#include <functional>

namespace bw::shell {

class NoticeArea;

// Says how a run that just ended stands beside its baseline, as loudly as it matters.
void showBaselineNotice(NoticeArea& notices, const report::RegressionModel& regression,
                        std::function<void()> compare);

} // namespace bw::shell
