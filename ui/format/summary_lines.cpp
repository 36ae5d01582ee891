#include "ui/format/summary_lines.h"

#include "ui/format/summary_value.h"
#include "ui/format/words.h"

#include <algorithm>
#include <variant>

namespace bw::format {
namespace {

using namespace Qt::StringLiterals;
using metrics::Builtin;
using report::MetricSum;

SummaryBlock blockOf(std::string_view name) {
    const auto builtin = metrics::findBuiltin(name);
    if (!builtin) {
        return SummaryBlock::Custom;
    }
    switch (*builtin) {
    case Builtin::Checks: // stands above
    case Builtin::GroupDuration:
    case Builtin::HttpReqBlocked:
    case Builtin::HttpReqLookingUp:
    case Builtin::HttpReqConnecting:
    case Builtin::HttpReqTlsHandshaking:
    case Builtin::HttpReqSending:
    case Builtin::HttpReqWaiting:
    case Builtin::HttpReqReceiving:
        return SummaryBlock::Hidden;
    case Builtin::DataSent:
    case Builtin::DataReceived:
        return SummaryBlock::Network;
    case Builtin::GeneratorCpu:
    case Builtin::GeneratorMemory:
    case Builtin::GeneratorLateness:
    case Builtin::WorkerBusy:
        return SummaryBlock::Generator;
    case Builtin::ProcessCpu:
    case Builtin::ProcessMemory:
    case Builtin::ProcessThreads:
    case Builtin::ProcessDescriptors:
    case Builtin::ProcessNetworkReceived:
    case Builtin::ProcessNetworkSent:
        return SummaryBlock::Target;
    default:
        break;
    }
    if (name.starts_with("http_")) {
        return SummaryBlock::Http;
    }
    if (name.starts_with("ws_")) {
        return SummaryBlock::WebSocket;
    }
    return name.starts_with("grpc_") ? SummaryBlock::Grpc : SummaryBlock::Execution;
}

// What is a share of a core or of a second, though its metric is a plain number.
bool isShare(std::string_view name) {
    const auto builtin = metrics::findBuiltin(name);
    return builtin == Builtin::GeneratorCpu || builtin == Builtin::WorkerBusy ||
           builtin == Builtin::ProcessCpu;
}

struct Columns {
    metrics::MetricKind kind;
    double seconds;
    bool isShare;

    QStringList operator()(const metrics::CounterValue& value) const {
        const double rate = seconds > 0 ? value.sum / seconds : 0;
        return {summaryFigure(value.sum, kind), summaryFigure(rate, kind) + u"/s"_s};
    }
    QStringList operator()(const metrics::GaugeValue& value) const {
        const auto figure = [&](double plain) {
            return isShare ? summaryShare(plain) : summaryFigure(plain, kind);
        };
        return {figure(value.last), u"min="_s + figure(value.min), u"max="_s + figure(value.max)};
    }
    QStringList operator()(const metrics::RateValue& value) const {
        return {summaryShare(value.share()), Words::tr("%1 out of %2").arg(value.trues).arg(value.total)};
    }
    QStringList operator()(const metrics::Histogram& value) const {
        const auto figure = [&](double scaled) { return summaryFigure(scaled / 1e6, kind); };
        return {u"avg="_s + figure(value.mean()),
                u"min="_s + figure(static_cast<double>(value.min())),
                u"med="_s + figure(value.percentile(0.5)),
                u"max="_s + figure(static_cast<double>(value.max())),
                u"p(90)="_s + figure(value.percentile(0.9)),
                u"p(95)="_s + figure(value.percentile(0.95)),
                u"p(99)="_s + figure(value.percentile(0.99))};
    }
};

// Trends stand in columns of their own, for theirs are many and wide.
void alignColumns(std::vector<SummaryLine>& lines, bool trends) {
    std::vector<qsizetype> widths;
    const auto concerns = [&](const SummaryLine& line) { return (line.columns.size() > 3) == trends; };
    for (const SummaryLine& line : lines) {
        if (concerns(line)) {
            widths.resize(std::max(widths.size(), static_cast<std::size_t>(line.columns.size())));
            for (qsizetype column = 0; column < line.columns.size(); ++column) {
                qsizetype& width = widths[static_cast<std::size_t>(column)];
                width = std::max(width, line.columns[column].size());
            }
        }
    }
    for (SummaryLine& line : lines) {
        for (qsizetype column = 0; concerns(line) && column + 1 < line.columns.size(); ++column) {
            line.columns[column] =
                line.columns[column].leftJustified(widths[static_cast<std::size_t>(column)]);
        }
    }
}

} // namespace

std::vector<SummaryLine> summaryLines(std::span<const MetricSum> sums, double seconds) {
    std::vector<SummaryLine> lines;
    for (const MetricSum& sum : sums) {
        const SummaryBlock block = blockOf(sum.name);
        if (block == SummaryBlock::Hidden) {
            continue;
        }
        const QString name = sum.isPart() ? u"  { "_s + plain(sum.tags) + u" }"_s : plain(sum.name);
        lines.push_back({.block = block,
                         .name = name,
                         .columns = std::visit(Columns{sum.kind, seconds, isShare(sum.name)}, sum.value)});
    }
    alignColumns(lines, true);
    alignColumns(lines, false);
    return lines;
}

} // namespace bw::format
