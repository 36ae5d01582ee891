#pragma once

#include "core/history/baseline.h"
#include "ui/bridge/run_list.h"
#include "ui/bridge/run_preview.h"
#include "ui/widgets/data_table.h"

#include <QAbstractTableModel>
#include <QString>
#include <QTimer>

#include <cstdint>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace bw::history_view {

// Beside DataTable's: a bridge::RunPreviewPtr, once there is one.
inline constexpr int kCurveRole = widgets::kFilterRole + 1;

// The runs that were kept, newest first. Times are response times in milliseconds, the unit stands in the
// header and exact figures in the tool tips. A new list changes only the rows that differ, so that views keep
// selection and place while runs come and go.
class HistoryModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column : int {
        Run,
        Verdict,
        Started,
        Plan,
        Build,
        Rate,
        P50,
        P95,
        P99,
        Failed,
        Requests,
        Lasted,
        Environment,
        Tags,
        Note,
        Mark,  // starred; views show it first
        Curve, // its response times over its length
        kColumns
    };

    explicit HistoryModel(QObject* parent = nullptr);

    void setRuns(const bridge::RunList& runs);
    // The curve of a run that was asked for.
    void setCurve(const bridge::RunPreviewPtr& preview);
    [[nodiscard]] bool hasCurve(history::RunId run) const { return m_curves.contains(run.value); }
    // Runs in which the words were found somewhere: a filter of these words, or of parts of them, lets them
    // through.
    void setFound(const QString& words, const std::vector<history::RunId>& runs);
    // All of them, newest first; valid until the next list.
    [[nodiscard]] const bridge::RunList& runs() const { return m_rows; }
    // nullptr when the row is none of ours; valid until the next list.
    [[nodiscard]] const bridge::RunListEntry* entry(int row) const;
    // -1 when it is not in the list.
    [[nodiscard]] int rowOf(history::RunId run) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    // Note and tags.
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    // A person says so; the list follows when it is kept.
    void remarked(bw::history::RunId run, const bw::history::RunNotes& notes);

private:
    void removeMissing(const bridge::RunList& runs);
    void insertNew(const bridge::RunList& runs);
    void replace(std::size_t row, const bridge::RunListEntry& entry);
    void writeSearched();
    [[nodiscard]] QString searchedText(const bridge::RunListEntry& entry) const;

    bridge::RunList m_rows;
    std::unordered_map<std::int64_t, bridge::RunPreviewPtr> m_curves;
    QString m_words;
    std::unordered_set<std::int64_t> m_found; // by m_words
    // What a filter looks through, by run. Thousands of dates take longer to write than anybody should wait
    // for a letter: they are written a few at a time while nothing else is to do, or when they are asked for.
    mutable std::unordered_map<std::int64_t, QString> m_searched;
    QTimer m_writing;
    int m_written = 0; // the row up to which all are
};

} // namespace bw::history_view
