#pragma once

#include "ui/charts/curve.h"

#include <QWidget>

#include <set>

class QToolButton;

namespace bw::charts {

// The names of a chart's curves with what they are now, on as many lines as it takes; a click or the space
// bar hides and shows a curve.
class ChartLegend : public QWidget {
    Q_OBJECT

public:
    explicit ChartLegend(QWidget* parent = nullptr);

    struct Entry {
        QString name;
        QString value; // now, or under the cross-hair
        CurveRole role = CurveRole::Main;
        std::size_t scenario = 0;
        bool isDashed = false;
    };
    void setEntries(const std::vector<Entry>& entries);
    [[nodiscard]] const std::set<QString>& hidden() const { return m_hidden; }

Q_SIGNALS:
    void hiddenChanged();

protected:
    void changeEvent(QEvent* event) override;

private:
    void rebuild();
    void addButton(const Entry& entry);
    void showText(QToolButton& button, const Entry& entry);
    void paintSwatches();
    void takeFont();
    void toggle(const QString& name);

    std::vector<Entry> m_entries;
    std::vector<QToolButton*> m_buttons;
    std::set<QString> m_hidden;
};

} // namespace bw::charts
