#include "core/metrics/frame_builder.h"
#include "core/run/process_gauges.h"
#include "tests/core/observe/made_proc.h"

#include <gmock/gmock.h>
#include <memory>
#include <unistd.h>

namespace bw::run {
namespace {

using namespace std::chrono_literals;
using engine::ProcessChanged;
using metrics::Builtin;
using observe::parseSelection;
using testing::ElementsAre;

class ProcessGaugesTest : public testing::Test {
protected:
    void SetUp() override {
        m_target = {.pid = 42, .name = "target", .ticks = 100, .pages = 10, .threads = 3};
        m_proc.put(m_target);
        m_gauges = std::make_unique<ProcessGauges>(m_metrics, std::vector{parseSelection("target").value()},
                                                   m_proc.folder(), m_clock);
    }

    // The rest of the second, with a sample in its middle.
    void passSecond(std::int64_t second) {
        m_clock.advance(1s);
        m_gauges->record(std::chrono::seconds(second) + 500ms);
        m_gauges->begin(); // waits for the sample
        m_gauges->record(std::chrono::seconds(second + 1));
        collect();
    }
    void collect() {
        metrics::Recorder* recorder = &m_gauges->recorder();
        for (const metrics::FramePtr& frame : m_builder.collect(std::span(&recorder, 1))) {
            m_frames.push_back(frame);
        }
    }

    // Of one second; none when the series did not move.
    [[nodiscard]] const metrics::GaugeValue* gauge(std::size_t second, Builtin metric) const {
        for (const metrics::FrameEntry& entry : m_frames.at(second)->entries) {
            const metrics::Series& series = m_builder.directory()[entry.series];
            if (series.metric == id(metric)) {
                EXPECT_EQ(*series.tags.find("process"), "target");
                return std::get_if<metrics::GaugeValue>(&entry.value);
            }
        }
        return nullptr;
    }

    [[nodiscard]] std::vector<ProcessChanged::What> told() const {
        std::vector<ProcessChanged::What> told;
        for (const engine::Event& event : m_gauges->takeEvents()) {
            told.push_back(std::get<ProcessChanged>(event.what).what);
        }
        return told;
    }

    metrics::MetricRegistry m_metrics;
    observe::MadeProc m_proc;
    observe::HandClock m_clock;
    observe::MadeProcess m_target;
    std::unique_ptr<ProcessGauges> m_gauges;
    metrics::FrameBuilder m_builder{m_metrics, 1};
    std::vector<metrics::FramePtr> m_frames;
};

TEST_F(ProcessGaugesTest, EverySecondHasWhatWasSeenInIt) {
    m_gauges->begin();
    m_gauges->record(0s);
    EXPECT_THAT(told(), ElementsAre(ProcessChanged::What::Found));
    m_target.ticks += static_cast<std::uint64_t>(::sysconf(_SC_CLK_TCK));
    m_target.pages = 20;
    m_proc.put(m_target);
    passSecond(0);
    ASSERT_EQ(m_frames.size(), 1U);
    const auto page = static_cast<double>(::sysconf(_SC_PAGESIZE));
    ASSERT_NE(gauge(0, Builtin::ProcessMemory), nullptr);
    EXPECT_EQ(gauge(0, Builtin::ProcessMemory)->min, 10 * page);
    EXPECT_EQ(gauge(0, Builtin::ProcessMemory)->last, 20 * page);
    ASSERT_NE(gauge(0, Builtin::ProcessCpu), nullptr);
    EXPECT_DOUBLE_EQ(gauge(0, Builtin::ProcessCpu)->max, 1.0);
    ASSERT_NE(gauge(0, Builtin::ProcessThreads), nullptr);
    EXPECT_EQ(gauge(0, Builtin::ProcessThreads)->last, 3.0);
    ASSERT_NE(gauge(0, Builtin::ProcessDescriptors), nullptr);
    EXPECT_EQ(gauge(0, Builtin::ProcessDescriptors)->last, 0.0); // it has none, and that is known
}

TEST_F(ProcessGaugesTest, AGapIsAGap) {
    m_gauges->begin();
    m_gauges->record(0s);
    passSecond(0);
    m_proc.end(42);
    passSecond(1);
    m_proc.put({.pid = 43, .name = "target", .start = 9000, .threads = 5});
    passSecond(2);
    ASSERT_EQ(m_frames.size(), 3U);
    EXPECT_NE(gauge(0, Builtin::ProcessThreads), nullptr);
    EXPECT_TRUE(m_frames[1]->entries.empty());
    ASSERT_NE(gauge(2, Builtin::ProcessThreads), nullptr);
    EXPECT_EQ(gauge(2, Builtin::ProcessThreads)->last, 5.0);
    EXPECT_THAT(told(), ElementsAre(ProcessChanged::What::Found, ProcessChanged::What::Gone,
                                    ProcessChanged::What::Found));
}

TEST_F(ProcessGaugesTest, AShortRunHasItsFirstSample) {
    m_gauges->begin();
    m_gauges->record(0s);
    m_gauges->finish(300ms);
    metrics::Recorder* recorder = &m_gauges->recorder();
    for (const metrics::FramePtr& frame : m_builder.finish(std::span(&recorder, 1), 300ms)) {
        m_frames.push_back(frame);
    }
    ASSERT_EQ(m_frames.size(), 1U);
    EXPECT_NE(gauge(0, Builtin::ProcessMemory), nullptr);
    EXPECT_EQ(gauge(0, Builtin::ProcessCpu), nullptr);
}

// The controller was held up: the frames go on, and so do the figures.
TEST_F(ProcessGaugesTest, SecondsMayBeSkipped) {
    m_gauges->begin();
    m_gauges->record(0s);
    m_gauges->record(7s + 600ms);
    m_gauges->begin();
    m_gauges->record(8s);
    collect();
    ASSERT_FALSE(m_frames.empty());
    EXPECT_EQ(m_frames.back()->end(), 8);
    EXPECT_NE(gauge(m_frames.size() - 1, Builtin::ProcessMemory), nullptr);
}

TEST(ProcessMetrics, AreKnownByName) {
    EXPECT_TRUE(ProcessGauges::measures("process_cpu"));
    EXPECT_TRUE(ProcessGauges::measures("process_network_sent"));
    EXPECT_FALSE(ProcessGauges::measures("worker_busy"));
    EXPECT_FALSE(ProcessGauges::measures("process_luck"));
}

} // namespace
} // namespace bw::run
