// bench_designer [STEPS] [SCENARIOS]: how long the Design view of a large plan takes to open, for each thing
// that is done to it, and how often a dragged point is drawn.
#include "core/testplan/write.h"
#include "ui/bridge/plan_state.h"
#include "ui/designer/design_view.h"
#include "ui/designer/flow/flow_panel.h"
#include "ui/designer/form/form_field.h"
#include "ui/designer/form/form_page.h"
#include "ui/designer/form_stack.h"
#include "ui/designer/load/load_canvas.h"
#include "ui/designer/load/load_pane.h"
#include "ui/designer/outline/outline_panel.h"

#include <QApplication>
#include <QFile>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>

namespace {

using namespace bw;

constexpr int kFlows = 20;
constexpr int kPatienceMs = 60'000;
constexpr int kRounds = 30;

double millisecondsOf(const std::function<void()>& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

// What a change leads to until nothing waits any more: signals, layouts, painting.
void settle() {
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
}

std::string planText(int steps, int scenarios) {
    testplan::TestPlan plan = *bridge::readPlanState(bridge::newPlanText())->plan;
    const testplan::Step request = plan.flows.front().steps.front();
    plan.flows.clear();
    for (int flow = 0; flow < kFlows; ++flow) {
        testplan::Flow& made = plan.flows.emplace_back();
        made.name = "flow" + std::to_string(flow);
        for (int step = 0; step < steps / kFlows; ++step) {
            testplan::Step& one = made.steps.emplace_back(request);
            one.name = made.name + "_request" + std::to_string(step);
        }
    }
    plan.scenarios.clear();
    for (int i = 0; i < scenarios; ++i) {
        testplan::Scenario& scenario = plan.scenarios.emplace_back();
        scenario.name = "scenario" + std::to_string(i);
        scenario.flow = plan.flows[static_cast<std::size_t>(i % kFlows)].name;
        scenario.startTime = testplan::DurationText::from(std::to_string(i * 10) + "s");
        testplan::RampingVus load;
        load.startVUs = 1;
        load.stages = {{testplan::DurationText::from("1m"), 100 + i},
                       {testplan::DurationText::from("5m"), 100 + i},
                       {testplan::DurationText::from("1m"), 0}};
        scenario.executor = load;
    }
    return testplan::write(plan);
}

void print(const char* what, std::vector<double> times) {
    std::ranges::sort(times);
    std::printf("%-34s median %6.1f ms   at most %6.1f ms\n", what, times[times.size() / 2], times.back());
}

void measure(const char* what, const std::function<void(int)>& action) {
    std::vector<double> times;
    for (int round = 0; round < kRounds; ++round) {
        times.push_back(millisecondsOf([&] {
            action(round);
            settle();
        }));
    }
    print(what, times);
}

void drag(designer::DesignView& view) {
    designer::LoadCanvas& canvas = view.load().canvas();
    canvas.setCurrent(QStringLiteral("scenario0"));
    settle();
    const QPoint from = canvas.placeOfPoint(1).toPoint();
    QTest::mousePress(&canvas, Qt::LeftButton, {}, from);
    std::vector<double> frames;
    for (int move = 1; move <= 60; ++move) {
        frames.push_back(millisecondsOf([&] {
            QTest::mouseMove(&canvas, from + QPoint(move, -move));
            settle();
        }));
    }
    QTest::mouseRelease(&canvas, Qt::LeftButton, {}, from + QPoint(60, -60));
    print("a point dragged, a frame", frames);
}

} // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    const int steps = argc > 1 ? std::atoi(argv[1]) : 1000;
    const int scenarios = argc > 2 ? std::atoi(argv[2]) : 50;
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("large.plan.json"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        return 3;
    }
    file.write(QByteArray::fromStdString(planText(steps, scenarios)));
    std::printf("%d steps, %d scenarios, %lld bytes\n", steps, scenarios,
                static_cast<long long>(file.size()));
    file.close();
    QSettings settings(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    bridge::PlanDocument document;
    designer::DesignView view(document, settings, {});
    view.resize(1360, 860);
    view.show();
    view.activateWindow();
    if (!QTest::qWaitForWindowActive(&view)) {
        return 3;
    }
    QSignalSpy opened(&document, &bridge::PlanDocument::opened);
    print("opened, until it is drawn", {millisecondsOf([&] {
              document.open(path.toStdString());
              opened.wait(kPatienceMs);
              settle();
          })});
    measure("another scenario is chosen",
            [&](int round) { view.outline().select(QStringLiteral("scenarios.scenario%1").arg(round)); });
    measure("another step is chosen", [&](int round) {
        view.goTo(QStringLiteral("flows.flow%1.steps[%2]").arg(round % kFlows).arg(round));
    });
    measure("a key in a URL", [&](int) {
        QTest::keyClicks(&view.forms().page()->field(QStringLiteral("http.url"))->editor(),
                         QStringLiteral("x"));
    });
    view.flow().tree().setFocus();
    const int before = document.undoStack().count();
    measure("a step is duplicated",
            [&](int) { QTest::keyClick(&view.flow().tree(), Qt::Key_D, Qt::ControlModifier); });
    if (document.undoStack().count() != before + kRounds) {
        std::fputs("nothing was duplicated\n", stderr);
        return 3;
    }
    measure("undo", [&](int) { document.undoStack().undo(); });
    view.outline().select(QStringLiteral("scenarios.scenario0"));
    const std::string text = document.state()->text;
    drag(view);
    if (document.state()->text == text) {
        std::fputs("nothing was dragged\n", stderr);
        return 3;
    }
    return 0;
}
