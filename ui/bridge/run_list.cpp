#include "ui/bridge/run_list.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace bw::bridge {

namespace {

// What both clocks may differ by: whole seconds are kept, and the last ones go to the disk after the end.
constexpr Duration kClocksAgree = std::chrono::seconds(2);

} // namespace

// A clock that was set meanwhile, or a computer that slept, makes a run neither longer nor shorter.
Duration RunListEntry::duration() const {
    const Duration kept = std::chrono::seconds(run.seconds);
    const Duration passed =
        run.ended ? std::chrono::nanoseconds(run.ended->nanoseconds - run.started.nanoseconds) : kept;
    return std::chrono::abs(passed - kept) <= kClocksAgree ? passed : kept;
}

RunListEntry listEntryOf(history::RunSummary run) {
    const QJsonObject figures =
        QJsonDocument::fromJson(QByteArray::fromStdString(run.keyFiguresJson)).object();
    const auto figure = [&](const char* name) -> std::optional<double> {
        const QJsonValue value = figures.value(QLatin1String(name));
        return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
    };
    RunListEntry entry;
    entry.run = std::move(run);
    entry.requests = figure("requests");
    entry.rate = figure("rate");
    entry.failedShare = figure("failedShare");
    entry.p50 = figure("p50");
    entry.p95 = figure("p95");
    entry.p99 = figure("p99");
    return entry;
}

} // namespace bw::bridge
