#pragma once

#include "core/report/report_builder.h"
#include "core/run/run_controller.h"
#include "ui/bridge/gauge_window.h"
#include "ui/bridge/run_picture.h"

#include <functional>

namespace bw::bridge {

// Hears of a run on the controller's thread and makes the values views show. What it makes goes out by two
// functions, which must hand over and return.
class LiveRun final : public run::RunObserver {
public:
    using OnMoment = std::function<void(RunMoment)>;
    using OnPicture = std::function<void(RunPicturePtr)>;

    LiveRun(const run::PreparedRun& prepared, OnMoment onMoment, OnPicture onPicture);

    void onStarted(std::optional<history::RunId> run) override;
    void onProgress(const run::Progress& progress) override;
    void onFrame(const metrics::FramePtr& frame) override;
    void onEvaluation(const verdict::Evaluation& evaluation) override;
    void onEvent(const engine::Event& event) override;
    void onExample(const engine::Example& example) override;
    void onMark(const history::MarkRecord& mark) override;
    void onHistoryState(history::WriterState state) override;

    // The whole run, when it is over.
    [[nodiscard]] RunPicturePtr finalPicture(const run::RunResult& result) const;

private:
    void log(Duration at, LogLevel level, QString source, QString text);
    [[nodiscard]] RunPicturePtr picture() const;

    OnMoment m_onMoment;
    OnPicture m_onPicture;
    report::RunInfo m_info;
    report::ReportBuilder m_report;
    GaugeWindow m_window;
    verdict::Verdict m_verdict;
    std::vector<report::ExampleRow> m_examples;
    std::vector<LogLine> m_log;
    std::vector<history::MarkRecord> m_marks;
    Duration m_runTime{};
};

} // namespace bw::bridge
