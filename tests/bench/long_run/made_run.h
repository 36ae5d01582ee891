#pragma once

#include "core/run/run_prepare.h"
#include "core/verdict/verdict_evaluator.h"
#include "ui/bridge/live_run.h"

#include <vector>

namespace bw::bench {

// A run as its controller tells the window of it, without a load: generated frames of 30 series at 50,000
// requests a second go through the judge and to the values that views show. Lives on one thread.
class MadeRun {
public:
    MadeRun(bridge::LiveRun::OnMoment onMoment, bridge::LiveRun::OnPicture onPicture);

    // A tenth of a second: what is told in between.
    void passTick();
    // The frame of a second, and every other time a judgement.
    void passSecond();

    [[nodiscard]] std::int64_t second() const { return m_second; }

private:
    [[nodiscard]] metrics::FramePtr nextFrame();

    run::PreparedRun m_prepared;
    verdict::VerdictEvaluator m_judge;
    bridge::LiveRun m_live;
    std::vector<metrics::FramePtr> m_frames; // that come again and again
    std::int64_t m_second = 0;
    int m_tick = 0; // within the second
};

} // namespace bw::bench
