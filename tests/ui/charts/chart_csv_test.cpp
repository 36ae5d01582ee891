#include "ui/charts/chart_csv.h"

#include <gtest/gtest.h>

namespace bw::charts {
namespace {

TEST(ChartCsv, HasALineForEverySecondWithASampleAndAColumnForEachCurve) {
    ChartData data;
    data.curves.resize(2);
    data.curves[0].name = QStringLiteral("P50");
    data.curves[0].points = {{0, 1.5}, {1, std::nullopt}, {2, 0.1}};
    data.curves[1].name = QStringLiteral("a \"quoted\", name");
    data.curves[1].points = {{2, 1e6}, {3, 4.0}};
    EXPECT_EQ(csvOf(data).toStdString(), "second,P50,\"a \"\"quoted\"\", name\"\n"
                                         "0,1.5,\n"
                                         "2,0.1,1e+06\n"
                                         "3,,4\n");
}

TEST(ChartCsv, OfNothingIsTheHead) {
    EXPECT_EQ(csvOf({}).toStdString(), "second\n");
}

} // namespace
} // namespace bw::charts
