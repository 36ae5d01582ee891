#pragma once

#include "core/base/clock.h"

#include <algorithm>
#include <optional>

namespace bw::engine {

// What the clock of another machine shows beside ours, by messages that carry their time and by round trips:
// the message that was least late has not waited, so it was under way for half of the least round trip (the
// least of many, as NTP's clock filter takes it: RFC 5905 §10). What is older than a minute is forgotten,
// since clocks drift. One per worker and host; not thread-safe.
class FarClock {
public:
    static constexpr Duration kEvery = std::chrono::seconds(10); // of round trips
    static constexpr Duration kWindow = std::chrono::seconds(30);

    // Whether a round trip should be measured now: none was asked for, or the last one is old.
    [[nodiscard]] bool wantsRoundTrip(Instant now) {
        if (m_asked != Instant{} && now - m_asked < kEvery) {
            return false;
        }
        m_asked = now;
        return true;
    }
    void noteRoundTrip(Duration time, Instant at) { m_roundTrip.add(time, at); }

    // How long a message was under way that came `late` by the difference between our clock and its time.
    // Nothing before a round trip is known.
    [[nodiscard]] std::optional<Duration> underWay(Duration late, Instant at) {
        m_late.add(late, at);
        const std::optional<Duration> trip = m_roundTrip.get();
        return trip ? std::optional(late - *m_late.get() + *trip / 2) : std::nullopt;
    }

    // How far our clock is ahead. Precondition: underWay() gave something.
    [[nodiscard]] Duration ahead() const { return *m_late.get() - *m_roundTrip.get() / 2; }

private:
    // Of the last thirty to sixty seconds.
    class Least {
    public:
        void add(Duration value, Instant at) {
            if (!m_present || at - m_since >= kWindow) {
                m_before = at - m_since >= 2 * kWindow ? std::nullopt : m_present;
                m_present = value;
                m_since = at;
            }
            m_present = std::min(*m_present, value);
        }
        [[nodiscard]] std::optional<Duration> get() const {
            return m_before ? std::optional(std::min(*m_before, *m_present)) : m_present;
        }

    private:
        std::optional<Duration> m_present;
        std::optional<Duration> m_before;
        Instant m_since{};
    };

    Least m_late;
    Least m_roundTrip;
    Instant m_asked{};
};

} // namespace bw::engine
