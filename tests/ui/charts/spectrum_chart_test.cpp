#include "ui/charts/spectrum_chart.h"

#include <QTest>

#include <gtest/gtest.h>

namespace bw::charts {
namespace {

QString plain(double value) {
    return QString::number(value);
}

SpectrumChart::Line lineOf(const char* name) {
    return {QString::fromLatin1(name), CurveRole::Main, 0, {{0, 1}, {0.9, 10}, {0.99, 100}}};
}

TEST(ASpectrum, IsReadBetweenItsPoints) {
    const SpectrumChart::Line line = lineOf("a");
    EXPECT_EQ(SpectrumChart::valueAt(line, 0), 1);
    EXPECT_NEAR(*SpectrumChart::valueAt(line, 0.45), 5.5, 1e-9);
    EXPECT_NEAR(*SpectrumChart::valueAt(line, 0.99), 100, 1e-9);
    EXPECT_FALSE(SpectrumChart::valueAt(line, 0.999)) << "nothing was measured so far out";
}

TEST(ASpectrum, SaysItsPercentilesToThoseWhoCannotSeeThem) {
    SpectrumChart chart(QStringLiteral("Times"), plain);
    EXPECT_EQ(chart.accessibleDescription(), QStringLiteral("no samples"));
    chart.setLines({lineOf("a")});
    EXPECT_TRUE(chart.accessibleDescription().contains(QString::fromUtf16(u"a 99\u202f% 100")))
        << chart.accessibleDescription().toStdString();
}

TEST(ASpectrum, IsReadByKeyboard) {
    SpectrumChart chart(QStringLiteral("Times"), plain);
    chart.setLines({lineOf("a"), lineOf("b")});
    chart.resize(600, 300);
    chart.show();
    const QImage before = chart.grab().toImage();
    QTest::keyClick(&chart, Qt::Key_Left);
    EXPECT_TRUE(chart.accessibleDescription().startsWith(QStringLiteral("a 98")))
        << chart.accessibleDescription().toStdString();
    EXPECT_NE(chart.grab().toImage(), before);
    QTest::keyClick(&chart, Qt::Key_Right);
    EXPECT_TRUE(chart.accessibleDescription().startsWith(QStringLiteral("a 99")));
}

} // namespace
} // namespace bw::charts
