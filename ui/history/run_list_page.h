#pragma once

#include "core/history/baseline.h"
#include "ui/bridge/history_service.h"

#include <QTimer>
#include <QWidget>

#include <optional>
#include <vector>

class QAction;
class QLabel;
class QLineEdit;
class QSettings;
class QStackedWidget;
class QToolButton;

namespace bw::widgets {
class DataTable;
class EmptyState;
} // namespace bw::widgets

namespace bw::history_view {

class HistoryModel;
class PreviewPane;

// The runs as a table with a filter, what can be done with them, and a preview of the current one.
class RunListPage : public QWidget {
    Q_OBJECT

public:
    // The settings keep columns and the preview's width; they outlive the page.
    explicit RunListPage(QSettings& settings, QWidget* parent = nullptr);

    void setRuns(const bridge::RunList& runs);
    void setPreview(const bridge::RunPreview& preview);
    // What curveRequested() asked for.
    void setCurve(const bridge::RunPreviewPtr& preview);
    // What searchRequested() asked for.
    void setFound(const QString& words, const std::vector<history::RunId>& runs);
    // Tells previewRequested() again: the current run may have gone on.
    void refreshPreview();
    void focusFilter();
    void focusTable();

Q_SIGNALS:
    void openRequested(bw::history::RunId run);
    void exportRequested(bw::history::RunId run);
    void compareRequested(const std::vector<bw::history::RunId>& before,
                          const std::vector<bw::history::RunId>& after);
    void remarkRequested(bw::history::RunId run, const bw::history::RunNotes& notes);
    void trendRequested(bw::history::RunId run);
    // Once the person stops typing: runs that have the words somewhere else than in the columns.
    void searchRequested(const QString& words);
    // Of a run in sight, one at a time.
    void curveRequested(bw::history::RunId run);
    void saveRequested(bw::history::RunId run);
    void importRequested();
    void baselineRequested(bw::history::RunId run, const bw::bridge::BaselineChoice& choice);
    void noBaselineRequested(bw::history::RunId run);
    void deleteRequested(const std::vector<bw::history::RunId>& runs);
    // Once the person stays at a run for a moment.
    void previewRequested(bw::history::RunId run);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void setupTable(QSettings& settings);
    void setupActions();
    QAction* addAction(const QString& text, const char* icon, const QKeySequence& keys,
                       void (RunListPage::*what)());
    void setupHead(QWidget* head);
    void setupLayout(QSettings& settings);
    void setupNoMatch();
    void onCurrentChanged();
    void onFiltered();
    void openCurrent();
    void exportCurrent();
    void copySelected();
    void deleteSelected();
    void compareSelected();
    void star();
    void editNote();
    void editTags();
    void switchBaseline();
    void chooseBaseline();
    void saveCurrent();
    void cleanUp();
    void askForCurve();
    [[nodiscard]] QToolButton* makeMenu(QWidget* head);
    void trendCurrent();
    [[nodiscard]] std::optional<history::RunId> current() const;
    [[nodiscard]] std::vector<history::RunSummary> selected() const;

    HistoryModel* m_model;
    widgets::DataTable* m_table;
    PreviewPane* m_preview;
    QStackedWidget* m_tables; // the table, or that nothing matches
    widgets::EmptyState* m_noMatch;
    QLineEdit* m_filter;
    QLabel* m_count;
    QAction* m_open = nullptr;
    QAction* m_export = nullptr;
    QAction* m_copy = nullptr;
    QAction* m_delete = nullptr;
    QAction* m_compare = nullptr;
    QAction* m_star = nullptr;
    QAction* m_note = nullptr;
    QAction* m_tags = nullptr;
    QAction* m_baseline = nullptr;
    QAction* m_trend = nullptr;
    QAction* m_chooseBaseline = nullptr;
    QAction* m_save = nullptr;
    QAction* m_import = nullptr;
    QAction* m_cleanUp = nullptr;
    QTimer m_previewDelay;
    QTimer m_searchDelay;
    QTimer m_curveDelay;
    std::optional<history::RunId> m_curveAsked;
};

} // namespace bw::history_view
