#include "app/bellwether/command.h"
#include "app/bellwether/history_access.h"
#include "core/run/stored_trend.h"
#include "ui/format/comparison_text.h"
#include "ui/format/regression_text.h"
#include "ui/format/text_table.h"
#include "ui/format/words.h"

#include <QCoreApplication>

#include <cstdio>

namespace bw::app {
namespace {

using namespace Qt::StringLiterals;

class TrendWords {
    Q_DECLARE_TR_FUNCTIONS(trend)
};

QString table(const report::TrendModel& model) {
    std::vector<QStringList> rows{{QString(), TrendWords::tr("Figure"), TrendWords::tr("First"),
                                   TrendWords::tr("Last"), TrendWords::tr("Baseline"),
                                   TrendWords::tr("Trend")}};
    for (const report::TrendRow& row : model.rows) {
        const auto text = [&](const std::optional<double>& value) {
            return value ? format::comparedValue(row.statistic, *value) : u"–"_s;
        };
        rows.push_back({format::subjectText(row.subject), format::statisticText(row.subject, row.statistic),
                        text(row.values.front()), text(row.values.back()), text(row.baseline),
                        format::trendText(row.trend)});
    }
    return format::inColumns(rows);
}

class TrendCommand final : public Command {
public:
    void addTo(CLI::App& app) override {
        m_app = app.add_subcommand("trend", "Say how the figures of a plan went from run to run");
        m_app->add_option("RUN", m_run, "A run of the plan: its number, or \"last\"")->required();
        m_app->add_option("--history", m_file, "History file (default: in your data folder)");
        m_app->add_option("--format", m_format, "How to print; json has every value")
            ->check(CLI::IsMember({"text", "json"}));
    }

    [[nodiscard]] bool chosen() const override { return m_app->parsed(); }

    [[nodiscard]] int run() override {
        const auto store = openHistory(m_file);
        if (!store) {
            return historyFailed(store.error());
        }
        const auto id = findRun(*store, m_run);
        if (!id) {
            return static_cast<int>(ExitCode::Usage);
        }
        const auto model = run::loadTrend(*store, *id);
        if (!model) {
            return historyFailed(model.error());
        }
        if (m_format == "json") {
            std::fputs(report::trendJson(*model).c_str(), stdout);
        } else {
            print(*model);
        }
        return static_cast<int>(ExitCode::Ok);
    }

private:
    static void print(const report::TrendModel& model) {
        if (model.runs.empty()) {
            printLine(TrendWords::tr("%1 has no run that ended whole").arg(format::plain(model.planName)));
            return;
        }
        printLine(TrendWords::tr("%1, runs %2 to %3 (%4 in all)")
                      .arg(format::plain(model.planName), QString::number(model.runs.front().id.value),
                           QString::number(model.runs.back().id.value), QString::number(model.runs.size())));
        if (model.leftOut > 0) {
            printLine(TrendWords::tr("left out, since they made another load: %1").arg(model.leftOut));
        }
        printLine({});
        std::fputs(table(model).toUtf8().constData(), stdout);
    }

    CLI::App* m_app = nullptr;
    std::string m_run;
    std::string m_file;
    std::string m_format = "text";
};

} // namespace

std::unique_ptr<Command> makeTrendCommand() {
    return std::make_unique<TrendCommand>();
}

} // namespace bw::app
