#pragma once

#include <QFile>
#include <QRegularExpression>
#include <QString>
#include <QXmlStreamReader>

#include <gtest/gtest.h>

// What every page of a report holds to.
namespace bw::ui_report {

inline void expectWellFormedPictures(const QString& page) {
    static const QRegularExpression picture(QStringLiteral("<svg.*?</svg>"),
                                            QRegularExpression::DotMatchesEverythingOption);
    auto pictures = picture.globalMatch(page);
    while (pictures.hasNext()) {
        const QString svg = pictures.next().captured();
        QXmlStreamReader reader(svg);
        while (!reader.atEnd()) {
            reader.readNext();
        }
        EXPECT_FALSE(reader.hasError()) << reader.errorString().toStdString() << svg.left(400).toStdString();
        EXPECT_FALSE(svg.contains(QStringLiteral("nan"))) << svg.left(2000).toStdString();
        EXPECT_FALSE(svg.contains(QStringLiteral("inf"))) << svg.left(2000).toStdString();
    }
}

inline void expectNothingActive(const QString& page) {
    EXPECT_FALSE(page.contains(QStringLiteral("<script"), Qt::CaseInsensitive));
    EXPECT_FALSE(page.contains(QStringLiteral("http://")));
    EXPECT_FALSE(page.contains(QStringLiteral("https://")));
    EXPECT_FALSE(page.contains(QStringLiteral("url(")));
    EXPECT_TRUE(page.contains(QStringLiteral("default-src 'none'")));
}

// Kept beside the test's program, to be looked at.
inline void keepPage(const QString& page, const QString& name) {
    QFile file(QStringLiteral(BW_BINARY_DIR) + QStringLiteral("/tests/") + name);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(page.toUtf8());
}

} // namespace bw::ui_report
