#pragma once

#include "ui/theme/icons.h"

#include <QString>
#include <QWidget>

#include <vector>

namespace bw::live {

// How one thing stands, as a line: a shape and its colour, what it is, and a figure or a word.
struct StateLine {
    QString icon;
    theme::Ink ink = theme::Ink::Muted;
    QString name;
    QString value;
    QString tip; // the whole of it, in sentences
    bool isChosen = false;

    friend bool operator==(const StateLine&, const StateLine&) = default;
};

// A few such lines beneath each other, in as many columns as it takes; each has its own tool tip, and one can
// be chosen by a click or with Up and Down.
class StateLines : public QWidget {
    Q_OBJECT

public:
    explicit StateLines(QWidget* parent = nullptr);

    // `rows`: of a column.
    void setLines(std::vector<StateLine> lines, int rows);
    [[nodiscard]] const std::vector<StateLine>& lines() const { return m_lines; }
    // Without: nothing can be chosen, and the lines take no focus.
    void setChoosable(bool isChoosable);
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void chosen(int line);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] int columnWidth() const;
    [[nodiscard]] QRect place(std::size_t line) const;
    [[nodiscard]] int lineAt(const QPoint& position) const; // -1: none
    void paintLine(QPainter& painter, const StateLine& line, const QRect& place) const;
    void tellAccessibly();

    std::vector<StateLine> m_lines;
    int m_rows = 1;
    bool m_isChoosable = false;
};

} // namespace bw::live
