#pragma once

#include <QByteArray>
#include <QPointF>
#include <QSizeF>
#include <QString>

#include <cstdint>
#include <utility>
#include <variant>
#include <vector>

// A report's page as blocks, one below the other: what page_reader.h reads and what goes on paper. Values
// only.
namespace bw::ui_report::paper {

enum class Tone : std::uint8_t { Plain, Muted, Good, Warning, Bad };

// Words that look alike.
struct Phrase {
    QString text;
    Tone tone = Tone::Plain;
    bool isStrong = false;
    bool isCode = false;
    bool isSmall = false;
    friend bool operator==(const Phrase&, const Phrase&) = default;
};

// Words in a picture: QtSvg would draw them as outlines, which nobody can search.
struct PictureLabel {
    QString text;
    QPointF at;       // of the line they stand on, in the picture's units
    double share = 0; // of their width that lies before `at`
};

// An SVG that needs nothing else, and the words in it; empty: none.
struct Picture {
    QByteArray svg;
    QSizeF size; // in the SVG's own units
    std::vector<PictureLabel> labels = {};
    [[nodiscard]] bool isEmpty() const { return svg.isEmpty(); }
};

struct Text {
    std::vector<Phrase> phrases;
    Picture picture; // before the words
};

// The sentence a page begins with, and its mark.
struct Headline {
    QString mark; // "✓"
    Tone tone = Tone::Plain;
    Text sentence;
};

struct Heading {
    int level = 1; // 1, or 2 below it
    Text text;
};

struct Paragraph {
    Text text;
};

struct List {
    std::vector<Text> items;
};

// Short texts one after the other, none broken over lines as long as it fits on one.
struct Items {
    std::vector<Text> items;
};

struct KeyFigure {
    QString term;
    QString value;
    QString note;
    Tone tone = Tone::Plain;
};

struct KeyFigures {
    std::vector<KeyFigure> figures;
};

enum class Wrap : std::uint8_t { Never, AtWords, Anywhere };

struct Cell {
    Text text;
    Wrap wrap = Wrap::AtWords;
    int columns = 1; // that it spans
    bool isNumber = false;
};

struct Row {
    std::vector<Cell> cells;
    bool continues = false; // belongs to the row above
};

struct Table {
    std::vector<Row> head;
    std::vector<Row> rows;
};

struct Chart {
    Text caption;
    Items legend;
    Text instead; // when there is nothing to draw
    Picture picture;
    int across = 2; // that stand beside each other
};

struct Charts {
    std::vector<Chart> charts;
};

struct Pairs {
    std::vector<std::pair<Text, Text>> pairs;
};

// Text whose lines stay as they are.
struct Listing {
    QString text;
};

using Block =
    std::variant<Headline, Heading, Paragraph, List, Items, KeyFigures, Table, Charts, Pairs, Listing>;

} // namespace bw::ui_report::paper
