#include "core/runplan/schedule_arrivals.h"

#include <algorithm>
#include <string_view>
#include <variant>

namespace bw::runplan {
namespace {

// FNV-1a. By name and not by position, so that leaving out one scenario does not change the others.
std::uint64_t streamOf(std::string_view name) {
    std::uint64_t hash = 0xcbf29ce484222325;
    for (const char c : name) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
    }
    return hash;
}

} // namespace

ArrivalSchedule::ArrivalSchedule(const testplan::Scenario& scenario, std::uint64_t seed)
    : m_placeRandom(seed, streamOf(scenario.name)) {
    if (const auto* constant = std::get_if<testplan::ConstantArrivalRate>(&scenario.executor)) {
        m_curve = std::make_shared<const RateCurve>(constant->rate, constant->timeUnit.value,
                                                    constant->duration.value);
        m_arrivals = constant->arrivals;
    } else if (const auto* ramping = std::get_if<testplan::RampingArrivalRate>(&scenario.executor)) {
        m_curve = std::make_shared<const RateCurve>(ramping->startRate, ramping->timeUnit.value,
                                                    std::span(ramping->stages));
        m_arrivals = ramping->arrivals;
    } else {
        return;
    }
    m_count = m_arrivals == testplan::Arrivals::Poisson ? poissonCount(m_placeRandom, m_curve->total())
                                                        : m_curve->count();
}

Duration ArrivalSchedule::startOf(std::uint64_t index) const {
    RateCurve::Cursor place;
    return m_curve ? m_curve->startOf(index, place) : Duration(0);
}

ArrivalCursor ArrivalSchedule::cursor(SegmentShare share) const {
    ArrivalCursor cursor;
    cursor.m_curve = m_curve;
    cursor.m_share = std::move(share);
    cursor.m_count = m_count;
    if (m_arrivals == testplan::Arrivals::Poisson) {
        cursor.m_places.emplace(m_placeRandom, m_count);
    }
    return cursor;
}

double ArrivalSchedule::rateAt(Duration at) const {
    return m_curve ? m_curve->rateAt(at) : 0;
}

std::optional<Arrival> ArrivalCursor::next() {
    const std::uint64_t index = m_share.index(m_taken);
    if (index >= m_count) {
        return std::nullopt;
    }
    ++m_taken;
    return Arrival{index, m_places ? poissonOffset(index) : m_curve->startOf(index, m_place)};
}

Duration ArrivalCursor::poissonOffset(std::uint64_t index) {
    long double place = 0;
    for (; m_placesMade <= index; ++m_placesMade) {
        place = m_places->next();
    }
    // A place may round to 1.
    return std::min(m_curve->timeOfLoad(place * m_curve->total(), m_place),
                    m_curve->duration() - Duration(1));
}

} // namespace bw::runplan
