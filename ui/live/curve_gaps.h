#pragma once

#include "ui/bridge/run_picture.h"
#include "ui/charts/curve.h"

#include <vector>

// Where nothing is known of a run, no line may lead across; pure functions.
namespace bw::live {

// Seconds of run time, ascending: where rows do not adjoin, and where the run stood still.
[[nodiscard]] std::vector<double> gapsOf(const bridge::RunPicture& picture);

// Precondition: the gaps ascend.
void partCurves(std::vector<charts::Curve>& curves, const std::vector<double>& gaps);

} // namespace bw::live
