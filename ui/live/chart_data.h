#pragma once

#include "ui/bridge/run_picture.h"
#include "ui/charts/curve.h"

#include <QString>

#include <cstdint>

// What the charts of a run draw, out of its picture. Pure functions. A `request` is one of the picture's, and
// nullptr means all of them together.
namespace bw::live {

// What of the watched processes is drawn: two figures that belong together.
enum class ProcessFigures : std::uint8_t { Use, Handles, Network };

enum class Layer : std::uint8_t { Hidden, Shown };
struct LatencyLayers {
    Layer heat = Layer::Shown; // under the curves; there is none of a single request
    Layer service = Layer::Hidden;
};

// Whether a request has curves of its own.
[[nodiscard]] bool hasCurves(const bridge::RunPicture& picture, const report::RequestRow& request);

[[nodiscard]] charts::ChartData throughputData(const bridge::RunPicture& picture,
                                               const report::RequestRow* request);
[[nodiscard]] charts::ChartData latencyData(const bridge::RunPicturePtr& picture,
                                            const report::RequestRow* request, const LatencyLayers& layers);
[[nodiscard]] charts::ChartData sessionsData(const bridge::RunPicture& picture);
[[nodiscard]] charts::ChartData messageLatencyData(const bridge::RunPicture& picture);
[[nodiscard]] charts::ChartData vusData(const bridge::RunPicture& picture);
// How late iterations of open models began.
[[nodiscard]] charts::ChartData startDelayData(const bridge::RunPicture& picture);
[[nodiscard]] charts::ChartData processesData(const bridge::RunPicture& picture, ProcessFigures figures);
[[nodiscard]] charts::ChartData errorsData(const bridge::RunPicture& picture);
[[nodiscard]] charts::ChartData checksData(const bridge::RunPicture& picture);
[[nodiscard]] charts::ChartData bytesData(const bridge::RunPicture& picture);
[[nodiscard]] charts::ChartData generatorData(const bridge::RunPicture& picture);

} // namespace bw::live
