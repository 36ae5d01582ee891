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

// Typed letter by letter; each is a filter of its own.
void filterBy(const Setting& setting, Shown& shown, const QString& word, int matches,
              std::vector<double>& keys) {
    for (const QChar letter : word) {
        keys.push_back(
            setting.application.untilPainted([&] { QTest::keyClick(shown.filter, letter.toLatin1()); },
                                             [&](const QObject* painted) { return shown.isTable(painted); }));
    }
    if (shown.table->model()->rowCount() != matches) {
        std::fprintf(stderr, "%d rows are shown for %s\n", shown.table->model()->rowCount(),
                     qPrintable(word));
        std::exit(3);
    }
}

} // namespace

void measureList(const Setting& setting) {
    const history::HistoryStore store = storeOf(setting.folder + "/many.sqlite", writeManyRuns);
    std::vector<double> first;
    std::vector<double> cpu;
    std::vector<double> keys;
    std::vector<double> cleared;
    for (int round = 0; round < setting.rounds; ++round) {
        Shown shown(store, setting.folder + "/settings.ini");
        const Stopwatch watch;
        first.push_back(setting.application.untilPainted(
            [&] { shown.view.show(); }, [&](const QObject* painted) { return shown.isTable(painted); }));
        cpu.push_back(watch.processMs());
        QTest::qWait(300); // the preview and whatever else follows
        shown.view.focusFilter();
        filterBy(setting, shown, QString::fromLatin1(kRareWord), kManyRuns / kRareEvery, keys);
        cleared.push_back(setting.application.untilPainted(
            [&] { shown.filter->clear(); }, [&](const QObject* painted) { return shown.isTable(painted); }));
    }
    std::printf(
        "%d runs: first rows after %s ms (the first time %.1f), processor time of all threads %s ms\n",
        kManyRuns, spreadOf(first).c_str(), first.front(), spreadOf(cpu).c_str());
    std::printf("%d runs: a letter of a filter shown after %s ms, P95 %.1f; filter cleared %s ms\n",
                kManyRuns, spreadOf(keys).c_str(), quantileOf(keys, 0.95), spreadOf(cleared).c_str());
}

} // namespace bw::bench
