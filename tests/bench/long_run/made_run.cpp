#include "tests/bench/long_run/made_run.h"

#include "core/run/progress.h"
#include "tests/bench/history/load_source.h"

#include <cstdio>
#include <cstdlib>

namespace bw::bench {
namespace {

constexpr int kFrames = 60;
constexpr double kRate = 50'000;
constexpr int kNames = 3;

run::PreparedRun prepare() {
    std::string rows;
    for (int name = 0; name < kNames; ++name) {
        rows += std::string(rows.empty() ? "" : ", ") + R"({"select": "name:request_)" +
                std::to_string(name) +
                R"(", "p50": "20ms", "p95": "40ms", "p99": "90ms", "errorRate": 0.01, "throughput": 1000})";
    }
    run::RunRequest request;
    request.planPath = "made.plan.json";
    request.resources = BW_RESOURCES_FOLDER;
    request.planText =
        R"({"bellwether": 1, "name": "made", "flows": {"f": {"steps": [{"http": {"name": "request_0",
        "url": "http://127.0.0.1:1/"}}]}}, "scenarios": {"steady": {"executor": "constant-arrival-rate",
        "rate": 10000, "duration": "24h", "preAllocatedVUs": 60, "flow": "f"}},
        "thresholds": {"http_req_failed": ["rate<0.01"]}, "budgets": [{"name": "own", "rows": [)" +
        rows + "]}]}";
    auto prepared = run::prepareRun(request);
    if (!prepared) {
        std::fputs("the plan was refused\n", stderr);
        std::exit(3);
    }
    return std::move(*prepared);
}

std::vector<metrics::FramePtr> makeFrames() {
    LoadSource source({.names = kNames, .rate = kRate});
    std::vector<metrics::FramePtr> frames;
    for (int i = 0; i < kFrames; ++i) {
        frames.push_back(source.next());
    }
    return frames;
}

} // namespace

MadeRun::MadeRun(bridge::LiveRun::OnMoment onMoment, bridge::LiveRun::OnPicture onPicture)
    : m_prepared(prepare())
    , m_judge(m_prepared.compiled->metrics, m_prepared.plan.thresholds, m_prepared.budgets)
    , m_live(m_prepared, std::move(onMoment), std::move(onPicture))
    , m_frames(makeFrames()) {
    m_live.onStarted(std::nullopt);
}

void MadeRun::passTick() {
    run::Progress progress;
    progress.stage = engine::EngineStage::Load;
    progress.snapshot.runTime = std::chrono::seconds(m_second) + m_tick * std::chrono::milliseconds(100);
    progress.snapshot.requests =
        static_cast<std::int64_t>(kRate * std::chrono::duration<double>(progress.snapshot.runTime).count());
    progress.snapshot.total.activeVus = 50;
    progress.snapshot.scenarios.resize(m_prepared.compiled->scenarios.size());
    const std::vector<double> added(m_prepared.compiled->scenarios.size());
    run::describeProgress(*m_prepared.compiled, progress.snapshot.runTime, added, progress);
    m_live.onProgress(progress);
    m_tick = (m_tick + 1) % 10;
}

void MadeRun::passSecond() {
    const metrics::FramePtr frame = nextFrame();
    m_judge.add(*frame);
    m_live.onFrame(frame);
    if (m_second % 2 == 0) {
        m_live.onEvaluation(m_judge.evaluate(std::chrono::seconds(m_second), verdict::Moment::Running));
    }
}

metrics::FramePtr MadeRun::nextFrame() {
    auto frame = std::make_shared<metrics::Frame>(*m_frames[static_cast<std::size_t>(m_second % kFrames)]);
    frame->second = m_second;
    if (m_second > 0) {
        frame->newSeries.clear();
    }
    ++m_second;
    return frame;
}

} // namespace bw::bench
