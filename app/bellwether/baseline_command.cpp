#include "app/bellwether/command.h"
#include "app/bellwether/history_access.h"
#include "core/run/baseline_check.h"
#include "ui/format/comparison_text.h"
#include "ui/format/regression_text.h"
#include "ui/format/text_table.h"
#include "ui/format/units.h"
#include "ui/format/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <charconv>
#include <cstdio>

namespace bw::app {
namespace {

using namespace Qt::StringLiterals;
using history::Baseline;

constexpr int kOk = static_cast<int>(ExitCode::Ok);
constexpr int kUsage = static_cast<int>(ExitCode::Usage);

class BaselineWords {
    Q_DECLARE_TR_FUNCTIONS(baseline)
};

// "http_req_duration=15%" or "=0.15"
bool readTolerance(const std::string& text, std::map<std::string, double>& tolerances) {
    const std::size_t equals = text.find('=');
    std::string number = equals == std::string::npos ? std::string() : text.substr(equals + 1);
    const bool isPercent = number.ends_with('%');
    if (isPercent) {
        number.pop_back();
    }
    double share = 0;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), share);
    const bool isGood = equals > 0 && error == std::errc() && end == number.data() + number.size() &&
                        share > 0 && !number.empty();
    if (!isGood) {
        printError(BaselineWords::tr("--tolerance %1: write METRIC=10% or METRIC=0.1")
                       .arg(format::plain(text))
                       .toStdString());
        return false;
    }
    tolerances[text.substr(0, equals)] = isPercent ? share / 100 : share;
    return true;
}

QString table(const std::vector<analysis::Regression>& regressions) {
    std::vector<QStringList> rows{{BaselineWords::tr("Severity"), QString(), BaselineWords::tr("Figure"),
                                   BaselineWords::tr("Baseline"), BaselineWords::tr("Now"),
                                   BaselineWords::tr("Change"), BaselineWords::tr("Tolerance"),
                                   BaselineWords::tr("Trend")}};
    for (const analysis::Regression& one : regressions) {
        const double signedTolerance =
            one.row.better == analysis::Better::Lower ? one.tolerance : -one.tolerance;
        rows.push_back({one.isSure ? format::severityText(one.severity)
                                   : BaselineWords::tr("%1?").arg(format::severityText(one.severity)),
                        format::subjectText(one.row.subject),
                        format::statisticText(one.row.subject, one.row.statistic),
                        format::comparedValue(one.row.statistic, one.row.before),
                        format::comparedValue(one.row.statistic, one.row.after),
                        format::effectText(one.row, one.row.effect),
                        format::effectText(one.row, signedTolerance), format::trendText(one.trend)});
    }
    return format::inColumns(rows);
}

class BaselineCommand final : public Command {
public:
    void addTo(CLI::App& app) override {
        m_app = app.add_subcommand("baseline", "What runs of a plan in an environment are held against");
        m_app->require_subcommand(1);
        m_app->fallthrough();
        m_app->add_option("--history", m_file, "History file (default: in your data folder)");
        m_set = m_app->add_subcommand("set", "Hold later runs of the run's plan against it");
        addRun(m_set, "A run of the plan: its number, or \"last\"");
        m_set->add_option("--good-runs", m_goodRuns, "Not this run, but the last so many good ones each time")
            ->check(CLI::Range(1, 30));
        m_set->add_option(
            "--tolerance", m_tolerances,
            "METRIC=10%: how far it may move to the worse, again for more (default: times 10 %, "
            "rates a second 5 %, shares 0.5 points)");
        m_list = m_app->add_subcommand("list", "All baselines");
        m_remove = m_app->add_subcommand("remove", "Hold later runs of the run's plan against nothing");
        addRun(m_remove, "A run of the plan: its number, or \"last\"");
        m_check = m_app->add_subcommand(
            "check",
            "Hold a run against its baseline (exit code 99: a regression of at least --fail-on; 98: no "
            "fair comparison, or only more runs can tell; 3: there is no baseline)");
        addRun(m_check, "The run: its number, or \"last\"");
        m_check->add_option("--fail-on", m_failOn, "low, medium, high or critical")
            ->check(CLI::IsMember({"low", "medium", "high", "critical"}));
        m_check->add_option("--format", m_format, "How to print")->check(CLI::IsMember({"text", "json"}));
    }

    [[nodiscard]] bool chosen() const override { return m_app->parsed(); }

    [[nodiscard]] int run() override {
        const auto store = openHistory(m_file);
        if (!store) {
            return historyFailed(store.error());
        }
        if (m_list->parsed()) {
            return list(*store);
        }
        const auto id = findRun(*store, m_run);
        if (!id) {
            return kUsage;
        }
        if (m_check->parsed()) {
            return check(*store, *id);
        }
        auto reader = store->reader();
        if (!reader) {
            return historyFailed(reader.error());
        }
        const auto detail = reader->run(*id);
        if (!detail) {
            return historyFailed(detail.error());
        }
        return m_set->parsed() ? set(*store, detail->summary) : remove(*store, detail->summary);
    }

private:
    void addRun(CLI::App* command, const char* help) { command->add_option("RUN", m_run, help)->required(); }

