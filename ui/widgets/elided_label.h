#pragma once

#include <QLabel>

namespace bw::widgets {

// A line of plain text that is cut at its end where there is no room; the whole of it is in the tool tip,
// unless that says something else.
class ElidedLabel : public QLabel {
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget* parent = nullptr);

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;
};

} // namespace bw::widgets
