#pragma once

#include "ui/report/paper/page_blocks.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace bw::ui_report::paper {

// What stands around the text of each page.
struct Sheet {
    QString title;     // of the file
    QString head;      // from the second page on, at the left
    QString headRight; // the same, at the right
    QString program;   // who wrote it
    QString language;  // of its words, as HTML names it
};

// A PDF on A4 with bookmarks, page numbers and embedded fonts; text is text, charts are vectors. The same
// blocks give the same bytes. Needs a QGuiApplication, for its fonts; any thread.
[[nodiscard]] QByteArray pdfDocument(const Sheet& sheet, const std::vector<Block>& blocks);

} // namespace bw::ui_report::paper
