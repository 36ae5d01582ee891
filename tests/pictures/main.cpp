// bw_pictures BASE_URL FOLDER light|dark [SECONDS|HISTORY [PLAN]]: opens the workbench on a plan of the
// resources (the sample), runs it against the target for some seconds, and saves what every view shows. With
// 0 seconds: nothing is run, and every part of the plan is shown in the Design view. With a history file
// instead of seconds: its runs, the two newest compared, and the trend of their plan.
#include "ui/charts/plot_view.h"
#include "ui/compare/compare_view.h"
#include "ui/compare/trend_view.h"
#include "ui/designer/design_view.h"
#include "ui/history/history_view.h"
#include "ui/live/result_tabs.h"
#include "ui/live/run_view.h"
#include "ui/live/wall_view.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/language.h"
#include "ui/shell/main_window.h"
#include "ui/shell/stored_run_page.h"
#include "ui/widgets/data_table.h"

#include <QAction>
#include <QApplication>
#include <QFile>
#include <QListView>
#include <QSettings>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

namespace {

constexpr int kPatienceMs = 60'000;

class Photographer {
public:
    Photographer(bw::shell::MainWindow& window, QString folder, QString ending)
        : m_window(window)
        , m_folder(std::move(folder))
        , m_ending(std::move(ending)) {}

