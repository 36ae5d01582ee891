#include "tests/bench/history/parts.h"
#include "tests/bench/history/stopwatch.h"
#include "tests/bench/history/stored_files.h"
#include "ui/history/history_view.h"
#include "ui/widgets/data_table.h"

#include <QLineEdit>
#include <QSettings>
#include <QTest>

#include <cstdio>
#include <cstdlib>
#include <functional>
#include <vector>

namespace bw::bench {
namespace {

// A view of its own on the file, as when the window is opened and the history looked at first.
struct Shown {
    explicit Shown(const history::HistoryStore& store, const std::string& settingsFile)
        : settings(QString::fromStdString(settingsFile), QSettings::IniFormat)
        , service(store.path())
        , view(service, settings)
        , table(view.findChild<widgets::DataTable*>())
        , filter(view.findChild<QLineEdit*>()) {
        view.resize(1360, 860);
    }

    [[nodiscard]] bool isTable(const QObject* painted) const {
        return painted == table->viewport() && table->model()->rowCount() > 0;
    }

    QSettings settings;
    bridge::HistoryService service;
    history_view::HistoryView view;
    widgets::DataTable* table;
    QLineEdit* filter;
};

struct Times {
    std::vector<double> wall;
    std::vector<double> cpu; // of all threads

    void print(const char* what) const {
        std::printf("%d runs, %s: %s ms, P95 %.1f; processor time %s ms\n", kManyRuns, what,
                    spreadOf(wall).c_str(), quantileOf(wall, 0.95), spreadOf(cpu).c_str());
    }
};

void measure(const Setting& setting, Times& times, const std::function<void()>& act,
             const PaintWatch::IsWanted& isWanted) {
    const Stopwatch watch;
    times.wall.push_back(setting.application.untilPainted(act, isWanted));
    times.cpu.push_back(watch.processMs());
}

// Typed letter by letter; each is a filter of its own, shown in the turn that shows the letter.
void filterBy(const Setting& setting, Shown& shown, const QString& word, Times& first, Times& later) {
    for (qsizetype place = 0; place < word.size(); ++place) {
        measure(
            setting, place == 0 ? first : later,
            [&] { QTest::keyClick(shown.filter, word[place].toLatin1()); },
            [&](const QObject* painted) { return painted == shown.filter; });
    }
}

void expectRows(const Shown& shown, int rows) {
    if (shown.table->model()->rowCount() != rows) {
        std::fprintf(stderr, "%d rows are shown, not %d\n", shown.table->model()->rowCount(), rows);
        std::exit(3);
    }
}

} // namespace

void measureList(const Setting& setting) {
    const history::HistoryStore store = storeOf(setting.folder + "/many.sqlite", writeManyRuns);
    Times firstRows;
    std::vector<double> allRows;
    Times firstLetter;
    Times letters;
    Times cleared;
    for (int round = 0; round < setting.rounds; ++round) {
        Shown shown(store, setting.folder + "/settings.ini");
        const auto isTable = [&](const QObject* painted) { return shown.isTable(painted); };
        const Stopwatch watch;
        measure(setting, firstRows, [&] { shown.view.show(); }, isTable);
        while (shown.table->model()->rowCount() < kManyRuns) {
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        }
        allRows.push_back(watch.wallMs());
        QTest::qWait(300); // the preview and whatever else follows
        shown.view.focusFilter();
        filterBy(setting, shown, QString::fromLatin1(kRareWord), firstLetter, letters);
        expectRows(shown, kManyRuns / kRareEvery);
        measure(setting, cleared, [&] { shown.filter->clear(); }, isTable);
        expectRows(shown, kManyRuns);
    }
    firstRows.print("until the first rows stand");
    std::printf("  for the first time %.1f ms; all runs listed: %s ms\n", firstRows.wall.front(),
                spreadOf(allRows).c_str());
    firstLetter.print("a filter's first letter");
    letters.print("a filter's other letters");
    cleared.print("the filter cleared");
}

} // namespace bw::bench
