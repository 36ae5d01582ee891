#include "core/run/stored_export.h"

#include "core/run/stored_points.h"
#include "core/run/stored_run.h"

#include <charconv>
#include <optional>
#include <string>

namespace bw::run {
namespace {

using history::HistoryResult;

std::string number(double value) {
    char digits[32];
    return {digits, std::to_chars(digits, digits + sizeof digits, value).ptr};
}

std::string number(const std::optional<double>& value) {
    return value ? number(*value) : std::string();
}

std::string csvLine(const report::SecondRow& row) {
    const auto time = [&](double report::Percentiles::* which) {
        return row.latency ? number((*row.latency).*which) : std::string();
    };
    using P = report::Percentiles;
    std::string line = std::to_string(row.second);
    for (const std::string& cell :
         {std::to_string(row.width), number(row.requests), number(row.failed), time(&P::p50), time(&P::p95),
          time(&P::p99), number(row.iterations), number(row.dropped), number(row.vus), number(row.vusMax),
          number(row.cpu), number(row.memory)}) {
        line += ',' + cell;
    }
    return line + '\n';
}

HistoryResult<void> writeCsv(const history::HistoryStore& store, history::RunId id,
                             const history::HistoryReader::Sink& sink) {
    const auto run = run::loadRun(store, id);
    if (!run) {
        return std::unexpected(run.error());
    }
    bool good = sink("second,width,requests_per_s,failed_per_s,p50_ms,p95_ms,p99_ms,iterations_per_s,"
                     "dropped_per_s,vus,vus_max,generator_cpu_cores,generator_memory_bytes\n");
    for (const report::SecondRow& row : run->model.seconds) {
        good = good && sink(csvLine(row));
    }
    if (!good) {
        return std::unexpected(
            history::HistoryError{history::HistoryErrorKind::Cancelled, store.path(), 0, {}});
    }
    return {};
}

} // namespace

history::HistoryResult<void> writeRun(const history::HistoryStore& store, history::RunId id,
                                      ExportFormat format, const history::HistoryReader::Sink& sink) {
    if (format == ExportFormat::Csv) {
        return writeCsv(store, id, sink);
    }
    if (format == ExportFormat::K6Json) {
        return writePoints(store, id, sink);
    }
    auto reader = store.reader();
    return reader ? reader->exportJson(id, sink)
                  : history::HistoryResult<void>(std::unexpected(std::move(reader.error())));
}

} // namespace bw::run
