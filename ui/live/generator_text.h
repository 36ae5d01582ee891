#pragma once

#include "ui/bridge/run_picture.h"

#include <QString>

// The load generator's own health in words: whether what is measured is the target's, or its own.
namespace bw::live {

// The processor's share now, or of a run that is over at the most, in cores; empty when it is not known.
[[nodiscard]] QString generatorShare(const bridge::RunPicture& picture);
// "healthy · busiest worker 34 % · 0.1 ms late · 38 MB"
[[nodiscard]] QString generatorNote(const bridge::RunPicture& picture);
// For the status bar; empty before the first second.
[[nodiscard]] QString generatorLine(const bridge::RunPicture& picture);
// Each worker, lateness and memory, a line each.
[[nodiscard]] QString generatorDetails(const bridge::RunPicture& picture);
// Why the figures may be the generator's own, and the way out; empty while there is no doubt, and of a run
// that goes on until a worker was full for some seconds.
[[nodiscard]] QString generatorWarning(const bridge::RunPicture& picture);
// It is in doubt, or a worker is full at this moment.
[[nodiscard]] bool isGeneratorStrained(const bridge::RunPicture& picture);

} // namespace bw::live
