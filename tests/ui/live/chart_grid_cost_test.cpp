#include "tests/ui/live/sample_picture.h"
#include "ui/charts/time_chart.h"
#include "ui/live/chart_grid.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <ctime>
#include <gtest/gtest.h>
#include <iostream>

// What the charts of a run cost each second that has gone for a day.
namespace bw::live {
namespace {

TEST(TheChartsOfADay, AreShownWithoutStalling) {
    constexpr int kSeconds = 86'400;
    auto picture = std::make_shared<bridge::RunPicture>(samplePicture());
    picture->isLive = true;
    picture->model.run.duration = std::chrono::seconds(kSeconds);
    picture->model.seconds.clear();
    for (int second = 0; second < kSeconds; ++second) {
        report::SecondRow row;
        row.second = second;
        row.requests = 100 + second % 37;
        row.latency = report::Percentiles{1, 2, 3.0 + second % 11};
        row.vus = 5;
        row.cpu = 0.1;
        picture->model.seconds.push_back(row);
    }
    picture->model.processes = {{"sim", report::Column<report::ProcessMoment>(kSeconds, {})}};
    picture->model.failures = {{{"timeout", ""}, report::Column<report::FailureMoment>(kSeconds, {1})}};
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
    ChartGrid grid(settings);
    grid.resize(1300, 700);
    grid.show();
    grid.setPicture(picture);
    QCoreApplication::processEvents();
    constexpr int kPictures = 5;
    const std::clock_t begin = std::clock();
    for (int i = 0; i < kPictures; ++i) {
        grid.setPicture(picture);
        for (auto* chart : grid.findChildren<charts::TimeChart*>()) {
            chart->flush();
        }
        QCoreApplication::processEvents();
    }
    const double milliseconds = static_cast<double>(std::clock() - begin) * 1e3 / CLOCKS_PER_SEC / kPictures;
    std::cout << "charts of a day: " << milliseconds << " ms a picture\n";
    // Loose: other programs and sanitizers slow this down.
    EXPECT_LT(milliseconds, 1500);
}

} // namespace
} // namespace bw::live
