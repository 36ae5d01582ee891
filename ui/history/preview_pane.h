#pragma once

#include "ui/bridge/run_list.h"
#include "ui/bridge/run_preview.h"

#include <QScrollArea>

#include <optional>

class QLabel;

namespace bw::charts {
class Sparkline;
}
namespace bw::widgets {
class FactList;
}

namespace bw::history_view {

// What is known of the run that the list points at: verdict with its sentence, figures, and how it went. The
// figures come with the list; sentence and curves follow.
class PreviewPane : public QScrollArea {
    Q_OBJECT

public:
    explicit PreviewPane(QWidget* parent = nullptr);

    void setRun(const bridge::RunListEntry& entry);
    // Taken when it is of the run that is shown.
    void setPreview(const bridge::RunPreview& preview);
    void clear();
    [[nodiscard]] std::optional<history::RunId> run() const { return m_run; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void setupLayout();
    void showWord(const history::RunSummary& run);
    void paintWord();
    void showFacts(const bridge::RunListEntry& entry);
    void showFigures(const bridge::RunListEntry& entry);
    void showCurves(const std::vector<bridge::PreviewPoint>& points);

    std::optional<history::RunId> m_run;
    history::RunSummary m_summary;
    QLabel* m_icon;
    QLabel* m_word;
    QLabel* m_sentence;
    widgets::FactList* m_facts;
    widgets::FactList* m_figures;
    charts::Sparkline* m_rate;
    charts::Sparkline* m_latency;
};

} // namespace bw::history_view
