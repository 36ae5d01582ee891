#include "ui/report/paper/pdf_document.h"

#include "ui/report/paper/block_strips.h"
#include "ui/report/paper/flow.h"
#include "ui/report/paper/ink.h"
#include "ui/report/paper/pdf_outline.h"
#include "ui/report/paper/type.h"
#include "ui/report/report_words.h"

#include <QBuffer>
#include <QColor>
#include <QPageSize>
#include <QPdfWriter>

#include <cstddef>

namespace bw::ui_report::paper {
namespace {

constexpr int kResolution = 720; // makes a tenth of a point the painter's unit
constexpr double kSide = points(45);
constexpr double kTop = points(54);
constexpr double kBottom = points(56);
constexpr double kHeadLine = points(28);       // from the page's upper edge
constexpr double kFootLine = points(36);       // from its lower edge
constexpr double kAboveMark = 6;               // points left above the place that a bookmark shows
constexpr double kMostHeadLeft = 0.62;         // of the text's width
constexpr double kFirstTop = kTop - points(8); // the first page has no running head

class Document {
public:
    Document(const Sheet& sheet, const std::vector<Block>& blocks)
        : m_sheet(sheet)
        , m_writer(&m_buffer) {
        m_buffer.open(QIODevice::WriteOnly);
        m_writer.setResolution(kResolution);
        m_writer.setPageSize(QPageSize(QPageSize::A4));
        m_writer.setPageMargins(QMarginsF(0, 0, 0, 0));
        m_width = m_writer.width() - 2 * kSide;
        m_strips = stripsOf(blocks, m_width);
        m_pages = flowed(m_strips, m_writer.height() - kTop - kBottom);
    }

    [[nodiscard]] QByteArray written() {
        QPainter painter(&m_writer);
        for (std::size_t page = 0; page < m_pages.size(); ++page) {
            if (page > 0) {
                m_writer.newPage();
            }
            paintPage(painter, page);
        }
        painter.end();
        return withParticulars(m_buffer.data(), {.title = m_sheet.title,
                                                 .program = m_sheet.program,
                                                 .language = m_sheet.language,
                                                 .bookmarks = m_bookmarks});
    }

private:
    void paintPage(QPainter& painter, std::size_t page) {
        const double from = page == 0 ? kFirstTop : kTop;
        if (page > 0) {
            paintHead(painter);
        }
        for (const PlacedStrip& placed : m_pages[page]) {
            const double top = from + placed.top;
            painter.save();
            painter.translate(kSide, 0);
            placed.strip->paint(painter, top);
            painter.restore();
            if (placed.strip->mark) {
                m_bookmarks.push_back({placed.strip->mark->title, placed.strip->mark->level,
                                       static_cast<int>(page),
                                       (m_writer.height() - top) / points(1) + kAboveMark});
            }
        }
        paintFoot(painter, page);
    }

    void paintBeside(QPainter& painter, double top, const QString& left, const QString& right) const {
        Look look{.size = points(7), .mostLines = 1};
        Lines(plainText(left, Tone::Muted), look, m_width * kMostHeadLeft).paint(painter, {kSide, top});
        look.align = Align::Right;
        Lines(plainText(right, Tone::Muted), look, m_width * (1 - kMostHeadLeft))
            .paint(painter, {kSide + m_width * kMostHeadLeft, top});
    }

    void paintHead(QPainter& painter) const {
        paintBeside(painter, kHeadLine, m_sheet.head, m_sheet.headRight);
        painter.fillRect(QRectF(kSide, kHeadLine + points(11), m_width, points(0.5)), QColor(ink::kLine));
    }

    void paintFoot(QPainter& painter, std::size_t page) const {
        paintBeside(painter, m_writer.height() - kFootLine, m_sheet.program,
                    Words::tr("page %1 of %2").arg(page + 1).arg(m_pages.size()));
    }

    const Sheet& m_sheet;
    QBuffer m_buffer;
    QPdfWriter m_writer;
    double m_width = 0;
    Strips m_strips;
    std::vector<Page> m_pages;
    std::vector<Bookmark> m_bookmarks;
};

} // namespace

QByteArray pdfDocument(const Sheet& sheet, const std::vector<Block>& blocks) {
    return Document(sheet, blocks).written();
}

} // namespace bw::ui_report::paper
