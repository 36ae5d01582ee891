#pragma once

#include "core/report/metric_sums.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <span>
#include <vector>

namespace bw::format {

// The blocks of metrics, in the order of the summary.
enum class SummaryBlock : std::uint8_t {
    Custom,
    Http,
    WebSocket,
    Grpc,
    Execution,
    Network,
    Target, // what watched processes use
    Generator,
    Hidden
};

struct SummaryLine {
    SummaryBlock block = SummaryBlock::Custom;
    QString name;        // a part: "  { name:login }"
    QStringList columns; // padded: all lines of the summary stand in columns
};

// The metrics as lines, in the order given; rates are over `seconds`. The phases of requests are hidden.
[[nodiscard]] std::vector<SummaryLine> summaryLines(std::span<const report::MetricSum> sums, double seconds);

} // namespace bw::format
