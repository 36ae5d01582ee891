#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"

#include <QGuiApplication>
#include <QImage>
#include <QPixmap>

#include <gtest/gtest.h>

namespace bw::theme {
namespace {

// The strongest colour of a picture.
QColor inkOf(const QIcon& icon, QIcon::Mode mode = QIcon::Normal) {
    const QImage image = icon.pixmap(QSize(32, 32), mode).toImage().convertToFormat(QImage::Format_ARGB32);
    QColor strongest(Qt::transparent);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            strongest = pixel.alpha() > strongest.alpha() ? pixel : strongest;
        }
    }
    return strongest;
}

TEST(Icons, TakeTheColourOfTheAppearance) {
    const QIcon play = icon(QStringLiteral("play"));
    for (const Appearance appearance : {Appearance::Dark, Appearance::Light}) {
        QGuiApplication::setPalette(makePalette(appearance));
        EXPECT_EQ(inkOf(play).name(), tokens(appearance).text.name());
        EXPECT_LT(inkOf(play, QIcon::Disabled).alpha(), 128);
        EXPECT_EQ(inkOf(icon(QStringLiteral("play"), Ink::Bad)).name(), tokens(appearance).bad.name());
    }
}

TEST(Icons, OfAnUnknownNameAreNull) {
    EXPECT_TRUE(icon(QStringLiteral("no such icon")).isNull());
}

} // namespace
} // namespace bw::theme
