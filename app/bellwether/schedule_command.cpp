#include "app/bellwether/command.h"
#include "core/runplan/schedule_arrivals.h"
#include "core/runplan/schedule_extent.h"
#include "core/runplan/schedule_json.h"
#include "core/runplan/schedule_vus.h"
#include "core/runplan/segment_share.h"
#include "core/testplan/parse.h"
#include "core/testplan/plan_file.h"
#include "ui/format/problem_text.h"
#include "ui/format/units.h"
#include "ui/format/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdio>

namespace bw::app {
namespace {

class ScheduleWords {
    Q_DECLARE_TR_FUNCTIONS(schedule)
};

class ScheduleCommand final : public Command {
public:
    void addTo(CLI::App& app) override {
        m_app = app.add_subcommand("schedule", "What the executors will do, before anything is sent");
        m_app->add_option("PLAN", m_plan, "The plan file (*.plan.json)")->required();
        m_app->add_option("--format", m_format, "How to print")->check(CLI::IsMember({"text", "json"}));
        m_app->add_option("--scenario", m_scenarios, "Only this scenario; may be repeated")
            ->allow_extra_args(false);
        m_app->add_option("--max-starts", m_maxStarts, "List at most so many starts or steps of a scenario");
        m_app->add_option("--time-scale", m_timeScale, "Multiply times, never rates")
            ->check(CLI::PositiveNumber);
        m_app->add_option("--seed", m_seed, "For Poisson arrivals");
        m_app->add_option("--execution-segment", m_segment, "Only this part of the load, as 0:1/4");
        m_app->add_option("--execution-segment-sequence", m_sequence, "All parts of the load, as 0,1/4,1");
    }

    [[nodiscard]] bool chosen() const override { return m_app->parsed(); }

    [[nodiscard]] int run() override {
        const testplan::ParseOutcome outcome = testplan::loadPlan(m_plan, {resourcesFolder() + "/budgets"});
        if (!outcome.ok()) {
            for (const testplan::Problem& problem : outcome.problems) {
                printError(format::problemText(problem).toStdString());
            }
            return static_cast<int>(ExitCode::Usage);
        }
        const auto share = this->share();
        const auto scenarios = wanted(*outcome.plan);
        if (!share || !scenarios) {
            return static_cast<int>(ExitCode::Usage);
        }
        if (m_format == "json") {
            std::fputs(
                runplan::scheduleJson(*scenarios, {.maxStarts = m_maxStarts, .seed = m_seed, .share = *share})
                    .c_str(),
                stdout);
        } else {
            print(*scenarios, *share);
        }
        return static_cast<int>(ExitCode::Ok);
    }

private:
    [[nodiscard]] std::optional<runplan::SegmentShare> share() const {
        const auto segment = runplan::parseSegment(m_segment);
        const auto sequence = runplan::parseSegmentSequence(m_sequence);
        if (segment && sequence) {
            const auto share = m_sequence.empty() ? runplan::SegmentShare::create(*segment)
                                                  : runplan::SegmentShare::create(*segment, *sequence);
            if (share) {
                return *share;
            }
        }
        printError(ScheduleWords::tr(
                       "\"%1\" of \"%2\" is no execution segment; write fractions, as 0:1/4 of 0,1/4,1")
                       .arg(format::plain(m_segment), format::plain(m_sequence))
                       .toStdString());
        return std::nullopt;
    }

    [[nodiscard]] std::optional<std::vector<testplan::Scenario>>
    wanted(const testplan::TestPlan& plan) const {
        std::vector<testplan::Scenario> scenarios;
        for (const std::string& name : m_scenarios) {
            if (plan.findScenario(name) == nullptr) {
                printError(ScheduleWords::tr("the plan has no scenario \"%1\"")
                               .arg(format::plain(name))
                               .toStdString());
                return std::nullopt;
            }
        }
        for (const testplan::Scenario& scenario : plan.scenarios) {
            if (m_scenarios.empty() || std::ranges::find(m_scenarios, scenario.name) != m_scenarios.end()) {
                scenarios.push_back(runplan::scaled(scenario, m_timeScale));
            }
        }
        return scenarios;
    }

    void print(const std::vector<testplan::Scenario>& scenarios, const runplan::SegmentShare& share) const {
        for (const testplan::Scenario& scenario : scenarios) {
            const runplan::ArrivalSchedule arrivals(scenario, m_seed);
            const QString load = runplan::isOpenModel(scenario)
                                     ? ScheduleWords::tr("%1 starts, at most %2 VUs")
                                           .arg(format::exactCount(share.of(arrivals.count())))
                                           .arg(share.of(runplan::maxVus(scenario)))
                                     : ScheduleWords::tr("at most %1 VUs")
                                           .arg(runplan::VuSchedule::active(scenario, share).peak());
            const QString line =
                ScheduleWords::tr("%1  %2  begins at %3, lasts %4, ends at the latest at %5: %6")
                    .arg(format::plain(scenario.name), -20)
                    .arg(QString::fromLatin1(testplan::executorName(scenario.executor)), -22)
                    .arg(format::duration(scenario.startTime.value),
                         format::duration(runplan::scenarioDuration(scenario)),
                         format::duration(scenario.startTime.value + runplan::maxDuration(scenario)), load);
            std::fprintf(stdout, "%s\n", line.toUtf8().constData());
        }
    }

    CLI::App* m_app = nullptr;
    std::string m_plan;
    std::string m_format = "text";
    std::vector<std::string> m_scenarios;
    std::size_t m_maxStarts = 100'000;
    double m_timeScale = 1;
    std::uint64_t m_seed = 0;
    std::string m_segment;
    std::string m_sequence;
};

} // namespace

std::unique_ptr<Command> makeScheduleCommand() {
    return std::make_unique<ScheduleCommand>();
}

} // namespace bw::app