    static QString placeText(const std::string& plan, const std::string& environment) {
        return environment.empty()
                   ? format::plain(plan)
                   : BaselineWords::tr("%1 in %2").arg(format::plain(plan), format::plain(environment));
    }

    int set(const history::HistoryStore& store, const history::RunSummary& run) {
        Baseline baseline{.planName = run.planName,
                          .environment = run.environment,
                          .run = m_goodRuns == 0 ? std::optional(run.id) : std::nullopt,
                          .goodRuns = m_goodRuns,
                          .tolerances = {},
                          .set = SystemClock::instance().wallNow()};
        for (const std::string& text : m_tolerances) {
            if (!readTolerance(text, baseline.tolerances)) {
                return kUsage;
            }
        }
        if (const auto done = store.setBaseline(baseline); !done) {
            return historyFailed(done.error());
        }
        const QString place = placeText(run.planName, run.environment);
        printLine(m_goodRuns == 0
                      ? BaselineWords::tr("Runs of %1 are held against run %2.").arg(place).arg(run.id.value)
                      : BaselineWords::tr("Runs of %1 are held against the last %2 good ones.")
                            .arg(place)
                            .arg(m_goodRuns));
        return kOk;
    }

    static int remove(const history::HistoryStore& store, const history::RunSummary& run) {
        if (const auto done = store.clearBaseline(run.planName, run.environment); !done) {
            return historyFailed(done.error());
        }
        printLine(BaselineWords::tr("Runs of %1 are held against nothing.")
                      .arg(placeText(run.planName, run.environment)));
        return kOk;
    }

    static int list(const history::HistoryStore& store) {
        auto reader = store.reader();
        if (!reader) {
            return historyFailed(reader.error());
        }
        const auto baselines = reader->baselines();
        if (!baselines) {
            return historyFailed(baselines.error());
        }
        std::vector<QStringList> rows{{BaselineWords::tr("PLAN"), BaselineWords::tr("ENVIRONMENT"),
                                       BaselineWords::tr("BASELINE"), BaselineWords::tr("TOLERANCES")}};
        for (const Baseline& one : *baselines) {
            QStringList tolerances;
            for (const auto& [metric, share] : one.tolerances) {
                tolerances << format::plain(metric) + u' ' + format::percent(share);
            }
            rows.push_back({format::plain(one.planName), format::plain(one.environment),
                            one.run ? BaselineWords::tr("run %1").arg(one.run->value)
                                    : BaselineWords::tr("last %1 good runs").arg(one.goodRuns),
                            tolerances.join(u", "_s)});
        }
        std::fputs(format::inColumns(rows).toUtf8().constData(), stdout);
        return kOk;
    }

    [[nodiscard]] int check(const history::HistoryStore& store, history::RunId id) const {
        const auto model = run::checkAgainstBaseline(store, id);
        if (!model) {
            return historyFailed(model.error());
        }
        if (!*model) {
            printError(
                BaselineWords::tr("there is no baseline for this run; set one with: bellwether baseline "
                                  "set RUN")
                    .toStdString());
            return static_cast<int>(ExitCode::NotCarriedOut);
        }
        if (m_format == "json") {
            std::fputs(report::regressionJson(**model).c_str(), stdout);
        } else {
            printLine(format::regressionSentence(**model));
            printLine(format::groundsText((*model)->comparison));
            if (!(*model)->regressions.empty()) {
                printLine({});
                std::fputs(table((*model)->regressions).toUtf8().constData(), stdout);
            }
        }
        return exitCodeOf(**model);
    }

    [[nodiscard]] int exitCodeOf(const report::RegressionModel& model) const {
        if (!model.comparison.obstacles.empty()) {
            return static_cast<int>(ExitCode::Inconclusive);
        }
        const auto worst = report::worstOf(model);
        if (worst && *worst >= *report::severityFromName(m_failOn)) {
            return static_cast<int>(ExitCode::Failed);
        }
        const bool isOpen = std::ranges::any_of(model.regressions, [&](const analysis::Regression& one) {
            return !one.isSure && one.severity >= *report::severityFromName(m_failOn);
        });
        return isOpen ? static_cast<int>(ExitCode::Inconclusive) : kOk;
    }

    CLI::App* m_app = nullptr;
    CLI::App* m_set = nullptr;
    CLI::App* m_list = nullptr;
    CLI::App* m_remove = nullptr;
    CLI::App* m_check = nullptr;
    std::string m_file;
    std::string m_run;
    int m_goodRuns = 0;
    std::vector<std::string> m_tolerances;
    std::string m_failOn = "low";
    std::string m_format = "text";
};

} // namespace

std::unique_ptr<Command> makeBaselineCommand() {
    return std::make_unique<BaselineCommand>();
}

} // namespace bw::app
