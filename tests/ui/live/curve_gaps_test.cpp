#include "tests/ui/live/sample_picture.h"
#include "ui/live/curve_gaps.h"

#include <gmock/gmock.h>

namespace bw::live {
namespace {

using testing::ElementsAre;

TEST(Gaps, AreWhereARunStoodStill) {
    bridge::RunPicture picture = samplePicture();
    EXPECT_TRUE(gapsOf(picture).empty());
    using Kind = report::MarkKind;
    picture.model.marks = {{{std::chrono::milliseconds(6400), "suspend", "1000"}, Kind::Gap},
                           {{std::chrono::milliseconds(8000), "clock_jump", "1000"}, Kind::Happening},
                           {{std::chrono::milliseconds(2500), "suspend", "1000"}, Kind::Gap}};
    EXPECT_THAT(gapsOf(picture), ElementsAre(2.5, 6.4));
}

TEST(Gaps, AreWhereSecondsAreMissing) {
    bridge::RunPicture picture = samplePicture();
    report::Column<report::SecondRow> rows;
    for (const report::SecondRow& row : picture.model.seconds) {
        if (row.second < 4 || row.second >= 6) {
            rows.push_back(row);
        }
    }
    picture.model.seconds = rows;
    EXPECT_THAT(gapsOf(picture), ElementsAre(4.0));
}

TEST(Gaps, PartACurveBetweenTheSecondsBeforeAndAfter) {
    std::vector<charts::Curve> curves(2);
    for (int second = 0; second < 5; ++second) {
        curves[0].points.push_back({static_cast<double>(second), 1.0});
    }
    partCurves(curves, {-1, 2.5, 3, 99});
    std::vector<std::pair<double, bool>> points;
    for (const plot::CurvePoint& point : curves[0].points) {
        points.emplace_back(point.x, point.y.has_value());
    }
    EXPECT_THAT(points, ElementsAre(std::pair(-1, false), std::pair(0, true), std::pair(1, true),
                                    std::pair(2, true), std::pair(2.5, false), std::pair(3, false),
                                    std::pair(3, true), std::pair(4, true), std::pair(99, false)));
    EXPECT_THAT(curves[1].points, testing::SizeIs(4));
}

} // namespace
} // namespace bw::live
