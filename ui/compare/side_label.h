#pragma once

#include "core/history/run_record.h"

#include <QWidget>

#include <cstddef>
#include <vector>

namespace bw::compare {

// Which runs a side is, beside its letter in its colour.
class SideLabel : public QWidget {
    Q_OBJECT

public:
    // `place` of the colour among the scenarios' ones.
    SideLabel(const QString& letter, std::size_t place, QWidget* parent = nullptr);

    void setRuns(const std::vector<history::RunSummary>& runs);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QString m_letter;
    std::size_t m_place;
    QString m_text;
};

} // namespace bw::compare
