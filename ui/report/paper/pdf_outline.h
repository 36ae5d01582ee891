#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace bw::ui_report::paper {

struct Bookmark {
    QString title;
    int level = 1; // one more than its parent's
    int page = 0;  // the first is 0
    double y = 0;  // points above the page's lower edge
};

// What a PDF says of itself.
struct Particulars {
    QString title;
    QString program;
    QString language; // as HTML names it
    std::vector<Bookmark> bookmarks;
};

// QPdfWriter's file with an outline, its title shown, its language named; Qt 6.4 writes none of these. The
// time it was made and random marks go, so that the same report is the same file, byte by byte. A file that
// cannot be read comes back as it was: a report without bookmarks is better than none. Any thread.
[[nodiscard]] QByteArray withParticulars(const QByteArray& pdf, const Particulars& particulars);

} // namespace bw::ui_report::paper
