#pragma once

#include "ui/report/paper/page_blocks.h"

#include <QFont>
#include <QPainter>
#include <QPointF>
#include <QTextLayout>

#include <memory>

// Words on paper. All lengths are tenths of a point, which is what the PDF's painter counts in.
namespace bw::ui_report::paper {

[[nodiscard]] constexpr double points(double number) {
    return number * 10;
}

enum class Align : std::uint8_t { Left, Centre, Right };

struct Look {
    double size = points(8.5);
    QFont::Weight weight = QFont::Normal;
    Align align = Align::Left;
    Wrap wrap = Wrap::Anywhere;
    bool isCode = false;
    int mostLines = 12; // what is longer ends with an ellipsis
};

// Words laid out in lines of a width.
class Lines {
public:
    Lines(const Text& text, const Look& look, double width);

    [[nodiscard]] double height() const { return m_height; }
    [[nodiscard]] double naturalWidth() const; // of the widest line
    [[nodiscard]] int count() const { return m_layout->lineCount(); }
    [[nodiscard]] double lineHeight() const;
    // From the top to the line the first words stand on.
    [[nodiscard]] double ascent() const;
    void paint(QPainter& painter, QPointF topLeft) const;
    void paintLine(QPainter& painter, int line, QPointF topLeft) const;

private:
    void layOut(const Look& look, double width);

    std::unique_ptr<QTextLayout> m_layout;
    double m_height = 0;
};

// Without a bound on the width.
[[nodiscard]] double widthOf(const Text& text, const Look& look);
[[nodiscard]] double widestWord(const Text& text, const Look& look);

[[nodiscard]] Text plainText(const QString& text, Tone tone = Tone::Plain);

// As large as `size`, its upper left corner at `topLeft`; words grow with it.
void paintPicture(QPainter& painter, const Picture& picture, QPointF topLeft, QSizeF size);

} // namespace bw::ui_report::paper