    void take(const QString& name, QWidget* of = nullptr) const {
        QTest::qWait(700); // charts are drawn twice a second
        const QString file = m_folder + u'/' + name + u'-' + m_ending + QStringLiteral(".png");
        const QPixmap picture = (of == nullptr ? &m_window : of)->grab();
        std::printf("%s %s\n", file.toUtf8().constData(), picture.save(file) ? "saved" : "NOT saved");
    }

private:
    bw::shell::MainWindow& m_window;
    QString m_folder;
    QString m_ending;
};

bool waitFor(const std::function<bool()>& holds) {
    return QTest::qWaitFor(holds, kPatienceMs);
}

// What the Design view shows of each part of the plan.
int takeDesign(bw::shell::MainWindow& window, const Photographer& photographer) {
    auto* view = window.findChild<bw::designer::DesignView*>();
    const auto& plan = *window.document().state()->plan;
    int number = 0;
    const auto take = [&](const std::string& place) {
        view->goTo(QString::fromStdString(place));
        photographer.take(QStringLiteral("design-%1").arg(++number, 2, 10, QLatin1Char('0')));
    };
    take("scenarios." + plan.scenarios.back().name);
    for (std::size_t i = 0; i < plan.flows.front().steps.size(); ++i) {
        take("flows." + plan.flows.front().name + ".steps[" + std::to_string(i) + "]");
    }
    take("thresholds");
    view->goTo(QStringLiteral("scenarios.") + QString::fromStdString(plan.scenarios.back().name));
    view->tryFlow();
    QTest::qWait(1500);
    photographer.take(QStringLiteral("design-try"));
    view->openJson();
    take("flows." + plan.flows.front().name + ".steps[0]");
    take("flows." + plan.flows.back().name + ".steps[0].http.checks");
    take("flows." + plan.flows.back().name + ".steps[0].http.json");
    window.document().close();
    photographer.take(QStringLiteral("gallery"));
    return 0;
}

// The current run, a part of it selected, on the tabs that have no other picture.
bool takeStoredRun(bw::shell::MainWindow& window, const Photographer& photographer,
                   bw::widgets::DataTable& table) {
    QTest::keyClick(&table, Qt::Key_Return);
    auto* page = window.findChild<bw::shell::StoredRunPage*>();
    if (!waitFor([&] { return page->isVisible() && page->view().picture() != nullptr; })) {
        return false;
    }
    photographer.take(QStringLiteral("stored"));
    QWidget* plot = page->findChild<bw::charts::PlotView*>()->viewport();
    const auto at = [plot](double share) {
        return QPoint(static_cast<int>(plot->width() * share), plot->height() / 2);
    };
    QTest::mousePress(plot, Qt::LeftButton, {}, at(0.4));
    QTest::mouseMove(plot, at(0.6));
    QTest::mouseRelease(plot, Qt::LeftButton, {}, at(0.6));
    auto* tabs = page->findChild<bw::live::ResultTabs*>();
    for (int tab = 0; tab < tabs->count(); ++tab) {
        if (tabs->isTabVisible(tab)) {
            tabs->setCurrentIndex(tab);
            photographer.take(QStringLiteral("stored-%1").arg(tab));
        }
    }
    return true;
}

// Of a history: the list, and its newest two runs held against each other.
int takeHistory(bw::shell::MainWindow& window, const Photographer& photographer) {
    window.actions().showHistory->trigger();
    auto* table = window.findChild<bw::history_view::HistoryView*>()->findChild<bw::widgets::DataTable*>();
    if (!waitFor([&] { return table->isVisible() && table->model()->rowCount() >= 2; })) {
        return 1;
    }
    table->selectRow(0);
    QTest::keyClick(table, Qt::Key_Down, Qt::ShiftModifier);
    photographer.take(QStringLiteral("history"));
    if (!takeStoredRun(window, photographer, *table)) {
        return 1;
    }
    for (QAction* action : table->actions()) {
        if (action->text() == QCoreApplication::translate("bw::history_view::RunListPage", "Compare")) {
            action->trigger();
        }
    }
    auto* view = window.findChild<bw::compare::CompareView*>();
    if (!waitFor([&] { return view->picture() != nullptr; })) {
        return 1;
    }
    photographer.take(QStringLiteral("compare"));
    for (QAction* action : table->actions()) {
        if (action->text() == QCoreApplication::translate("bw::history_view::RunListPage", "Trend")) {
            action->trigger();
        }
    }
    auto* trend = window.findChild<bw::compare::TrendView*>();
    if (!waitFor([&] { return trend->model() != nullptr; })) {
        return 1;
    }
    photographer.take(QStringLiteral("trend"));
    return 0;
}

int takeAll(bw::shell::MainWindow& window, const Photographer& photographer, int seconds) {
    if (!waitFor([&] { return window.document().isOpen(); })) {
        return 1;
    }
    photographer.take(QStringLiteral("design"));
    if (seconds == 0) {
        return takeDesign(window, photographer);
    }
    window.actions().run->trigger();
    const auto ran = [&](int wanted) {
        return [&window, wanted] {
            const auto picture = window.runView().picture();
            return picture && static_cast<int>(picture->model.seconds.size()) >= wanted;
        };
    };
    if (!waitFor(ran(seconds))) {
        return 1;
    }
    photographer.take(QStringLiteral("run"));
    window.actions().present->trigger();
    photographer.take(QStringLiteral("wall"), window.findChild<bw::live::WallView*>());
    window.actions().present->trigger();
    window.actions().stop->trigger();
    if (!waitFor([&] { return window.session().isIdle(); })) {
        return 1;
    }
    photographer.take(QStringLiteral("ended"));
    window.actions().showHistory->trigger();
    QTest::qWait(1000);
    photographer.take(QStringLiteral("history"));
    window.actions().palette->trigger();
    auto* palette = window.findChild<bw::shell::CommandPalette*>();
    photographer.take(QStringLiteral("palette"), palette);
    palette->close();
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 4) {
        std::fputs("bw_pictures BASE_URL FOLDER light|dark [SECONDS|HISTORY [PLAN]]\n", stderr);
        return 2;
    }
    const QTemporaryDir home;
    QSettings settings(home.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    bw::shell::chooseLanguage(settings, qEnvironmentVariable("BW_LANGUAGE", QStringLiteral("en")));
    bw::shell::installLanguage(settings);
    bw::shell::WindowOptions options;
    options.resources = BW_RESOURCES_FOLDER;
    const std::string plan = arguments.size() > 5 ? arguments[5].toStdString() : "sample";
    options.plan = options.resources + "/plans/" + plan + ".plan.json";
    const std::string url = arguments[1].toStdString();
    if (plan == "market-data") {
        options.variables = {{"wsUrl", "ws" + url.substr(url.find(':'))}};
    } else {
        options.variables = {{"baseUrl", url}};
    }
    const bool isOfHistory = arguments.size() > 4 && QFile::exists(arguments[4]);
    options.history =
        (isOfHistory ? arguments[4] : home.filePath(QStringLiteral("history.sqlite"))).toStdString();
    options.state = home.path().toStdString();
    bw::shell::MainWindow window(options, settings);
    window.appearance().choose(arguments[3] == QStringLiteral("dark") ? bw::shell::Appearance::Choice::Dark
                                                                      : bw::shell::Appearance::Choice::Light);
    window.resize(1360, 860);
    window.show();
    if (isOfHistory) {
        return takeHistory(window, Photographer(window, arguments[2], arguments[3]));
    }
    const int seconds = arguments.size() > 4 ? arguments[4].toInt() : 30;
    return takeAll(window, Photographer(window, arguments[2], arguments[3]), seconds);
}
