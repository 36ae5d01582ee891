#pragma once

#include "core/engine/load_engine.h"
#include "core/metrics/frame_builder.h"
#include "core/metrics/totals.h"
#include "tests/core/engine/target.h"
#include "tests/core/runplan/plan_text.h"

#include <functional>
#include <gtest/gtest.h>
#include <memory>
#include <string>
#include <vector>

namespace bw::engine {

using metrics::Builtin;
using metrics::TagSet;
using runplan::CompileOptions;
using runplan::PlanText;
using namespace std::chrono_literals;

// What is left of a run when it is over.
struct Outcome {
    metrics::Totals totals;
    metrics::Snapshot snapshot;
    std::vector<Event> events;
    std::vector<Example> examples;
    Duration took{};
    bool hasEnded = false; // within the test's patience
    bool setupFailed = false;
    std::int64_t most = 0; // active VUs, as seen while it ran
    std::shared_ptr<const runplan::RunPlan> plan;

    [[nodiscard]] double count(Builtin metric, const TagSet& filter = {}) const {
        const auto type = metrics::builtinMetric(metric).type;
        const auto value = totals.sum(metrics::id(metric), type, filter);
        const auto* counter = std::get_if<metrics::CounterValue>(&value);
        return counter != nullptr ? counter->sum : static_cast<double>(metrics::sampleCount(value));
    }
    [[nodiscard]] metrics::Histogram trend(Builtin metric, const TagSet& filter = {}) const {
        return std::get<metrics::Histogram>(
            totals.sum(metrics::id(metric), metrics::MetricType::Trend, filter));
    }
    [[nodiscard]] metrics::RateValue rate(Builtin metric, const TagSet& filter = {}) const {
        return std::get<metrics::RateValue>(
            totals.sum(metrics::id(metric), metrics::MetricType::Rate, filter));
    }
    [[nodiscard]] metrics::SeriesValue own(const std::string& metric, const TagSet& filter = {}) const {
        const auto id = plan->metrics.find(metric);
        return id ? totals.sum(*id, plan->metrics[*id].type, filter) : metrics::SeriesValue();
    }
    template <class What>
    [[nodiscard]] std::vector<What> told() const {
        std::vector<What> found;
        for (const Event& event : events) {
            if (const auto* what = std::get_if<What>(&event.what)) {
                found.push_back(*what);
            }
        }
        return found;
    }
};

struct RunOptions {
    unsigned workers = 1;
    double timeScale = 0.1;
    std::uint64_t seed = 1;
    RunContext::Debug debug = RunContext::Debug::Off;
    std::vector<std::pair<std::string, std::string>> secrets = {};
    std::string folder = {};
    // Called at each look at the running engine.
    std::function<void(LoadEngine&, const metrics::Snapshot&)> onLook = {};
};

// Runs plans whose URLs begin with ${base} against a target of this program.
class LoadTest : public testing::Test {
protected:
    [[nodiscard]] static std::string get(const std::string& path, const std::string& more = {}) {
        return R"({"http": {"name": "r", "url": "${base})" + path + '"' + (more.empty() ? "" : ", " + more) +
               "}}";
    }

    Outcome run(PlanText text, const RunOptions& options = {}) {
        text.top += R"("variables": {"base": ")" + target.url() + R"("},)";
        CompileOptions compileOptions;
        compileOptions.timeScale = options.timeScale;
        compileOptions.seed = options.seed;
        compileOptions.secrets = options.secrets;
        compileOptions.folder = options.folder;
        Outcome outcome;
        const auto plan = runplan::compiled(text, compileOptions);
        EXPECT_TRUE(plan.has_value()) << testing::PrintToString(runplan::told(plan));
        if (!plan) {
            return outcome;
        }
        outcome.plan = *plan;
        drive(options, outcome);
        return outcome;
    }

    Target target;

private:
    static void drive(const RunOptions& options, Outcome& outcome) {
        const Clock& clock = SystemClock::instance();
        auto engine =
            LoadEngine::create(outcome.plan, {.workers = options.workers, .debug = options.debug}, clock);
        ASSERT_TRUE(engine.has_value());
        LoadEngine& load = **engine;
        metrics::FrameBuilder frames(outcome.plan->metrics, load.recorders().size());
        const auto keep = [&](const std::vector<metrics::FramePtr>& made) {
            for (const metrics::FramePtr& frame : made) {
                outcome.totals.add(*frame);
            }
        };
        const Instant start = clock.now();
        load.start();
        EngineStage stage = EngineStage::Setup;
        while (stage != EngineStage::Ended && clock.now() - start < 30s) {
            load.wait(5ms);
            stage = load.advance();
            keep(frames.collect(load.recorders()));
            outcome.snapshot = metrics::takeSnapshot(load.counters(), load.runTime());
            outcome.most = std::max(outcome.most, outcome.snapshot.total.activeVus);
            if (options.onLook) {
                options.onLook(load, outcome.snapshot);
            }
        }
        outcome.hasEnded = stage == EngineStage::Ended;
        EXPECT_TRUE(outcome.hasEnded);
        outcome.took = clock.now() - start;
        const Duration runTime = load.runTime();
        load.join();
        keep(frames.finish(load.recorders(), runTime));
        outcome.snapshot = metrics::takeSnapshot(load.counters(), runTime);
        outcome.setupFailed = load.setupFailed();
        outcome.events = load.takeEvents();
        outcome.examples = load.takeExamples();
    }
};

} // namespace bw::engine
