#include "ui/theme/tokens.h"

#include <gtest/gtest.h>

namespace bw::theme {
namespace {

class EverySet : public testing::TestWithParam<Appearance> {
protected:
    const Tokens& t = tokens(GetParam());
};

TEST_P(EverySet, TextCanBeReadOnItsGrounds) {
    for (const QColor& ground : {t.surface, t.raised, t.sunken, t.selection}) {
        for (const QColor& ink : {t.text, t.muted, t.accent, t.good, t.warning, t.bad}) {
            EXPECT_GE(contrast(ink, ground), 4.5)
                << ink.name().toStdString() << " on " << ground.name().toStdString();
        }
    }
    EXPECT_GE(contrast(t.onAccent, t.accent), 4.5);
}

TEST_P(EverySet, PercentilesGetStrongerAndStandOut) {
    EXPECT_LT(contrast(t.percentile[0], t.surface), contrast(t.percentile[1], t.surface));
    EXPECT_LT(contrast(t.percentile[1], t.surface), contrast(t.percentile[2], t.surface));
}

TEST_P(EverySet, CurvesOfScenariosStandOut) {
    for (const QColor& curve : t.scenario) {
        EXPECT_GE(contrast(curve, t.surface), 2.0) << curve.name().toStdString();
    }
}

TEST_P(EverySet, AWidgetFindsItByItsPalette) {
    EXPECT_EQ(tokens(makePalette(GetParam())).appearance, GetParam());
}

INSTANTIATE_TEST_SUITE_P(Tokens, EverySet, testing::Values(Appearance::Light, Appearance::Dark));

TEST(Contrast, IsThatOfTheStandard) {
    EXPECT_NEAR(contrast(Qt::black, Qt::white), 21, 0.001);
    EXPECT_NEAR(contrast(QColor(0x777777), Qt::white), 4.48, 0.01);
}

} // namespace
} // namespace bw::theme
