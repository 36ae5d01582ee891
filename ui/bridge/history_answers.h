#pragma once

#include "core/history/baseline.h"
#include "core/report/regression_model.h"
#include "core/report/trend_model.h"

#include <QMetaType>

#include <map>
#include <memory>
#include <string>
#include <vector>

// What HistoryService is asked and answers, as far as it has no header of its own.
namespace bw::bridge {

using RegressionPtr = std::shared_ptr<const report::RegressionModel>;
using TrendPtr = std::shared_ptr<const report::TrendModel>;

// Not the run itself but the last good ones each time (0: the run), and how far figures may move.
struct BaselineChoice {
    int goodRuns = 0;
    std::map<std::string, double> tolerances; // by metric, as Baseline's
};
using RunIds = std::vector<history::RunId>;

} // namespace bw::bridge

Q_DECLARE_METATYPE(bw::bridge::RegressionPtr)
Q_DECLARE_METATYPE(bw::bridge::TrendPtr)
