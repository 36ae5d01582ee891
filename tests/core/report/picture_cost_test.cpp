#include "core/report/report_builder.h"
#include "core/report/second_rows.h"
#include "tests/core/report/frame_source.h"

#include <chrono>
#include <ctime>
#include <gtest/gtest.h>
#include <iostream>
#include <string>

// What a picture of a run costs that has gone for a day: a window makes one each second.
namespace bw::report {
namespace {

double cpuMilliseconds() {
    return static_cast<double>(std::clock()) * 1e3 / CLOCKS_PER_SEC;
}

TEST(APictureOfADay, CostsLittleEachSecond) {
    FrameSource source;
    for (std::size_t name = 0; name < SecondRows::kMaxCurves; ++name) {
        source.request("request " + std::to_string(name), 3, 4);
    }
    metrics::Frame frame = source.take();
    ReportBuilder builder;
    const double begin = cpuMilliseconds();
    for (std::size_t second = 0; second < SecondRows::kMaxRows; ++second) {
        frame.second = static_cast<std::int64_t>(second);
        builder.add(frame);
        frame.newSeries.clear();
    }
    const double frames = cpuMilliseconds() - begin;
    RunInfo run;
    run.duration = std::chrono::hours(24);
    constexpr int kPictures = 10;
    double pictures = -cpuMilliseconds();
    for (int picture = 0; picture < kPictures; ++picture) {
        const ReportModel model = builder.build(run, {});
        ASSERT_EQ(model.seconds.size(), SecondRows::kMaxRows);
        const ReportModel shown = model; // a window's tables keep some of it
        ASSERT_EQ(shown.requests.size(), SecondRows::kMaxCurves);
    }
    pictures += cpuMilliseconds();
    std::cout << "a frame: " << frames / static_cast<double>(SecondRows::kMaxRows)
              << " ms; a picture: " << pictures / kPictures << " ms\n";
    RecordProperty("ms_per_picture", std::to_string(pictures / kPictures));
    // Loose: other programs and sanitizers slow this down, copies of all curves cost far more.
    EXPECT_LT(pictures / kPictures, 25);
}

} // namespace
} // namespace bw::report
