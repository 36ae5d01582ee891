#pragma once

#include "app/jts-sim/sim/fine_histogram.h"

#include <array>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace bw::jts {

// The specification's endpoint categories, and what belongs to none of them.
enum class Category : std::uint8_t {
    OrderPlacement,
    OrderCancellation,
    OrderQuery,
    RiskCalculation,
    RiskResults,
    PositionUpdates,
    TradingHistory,
    RealTimePrices,
    HistoricalData,
    MarketAnalysis,
    Authentication,
    ProfileManagement,
    SettingsUpdates,
    Other,
};
inline constexpr std::size_t categoryCount = 14;

// As it stands in JSON: "order_placement".
[[nodiscard]] std::string_view categoryName(Category category);

// How an exchange ended, as the simulator knows it.
enum class Ending : std::uint8_t {
    Answered,
    Broken, // reset, truncated or garbage, on purpose
    Hung,   // never answered, on purpose
};

struct TruthRow {
    std::uint64_t arrivals = 0; // requests fully parsed
    std::uint64_t errors4xx = 0;
    std::uint64_t errors5xx = 0;
    std::uint64_t broken = 0;
    std::uint64_t hung = 0;
    FineHistogram served; // from request parsed to response handed to the socket; every answered one

    void add(const TruthRow& other);
    void clear();
};

class JsonWriter;
// "min_ns", "max_ns", "sum_ns", "p50_ns", … of the object that is being written.
void appendTimes(JsonWriter& json, const FineHistogram& times);

// What one server thread served. Its owner writes, anybody may read or clear: a lock that is hardly ever
// contended.
class TruthRecorder {
public:
    void arrived(Category category);
    void ended(Category category, Ending ending, int status, Duration service);
    void addTo(std::array<TruthRow, categoryCount>& rows) const;
    void clear();

private:
    mutable std::mutex m_lock;
    std::array<TruthRow, categoryCount> m_rows;
};

// The truth about the whole server. Thread-safe; recorders live as long as it does.
class Truth {
public:
    // A recorder for one thread.
    [[nodiscard]] TruthRecorder& addRecorder();

    enum class Detail : std::uint8_t { Figures, Buckets };
    // {"categories": {name: {"arrivals", "count", "errors4xx", …, "p99_ns"}}}
    void appendJson(std::string& out, Detail detail) const;

    void clear();

private:
    mutable std::mutex m_lock;
    std::vector<std::unique_ptr<TruthRecorder>> m_recorders;
};

} // namespace bw::jts
