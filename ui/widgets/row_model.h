#pragma once

#include "ui/theme/icons.h"

#include <QAbstractTableModel>

#include <algorithm>
#include <utility>
#include <vector>

namespace bw::widgets {

// Beside DataRole: in which ink a cell is painted (theme::Ink).
inline constexpr int kToneRole = Qt::UserRole + 2;
// An icon's name, in that ink, before the text.
inline constexpr int kIconRole = Qt::UserRole + 3;

// Names at the left, figures at the right.
[[nodiscard]] inline QVariant alignmentOf(bool isName) {
    return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter | (isName ? Qt::AlignLeft : Qt::AlignRight)));
}

// Rows of plain values, taken whole once a second.
template <typename Row>
class RowModel : public QAbstractTableModel {
public:
    using QAbstractTableModel::QAbstractTableModel;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }

protected:
    // Takes new rows whole. When the first ones are the same things as before, views keep selection and
    // place.
    template <typename IsSame>
    void take(std::vector<Row> rows, const IsSame& isSame) {
        const bool keeps =
            rows.size() >= m_rows.size() && std::equal(m_rows.begin(), m_rows.end(), rows.begin(), isSame);
        if (!keeps) {
            beginResetModel();
            m_rows = std::move(rows);
            endResetModel();
            return;
        }
        const int before = static_cast<int>(m_rows.size());
        const int after = static_cast<int>(rows.size());
        if (after > before) {
            beginInsertRows({}, before, after - 1);
            m_rows = std::move(rows);
            endInsertRows();
        } else {
            m_rows = std::move(rows);
        }
        if (before > 0) {
            Q_EMIT dataChanged(index(0, 0), index(before - 1, columnCount() - 1));
        }
    }

    // nullptr when the index is none of ours.
    [[nodiscard]] const Row* rowAt(const QModelIndex& index) const {
        return index.isValid() && index.row() < rowCount() ? &m_rows[static_cast<std::size_t>(index.row())]
                                                           : nullptr;
    }

    [[nodiscard]] const std::vector<Row>& rows() const { return m_rows; }

private:
    std::vector<Row> m_rows;
};

} // namespace bw::widgets
