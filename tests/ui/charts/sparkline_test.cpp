#include "ui/charts/sparkline.h"
#include "ui/theme/tokens.h"

#include <gtest/gtest.h>

namespace bw::charts {
namespace {

class ASparkline : public testing::Test {
protected:
    // Whether something is drawn in the role's colour within this share of its width.
    [[nodiscard]] bool hasInkWithin(double begin, double end) {
        const QColor ink = colourOf(CurveRole::Main, theme::tokens(m_line.palette()));
        const QImage picture = m_line.grab().toImage();
        for (int x = static_cast<int>(begin * picture.width()); x < static_cast<int>(end * picture.width());
             ++x) {
            for (int y = 0; y < picture.height(); ++y) {
                if (picture.pixelColor(x, y) == ink) {
                    return true;
                }
            }
        }
        return false;
    }

    [[nodiscard]] static Curve steps(std::vector<plot::CurvePoint> points) {
        Curve curve;
        curve.points = std::move(points);
        return curve;
    }

    ASparkline() { m_line.resize(200, m_line.sizeHint().height()); }

    Sparkline m_line{QStringLiteral("Requests"), [](double value) { return QString::number(value); }};
};

TEST_F(ASparkline, TellsItsHighestValue) {
    m_line.setCurve(steps({{0, 3.0}, {1, 7.5}, {2, {}}, {3, 1.0}}));
    EXPECT_EQ(m_line.accessibleName(), QStringLiteral("Requests"));
    EXPECT_EQ(m_line.accessibleDescription(), QStringLiteral("at the most 7.5"));
    m_line.setCurve({});
    EXPECT_EQ(m_line.accessibleDescription(), QStringLiteral("no samples"));
}

TEST_F(ASparkline, LeavesGapsFree) {
    m_line.setCurve(steps({{0, 5.0}, {2, 5.0}, {4, {}}, {8, 5.0}, {10, 5.0}}));
    EXPECT_TRUE(hasInkWithin(0, 0.2));
    EXPECT_FALSE(hasInkWithin(0.3, 0.7));
    EXPECT_TRUE(hasInkWithin(0.85, 1));
}

TEST_F(ASparkline, OfZeroesStandsOnItsGround) {
    m_line.setCurve(steps({{0, 0.0}, {10, 0.0}}));
    EXPECT_EQ(m_line.accessibleDescription(), QStringLiteral("at the most 0"));
    EXPECT_TRUE(hasInkWithin(0, 1));
}

} // namespace
} // namespace bw::charts
