#include "core/report/session_rows.h"

#include "core/report/series_figures.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace bw::report {
namespace {

using metrics::Builtin;
using metrics::Histogram;

struct Sessions {
    double asked = 0;
    double refused = 0;
    double sent = 0;
    double received = 0;
    double lost = 0;
    Histogram connecting;
    Histogram latency;
    Histogram ping;
    std::map<std::pair<std::string, std::string>, std::uint64_t> endings; // close code, error
};

bool isOf(const metrics::Series& series, Builtin metric) {
    return series.metric == metrics::id(metric);
}

void add(std::map<std::string, Sessions>& all, const metrics::Series& series, double amount) {
    if (isOf(series, Builtin::WsSessions)) {
        Sessions& sessions = all[tagOf(series, "name")];
        sessions.asked += amount;
        sessions.refused += series.tags.find("error_code") != nullptr ? amount : 0;
    } else if (isOf(series, Builtin::WsMsgsSent)) {
        all[tagOf(series, "name")].sent += amount;
    } else if (isOf(series, Builtin::WsMsgsReceived)) {
        all[tagOf(series, "name")].received += amount;
    } else if (isOf(series, Builtin::WsMsgsLost)) {
        all[tagOf(series, "name")].lost += amount;
    }
}

void add(std::map<std::string, Sessions>& all, const metrics::Series& series, const Histogram& times) {
    if (isOf(series, Builtin::WsConnecting)) {
        all[tagOf(series, "name")].connecting.merge(times);
    } else if (isOf(series, Builtin::WsMsgLatency)) {
        all[tagOf(series, "name")].latency.merge(times);
    } else if (isOf(series, Builtin::WsPing)) {
        all[tagOf(series, "name")].ping.merge(times);
    } else if (isOf(series, Builtin::WsSessionDuration)) {
        all[tagOf(series, "name")].endings[{tagOf(series, "close_code"), tagOf(series, "error_code")}] +=
            times.count();
    }
}

SessionRow rowOf(const std::string& name, const Sessions& sessions, double seconds) {
    SessionRow row{.name = name,
                   .asked = wholeNumber(sessions.asked),
                   .refused = wholeNumber(sessions.refused),
                   .sent = wholeNumber(sessions.sent),
                   .received = wholeNumber(sessions.received),
                   .lost = wholeNumber(sessions.lost),
                   .receivedRate = seconds > 0 ? sessions.received / seconds : 0,
                   .connecting = timesOf(sessions.connecting),
                   .latency = timesOf(sessions.latency),
                   .ping = timesOf(sessions.ping),
                   .endings = {}};
    for (const auto& [reason, count] : sessions.endings) {
        row.endings.push_back({reason.first, reason.second, count});
    }
    std::ranges::sort(row.endings, [](const SessionEnding& a, const SessionEnding& b) {
        return std::tie(b.count, a.closeCode, a.error) < std::tie(a.count, b.closeCode, b.error);
    });
    return row;
}

} // namespace

std::vector<SessionRow> sessionRows(const metrics::Totals& totals, double seconds) {
    std::map<std::string, Sessions> all;
    for (std::uint32_t index = 0; index < totals.seriesCount(); ++index) {
        const metrics::SeriesId id{index};
        const metrics::SeriesValue& value = totals.value(id);
        if (const auto* counter = std::get_if<metrics::CounterValue>(&value)) {
            add(all, totals.series(id), counter->sum);
        } else if (const auto* times = std::get_if<Histogram>(&value)) {
            add(all, totals.series(id), *times);
        }
    }
    std::vector<SessionRow> rows;
    rows.reserve(all.size());
    for (const auto& [name, sessions] : all) {
        rows.push_back(rowOf(name, sessions, seconds));
    }
    return rows;
}

} // namespace bw::report
