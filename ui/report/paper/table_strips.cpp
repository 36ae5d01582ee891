#include "ui/report/paper/table_strips.h"

#include "ui/report/paper/ink.h"
#include "ui/report/paper/type.h"

#include <QColor>

#include <algorithm>
#include <array>
#include <numeric>

namespace bw::ui_report::paper {
namespace {

constexpr std::array kSizes{points(8), points(7.6), points(7.2), points(6.8), points(6.4), points(6)};
constexpr double kReadable = points(7.2);
constexpr double kPadding = points(4); // at both sides of a cell, but for the table's own edges
constexpr double kPaddingAbove = points(2.6);
constexpr double kLeastName = points(84);
constexpr double kLeastWords = points(44);
constexpr double kPictureScale = 0.56 * 10; // of what the page draws on the screen
constexpr double kPictureGap = points(5);
constexpr double kHeadSize = 0.88; // of the letters below

QSizeF pictureSize(const Cell& cell) {
    return cell.text.picture.isEmpty() ? QSizeF(0, 0) : cell.text.picture.size * kPictureScale;
}

double besidePicture(const Cell& cell) {
    const double gap = cell.text.phrases.empty() ? 0 : kPictureGap;
    return cell.text.picture.isEmpty() ? 0 : pictureSize(cell).width() + gap;
}

Look lookOf(const Cell& cell, double size) {
    const Align align = cell.isNumber ? Align::Right : Align::Left;
    return {.size = size, .align = align, .wrap = cell.wrap, .mostLines = 8};
}

// How wide the columns are and how large their words.
class Columns {
public:
    Columns(const Table& table, double width)
        : m_width(width) {
        for (const std::vector<Row>* rows : {&table.head, &table.rows}) {
            for (const Row& row : *rows) {
                std::size_t columns = 0;
                for (const Cell& cell : row.cells) {
                    columns += static_cast<std::size_t>(cell.columns);
                }
                m_count = std::max(m_count, columns);
            }
        }
        m_columns.resize(m_count);
        for (const Row& row : table.head) {
            measure(row, kSizes[0] * kHeadSize);
        }
        for (const Row& row : table.rows) {
            measure(row, kSizes[0]);
        }
        // Rather somewhat smaller than with names broken; rather broken than small.
        if (!fits(&Column::natural, kReadable)) {
            fits(&Column::least, 0);
        }
        divide();
    }

    [[nodiscard]] double size() const { return m_size; }
    // Even what should not be broken over lines has to be.
    [[nodiscard]] bool isTooWide() const { return m_isTooWide; }
    [[nodiscard]] double headSize() const { return m_size * kHeadSize; }
    [[nodiscard]] double x(std::size_t column) const { // its left edge
        return std::accumulate(m_widths.begin(), m_widths.begin() + static_cast<std::ptrdiff_t>(column), 0.0);
    }
    // Where the contents of a cell begin, and how wide they may be.
    [[nodiscard]] double left(std::size_t column) const { return x(column) + (column == 0 ? 0 : kPadding); }
    [[nodiscard]] double room(std::size_t column, int columns) const {
        const std::size_t end = std::min(column + static_cast<std::size_t>(columns), m_count);
        return std::max(1.0, x(end) - (end == m_count ? 0 : kPadding) - left(column));
    }

private:
    // What stands in a column. Widths are those of the largest letters; those of others are in proportion.
    struct Column {
        double widest = 0;
        double widestWhole = 0;  // of what is not broken over lines
        double widestWord = 0;   // of what is broken between words
        double beside = 0;       // a picture's width
        double widestBeside = 0; // of the words beside pictures
        bool hasWords = false;   // in the rows
        bool hasNames = false;   // which are broken anywhere

