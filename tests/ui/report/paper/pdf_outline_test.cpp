#include "tests/ui/report/read_pdf.h"
#include "ui/report/paper/pdf_outline.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>

#include <gmock/gmock.h>

namespace bw::ui_report::paper {
namespace {

using namespace Qt::StringLiterals;
using testing::ElementsAre;
using testing::IsEmpty;

QByteArray pages(int count) {
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    QPainter painter(&writer);
    for (int page = 0; page < count; ++page) {
        if (page > 0) {
            writer.newPage();
        }
        painter.drawText(100, 100, u"page"_s);
    }
    painter.end();
    return buffer.data();
}

Particulars particularsOf(std::vector<Bookmark> bookmarks) {
    return {.title = u"계획 (1) \\ <b>"_s,
            .program = u"Bellwether 1"_s,
            .language = u"ko"_s,
            .bookmarks = std::move(bookmarks)};
}

TEST(PdfOutline, BookmarksAreATreeThatPointsToPages) {
    const ReadPdf pdf(withParticulars(pages(3), particularsOf({{u"Verdict"_s, 1, 0, 800},
                                                               {u"Budgets"_s, 1, 0, 400},
                                                               {u"jts-api"_s, 2, 0, 380},
                                                               {u"지연 시간"_s, 2, 1, 800},
                                                               {u"(The plan\\"_s, 1, 2, 800}})));
    ASSERT_TRUE(pdf.isWhole());
    EXPECT_EQ(pdf.pages(), 3);
    EXPECT_THAT(pdf.bookmarks(),
                ElementsAre("Verdict @1", "Budgets @1", "  jts-api @1", "  지연 시간 @2", "(The plan\\ @3"));
}

TEST(PdfOutline, TheFileSaysWhatItIsAndNotWhenItWasMade) {
    const QByteArray bytes = withParticulars(pages(1), particularsOf({}));
    const ReadPdf pdf(bytes);
    EXPECT_EQ(pdf.about("/Title"), "계획 (1) \\ <b>");
    EXPECT_EQ(pdf.about("/Creator"), "Bellwether 1");
    EXPECT_EQ(pdf.language(), "ko");
    EXPECT_THAT(pdf.bookmarks(), IsEmpty());
    EXPECT_FALSE(bytes.contains("CreationDate"));
    EXPECT_FALSE(bytes.contains("xmpmeta"));
}

TEST(PdfOutline, TheFirstBookmarkMayStandAnywhere) {
    const ReadPdf pdf(withParticulars(pages(1), particularsOf({{u"deep"_s, 3, 0, 1}, {u"up"_s, 1, 0, 1}})));
    ASSERT_TRUE(pdf.isWhole());
    EXPECT_THAT(pdf.bookmarks(), ElementsAre("deep @1", "up @1"));
}

TEST(PdfOutline, WhatIsNoWholePdfStaysAsItWas) {
    const QByteArray whole = pages(1);
    for (const QByteArray& broken : {QByteArray(), QByteArray("%PDF-1.4\n"), whole.left(whole.size() / 2),
                                     QByteArray(whole).replace("startxref", "startxxxx")}) {
        EXPECT_EQ(withParticulars(broken, particularsOf({{u"a"_s, 1, 0, 0}})), broken);
    }
}

} // namespace
} // namespace bw::ui_report::paper
