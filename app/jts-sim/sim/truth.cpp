#include "app/jts-sim/sim/truth.h"

#include "app/jts-sim/sim/json_writer.h"

namespace bw::jts {

namespace {

constexpr std::array<std::string_view, categoryCount> names{
    "order_placement",  "order_cancellation",
    "order_query",      "risk_calculation",
    "risk_results",     "position_updates",
    "trading_history",  "real_time_prices",
    "historical_data",  "market_analysis",
    "authentication",   "profile_management",
    "settings_updates", "other",
};

void appendRow(JsonWriter& json, const TruthRow& row, Truth::Detail detail) {
    const FineHistogram& served = row.served;
    json.beginObject();
    json.integer("arrivals", static_cast<std::int64_t>(row.arrivals));
    json.integer("count", static_cast<std::int64_t>(served.count()));
    json.integer("errors4xx", static_cast<std::int64_t>(row.errors4xx));
    json.integer("errors5xx", static_cast<std::int64_t>(row.errors5xx));
    json.integer("broken", static_cast<std::int64_t>(row.broken));
    json.integer("hung", static_cast<std::int64_t>(row.hung));
    appendTimes(json, served);
    if (detail == Truth::Detail::Buckets) {
        json.key("buckets_ns").beginArray();
        for (const auto& bucket : served.buckets()) {
            json.beginArray().integer(bucket.low.count()).integer(bucket.high.count());
            json.integer(static_cast<std::int64_t>(bucket.count)).endArray();
        }
        json.endArray();
    }
    json.endObject();
}

} // namespace

void appendTimes(JsonWriter& json, const FineHistogram& times) {
    json.integer("min_ns", times.min().count());
    json.integer("max_ns", times.max().count());
    json.integer("sum_ns", times.sum().count());
    json.integer("p50_ns", times.percentile(0.5).count());
    json.integer("p90_ns", times.percentile(0.9).count());
    json.integer("p95_ns", times.percentile(0.95).count());
    json.integer("p99_ns", times.percentile(0.99).count());
    json.integer("p999_ns", times.percentile(0.999).count());
}

std::string_view categoryName(Category category) {
    return names[static_cast<std::size_t>(category)];
}

void TruthRow::add(const TruthRow& other) {
    arrivals += other.arrivals;
    errors4xx += other.errors4xx;
    errors5xx += other.errors5xx;
    broken += other.broken;
    hung += other.hung;
    served.add(other.served);
}

void TruthRow::clear() {
    arrivals = errors4xx = errors5xx = broken = hung = 0;
    served.clear();
}

void TruthRecorder::arrived(Category category) {
    const std::scoped_lock lock(m_lock);
    ++m_rows[static_cast<std::size_t>(category)].arrivals;
}

void TruthRecorder::ended(Category category, Ending ending, int status, Duration service) {
    const std::scoped_lock lock(m_lock);
    TruthRow& row = m_rows[static_cast<std::size_t>(category)];
    switch (ending) {
    case Ending::Answered:
        row.served.add(service);
        row.errors4xx += status >= 400 && status < 500 ? 1 : 0;
        row.errors5xx += status >= 500 ? 1 : 0;
        break;
    case Ending::Broken:
        ++row.broken;
        break;
    case Ending::Hung:
        ++row.hung;
        break;
    }
}

void TruthRecorder::addTo(std::array<TruthRow, categoryCount>& rows) const {
    const std::scoped_lock lock(m_lock);
    for (std::size_t i = 0; i < categoryCount; ++i) {
        rows[i].add(m_rows[i]);
    }
}

void TruthRecorder::clear() {
    const std::scoped_lock lock(m_lock);
    for (TruthRow& row : m_rows) {
        row.clear();
    }
}

TruthRecorder& Truth::addRecorder() {
    const std::scoped_lock lock(m_lock);
    return *m_recorders.emplace_back(std::make_unique<TruthRecorder>());
}

void Truth::appendJson(std::string& out, Detail detail) const {
    auto rows = std::make_unique<std::array<TruthRow, categoryCount>>();
    TruthRow total;
    {
        const std::scoped_lock lock(m_lock);
        for (const auto& recorder : m_recorders) {
            recorder->addTo(*rows);
        }
    }
    JsonWriter json(out);
    json.beginObject().key("categories").beginObject();
    for (std::size_t i = 0; i < categoryCount; ++i) {
        if ((*rows)[i].arrivals > 0) {
            json.key(names[i]);
            appendRow(json, (*rows)[i], detail);
            total.add((*rows)[i]);
        }
    }
    json.endObject().key("total");
    appendRow(json, total, detail);
    json.endObject();
}

void Truth::clear() {
    const std::scoped_lock lock(m_lock);
    for (const auto& recorder : m_recorders) {
        recorder->clear();
    }
}

} // namespace bw::jts