        [[nodiscard]] double natural(double size) const {
            return std::max(placed(widest, size), placed(widestBeside, size) + beside);
        }
        [[nodiscard]] double least(double size) const {
            const double words = hasWords ? std::max(kLeastWords, placed(widestWord, size)) : 0;
            const double names = hasNames ? kLeastName : 0;
            return std::max({placed(std::max(widestWhole, widestWord), size),
                             beside > 0 ? placed(widestBeside, size) + beside : 0,
                             std::min(natural(size), std::max(words, names))});
        }
        [[nodiscard]] double placed(double text, double size) const {
            return text * size / kSizes[0] + 2 * kPadding + 1;
        }
    };
    using Width = double (Column::*)(double size) const;

    // Whether the columns stay within the table at some size of letters; the largest such remains set, or the
    // least.
    bool fits(Width width, double leastSize) {
        for (const double size : kSizes) {
            if (size < leastSize) {
                return false;
            }
            m_size = size;
            if (sum(width) <= m_width) {
                return true;
            }
        }
        return false;
    }

    [[nodiscard]] double sum(Width width) const {
        double all = 0;
        for (const Column& column : m_columns) {
            all += (column.*width)(m_size);
        }
        return all;
    }

    void measure(const Row& row, double size) {
        std::size_t column = 0;
        for (const Cell& cell : row.cells) {
            if (cell.columns == 1) {
                measure(cell, m_columns[column], size);
            }
            column += static_cast<std::size_t>(cell.columns);
        }
    }

    static void measure(const Cell& cell, Column& column, double size) {
        const Look look = lookOf(cell, size);
        const double width = widthOf(cell.text, look);
        if (const double picture = besidePicture(cell); picture > 0) {
            column.beside = std::max(column.beside, picture);
            column.widestBeside = std::max(column.widestBeside, width);
            return;
        }
        column.widest = std::max(column.widest, width);
        if (cell.wrap == Wrap::Never) {
            column.widestWhole = std::max(column.widestWhole, width);
        } else if (cell.wrap == Wrap::AtWords && width > column.widestWord) {
            column.widestWord = std::max(column.widestWord, widestWord(cell.text, look));
        }
        const bool isInRows = size == kSizes[0];
        const bool isWords = !cell.text.phrases.empty();
        column.hasNames = column.hasNames || cell.wrap == Wrap::Anywhere;
        column.hasWords = column.hasWords || (isInRows && isWords && cell.wrap != Wrap::Never);
    }

    void divide() {
        const double least = sum(&Column::least);
        const double wanted = sum(&Column::natural) - least;
        const double room = m_width - least;
        m_isTooWide = room < 0;
        const auto wordy = static_cast<double>(std::ranges::count(m_columns, true, &Column::hasWords));
        for (const Column& column : m_columns) {
            double width = column.least(m_size);
            if (m_isTooWide) {
                width *= m_width / least; // nothing else is left
            } else if (wanted > 0) {
                width += (column.natural(m_size) - width) * std::min(1.0, room / wanted);
            }
            // What is left over goes to the columns of words; else the figures would stand far from their
            // names.
            if (const double rest = room - wanted; rest > 0) {
                width += wordy == 0        ? rest / static_cast<double>(m_count)
                         : column.hasWords ? rest / wordy
                                           : 0;
            }
            m_widths.push_back(width);
        }
    }

    double m_width;
    std::size_t m_count = 0;
    double m_size = kSizes[0];
    std::vector<Column> m_columns;
    std::vector<double> m_widths;
    bool m_isTooWide = false;
};

struct LaidCell {
    Cell cell;
    Lines words;
    double left;
    double width;
};

class LaidRow {
public:
    enum class Kind : std::uint8_t { Head, Body };

