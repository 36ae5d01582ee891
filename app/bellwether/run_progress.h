#pragma once

#include "app/bellwether/run_options.h"
#include "core/run/run_observer.h"

#include <string>
#include <vector>

namespace bw::app {

// Shows a run on standard error while it goes: on a terminal a line for each scenario, drawn anew; elsewhere
// a plain line every five seconds. Events stand above it.
class RunProgress final : public run::RunObserver {
public:
    explicit RunProgress(RunOutput::Voice voice);
    ~RunProgress() override;
    RunProgress(const RunProgress&) = delete;
    RunProgress& operator=(const RunProgress&) = delete;

    void onProgress(const run::Progress& progress) override;
    void onEvent(const engine::Event& event) override;
    void onMark(const history::MarkRecord& mark) override;
    void onHistoryState(history::WriterState state) override;

    // Takes the drawn lines away.
    void clear();

    // Warnings told so far, for the report.
    [[nodiscard]] const std::vector<std::string>& warnings() const { return m_warnings; }

private:
    void say(const std::string& line);
    [[nodiscard]] std::vector<std::string> lines(const run::Progress& progress) const;

    RunOutput::Voice m_voice;
    bool m_isTerminal;
    int m_columns = 80;
    std::size_t m_drawn = 0;
    Duration m_nextLine{};
    std::vector<std::string> m_warnings;
};

} // namespace bw::app
