#pragma once

#include "app/jts-sim/sim/risk.h"

#include <deque>
#include <mutex>
#include <string>

namespace bw::jts {

struct RiskRecord {
    std::uint64_t id = 0;
    std::string userId;
    WallTime at;
    std::size_t positions = 0;
    double totalRisk = 0;
    double var95 = 0;
    double portfolioValue = 0;
};

// The last risk calculations of everybody. Thread-safe, bounded.
class RiskLog {
public:
    explicit RiskLog(std::size_t limit = 200)
        : m_limit(limit) {}

    // Numbers the record and keeps it.
    std::uint64_t add(RiskRecord record) {
        const std::scoped_lock lock(m_lock);
        record.id = ++m_lastId;
        m_records.push_front(std::move(record));
        if (m_records.size() > m_limit) {
            m_records.pop_back();
        }
        return m_lastId;
    }

    // The newest first.
    [[nodiscard]] std::vector<RiskRecord> last(std::size_t count) const {
        const std::scoped_lock lock(m_lock);
        const auto end = m_records.begin() + static_cast<std::ptrdiff_t>(std::min(count, m_records.size()));
        return {m_records.begin(), end};
    }

private:
    std::size_t m_limit;
    mutable std::mutex m_lock;
    std::deque<RiskRecord> m_records;
    std::uint64_t m_lastId = 0;
};

} // namespace bw::jts
