#include "core/runplan/load_shape.h"

#include "core/runplan/schedule_extent.h"

namespace bw::runplan {
namespace {

constexpr double kMostRateByHand = 1'000'000;

// How many arrivals the share has: for Poisson arrivals only the whole's number is drawn.
std::uint64_t countOf(const ArrivalSchedule& schedule, const SegmentShare& share) {
    return share.of(schedule.count());
}

} // namespace

LoadShape::LoadShape(testplan::Scenario scenario, std::uint64_t seed, SegmentShare share)
    : m_scenario(std::make_shared<const testplan::Scenario>(std::move(scenario)))
    , m_arrivals(*m_scenario, seed)
    , m_active(VuSchedule::active(*m_scenario, share))
    , m_share(std::move(share))
    , m_arrivalCount(countOf(m_arrivals, m_share)) {}

LoadModel LoadShape::model() const {
    if (std::holds_alternative<testplan::PerVuIterations>(m_scenario->executor)) {
        return LoadModel::PerVuIterations;
    }
    if (std::holds_alternative<testplan::SharedIterations>(m_scenario->executor)) {
        return LoadModel::SharedIterations;
    }
    return isOpenModel(*m_scenario) ? LoadModel::Arrivals : LoadModel::Vus;
}

std::string_view LoadShape::executor() const {
    return testplan::executorName(m_scenario->executor);
}

bool LoadShape::isExternal() const {
    return std::holds_alternative<testplan::ExternallyControlled>(m_scenario->executor);
}

VuSchedule LoadShape::active(unsigned worker, unsigned workers) const {
    return VuSchedule::active(*m_scenario, m_share.split(worker, workers));
}

VuSchedule LoadShape::reserved(unsigned worker, unsigned workers) const {
    return VuSchedule::reserved(*m_scenario, m_share.split(worker, workers));
}

std::uint32_t LoadShape::vusAt(Duration at) const {
    return m_active.count(at);
}

ArrivalCursor LoadShape::arrivals(unsigned worker, unsigned workers) const {
    return m_arrivals.cursor(m_share.split(worker, workers));
}

std::uint64_t LoadShape::arrivalCount() const {
    return m_arrivalCount;
}

double LoadShape::arrivalRateAt(Duration at) const {
    if (model() != LoadModel::Arrivals || at < Duration::zero() || at >= duration()) {
        return 0;
    }
    return m_arrivals.rateAt(at);
}

std::uint32_t LoadShape::maxVus() const {
    return static_cast<std::uint32_t>(m_share.of(runplan::maxVus(*m_scenario)));
}

std::uint32_t LoadShape::maxVus(unsigned worker, unsigned workers) const {
    return static_cast<std::uint32_t>(m_share.split(worker, workers).of(runplan::maxVus(*m_scenario)));
}

std::uint64_t LoadShape::iterations() const {
    if (const auto* perVu = std::get_if<testplan::PerVuIterations>(&m_scenario->executor)) {
        return static_cast<std::uint64_t>(perVu->iterations);
    }
    if (const auto* shared = std::get_if<testplan::SharedIterations>(&m_scenario->executor)) {
        return m_share.of(static_cast<std::uint64_t>(shared->iterations));
    }
    return 0;
}

LoadShape::ByHand LoadShape::byHand() const {
    if (const auto* external = std::get_if<testplan::ExternallyControlled>(&m_scenario->executor)) {
        return {-static_cast<double>(external->vus), static_cast<double>(external->maxVUs - external->vus)};
    }
    if (model() == LoadModel::Arrivals) {
        return {-kMostRateByHand, kMostRateByHand};
    }
    return {-static_cast<double>(m_active.peak()), kMostVusByHand};
}

Duration LoadShape::duration() const {
    return scenarioDuration(*m_scenario);
}

Duration LoadShape::gracefulStop() const {
    return maxDuration(*m_scenario) - scenarioDuration(*m_scenario);
}

} // namespace bw::runplan
