#include "ui/designer/load/load_tables.h"

#include "core/testplan/place.h"
#include "ui/designer/form/checks.h"
#include "ui/designer/form/row_edits.h"
#include "ui/designer/load/load_options.h"
#include "ui/designer/load/scenario_edits.h"
#include "ui/format/words.h"

#include <QCoreApplication>

namespace bw::designer {
namespace {

using namespace testplan;
using Pairs = std::vector<std::pair<std::string, std::string>>;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ScenarioForm)
};

std::string placeIn(const std::string& scenario, std::string_view key) {
    const Place root;
    const Place scenarios = root.member("scenarios");
    const Place place = scenarios.member(scenario);
    return place.member(key).text();
}

std::vector<Stage>* stagesOf(TestPlan& plan, const std::string& name) {
    Scenario* scenario = findScenario(plan, name);
    if (scenario == nullptr) {
        return nullptr;
    }
    return std::visit(
        [](auto& load) -> std::vector<Stage>* {
            if constexpr (requires { load.stages; }) {
                return &load.stages;
            }
            return nullptr;
        },
        scenario->executor);
}

const std::vector<Stage>& stagesOf(const TestPlan& plan, const std::string& name) {
    static const std::vector<Stage> kNone;
    const auto* stages = stagesOf(const_cast<TestPlan&>(plan), name); // only looked at
    return stages != nullptr ? *stages : kNone;
}

PlanRows pairRows(const ScenarioName& scenario, const char* key, Pairs Scenario::* pairs) {
    const auto list = [scenario, pairs](TestPlan& plan) -> Pairs* {
        Scenario* found = findScenario(plan, scenario());
        return found != nullptr ? &(found->*pairs) : nullptr;
    };
    const auto look = [scenario, pairs](const TestPlan& plan) -> const Pairs& {
        static const Pairs kNone;
        const Scenario* found = plan.findScenario(scenario());
        return found != nullptr ? found->*pairs : kNone;
    };
    return pairTable(list, look, [scenario, key](const std::string& name) {
        return name.empty() ? placeIn(scenario(), key) : memberPlace(placeIn(scenario(), key), name);
    });
}

} // namespace

PlanRows stageRows(const ScenarioName& scenario) {
    const auto list = [scenario](TestPlan& plan) { return stagesOf(plan, scenario()); };
    PlanRows rows;
    rows.name = Words::tr("stage");
    rows.count = [scenario](const TestPlan& plan) {
        return static_cast<int>(stagesOf(plan, scenario()).size());
    };
    rows.place = [scenario](const TestPlan&, int row, int column) {
        std::string place = itemPlace(placeIn(scenario(), "stages"), row);
        return column < 0 ? place : place + (column == 0 ? ".duration" : ".target");
    };
    PlanColumn duration;
    duration.title = Words::tr("Duration");
    duration.kind = CellKind::Figure;
    duration.read = [scenario](const TestPlan& plan, int row) {
        return writtenText(itemAt(stagesOf(plan, scenario()), row).duration);
    };
    duration.write = [list](TestPlan& plan, int row, const QString& text) {
        Stage& stage = itemAt(*list(plan), row);
        stage.duration = typedDuration(text, stage.duration);
    };
    duration.check = [](const TestPlan&, int, const QString& text) { return checkDuration(text); };
    PlanColumn target;
    target.title = Words::tr("Target");
    target.kind = CellKind::Figure;
    target.toolTip = Words::tr("VUs, or iterations in a time unit, at the end of the stage");
    target.read = [scenario](const TestPlan& plan, int row) {
        return QString::number(itemAt(stagesOf(plan, scenario()), row).target);
    };
    target.write = [list](TestPlan& plan, int row, const QString& text) {
        itemAt(*list(plan), row).target = text.toLongLong();
    };
    target.check = [](const TestPlan&, int, const QString& text) { return checkWholeNumber(text); };
    rows.columns = {duration, target};
    setRowEdits<Stage>(rows, list, [](const std::vector<Stage>& stages, int row) {
        return Stage{DurationText::from("1m"), row >= 0 ? itemAt(stages, row).target : 0};
    });
    return rows;
}

PlanRows scenarioVariableRows(const ScenarioName& scenario) {
    PlanRows rows = pairRows(scenario, "env", &Scenario::env);
    rows.name = Words::tr("variable");
    return rows;
}

PlanRows scenarioTagRows(const ScenarioName& scenario) {
    PlanRows rows = pairRows(scenario, "tags", &Scenario::tags);
    rows.name = Words::tr("tag");
    return rows;
}

} // namespace bw::designer