    LaidRow(const Row& row, const Columns& columns, Kind kind)
        : m_kind(kind)
        , m_continues(row.continues) {
        const double size = kind == Kind::Head ? columns.headSize() : columns.size();
        std::size_t column = 0;
        for (const Cell& cell : row.cells) {
            const double width = columns.room(column, cell.columns);
            Look look = lookOf(cell, size);
            look.align = kind == Kind::Head && cell.columns > 1 ? Align::Centre : look.align;
            const double room = std::max(1.0, width - besidePicture(cell));
            if (columns.isTooWide()) {
                look.wrap = Wrap::Anywhere;
            }
            m_cells.push_back({cell, Lines(cell.text, look, room), columns.left(column), width});
            m_height = std::max({m_height, m_cells.back().words.height(), pictureSize(cell).height()});
            column += static_cast<std::size_t>(cell.columns);
        }
        m_height += (m_continues ? 1 : 2) * kPaddingAbove;
    }

    [[nodiscard]] double height() const { return m_height; }

    void paint(QPainter& painter, double top) const {
        for (const LaidCell& laid : m_cells) {
            const double bottom = top + m_height - kPaddingAbove;
            const double wordsTop =
                m_kind == Kind::Head ? bottom - laid.words.height() : top + (m_continues ? 0 : kPaddingAbove);
            double left = laid.left;
            if (!laid.cell.text.picture.isEmpty()) {
                const QSizeF size = pictureSize(laid.cell);
                paintPicture(painter, laid.cell.text.picture,
                             {left, wordsTop + (laid.words.lineHeight() - size.height()) / 2}, size);
                left += besidePicture(laid.cell);
            }
            laid.words.paint(painter, {left, wordsTop});
            if (m_kind == Kind::Head && laid.cell.columns > 1 && !laid.cell.text.phrases.empty()) {
                painter.fillRect(QRectF(laid.left, bottom + points(1.2), laid.width, points(0.5)),
                                 QColor(ink::kLine));
            }
        }
    }

private:
    Kind m_kind;
    bool m_continues;
    std::vector<LaidCell> m_cells;
    double m_height = 0;
};

using LaidRows = std::vector<std::shared_ptr<const LaidRow>>;

std::shared_ptr<const Strip> headOf(const Table& table, const Columns& columns, double width) {
    LaidRows rows;
    Strip strip{.height = 0, .spaceBefore = points(2), .keepsWithNext = true};
    for (const Row& row : table.head) {
        rows.push_back(std::make_shared<const LaidRow>(row, columns, LaidRow::Kind::Head));
        strip.height += rows.back()->height();
    }
    strip.paint = [rows, width, height = strip.height](QPainter& painter, double top) {
        for (double y = top; const auto& row : rows) {
            row->paint(painter, y);
            y += row->height();
        }
        painter.fillRect(QRectF(0, top + height - points(0.8), width, points(0.8)), QColor(ink::kQuiet));
    };
    return std::make_shared<const Strip>(std::move(strip));
}

} // namespace

Strips tableStrips(const Table& table, double width) {
    const Columns columns(table, width);
    const std::shared_ptr<const Strip> head = headOf(table, columns, width);
    Strips strips{*head};
    const std::size_t count = table.rows.size();
    for (std::size_t index = 0; index < count; ++index) {
        const auto row = std::make_shared<const LaidRow>(table.rows[index], columns, LaidRow::Kind::Body);
        Strip strip{.height = row->height()};
        const bool isLast = index + 1 == count;
        strip.keepsWithNext =
            !isLast && (index == 0 || index + 2 == count || table.rows[index + 1].continues);
        strip.repeated = head;
        const bool hasLineAbove = index > 0 && !table.rows[index].continues;
        strip.paint = [row, hasLineAbove, isLast, width](QPainter& painter, double top) {
            const auto line = [&](double y) {
                painter.fillRect(QRectF(0, y, width, points(0.5)), QColor(ink::kLine));
            };
            if (hasLineAbove) {
                line(top);
            }
            row->paint(painter, top);
            if (isLast) {
                line(top + row->height());
            }
        };
        strips.push_back(std::move(strip));
    }
    return strips;
}

} // namespace bw::ui_report::paper
