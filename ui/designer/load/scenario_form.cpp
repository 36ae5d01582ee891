#include "ui/designer/load/scenario_form.h"

#include "core/testplan/place.h"
#include "ui/designer/form/choice_field.h"
#include "ui/designer/form/table_editor.h"
#include "ui/designer/form/text_field.h"
#include "ui/designer/load/load_edits.h"
#include "ui/designer/load/load_options.h"
#include "ui/designer/load/load_tables.h"
#include "ui/designer/load/scenario_edits.h"
#include "ui/designer/outline/outline_node.h"
#include "ui/format/words.h"

namespace bw::designer {
namespace {

constexpr int kStagesWidth = 464; // as wide as the fields with their labels

std::string scenarioPlace(const testplan::Scenario& scenario) {
    const testplan::Place root;
    const testplan::Place scenarios = root.member("scenarios");
    return scenarios.member(scenario.name).text();
}

std::vector<QString> executorNames() {
    return {QStringLiteral("constant-vus"),          QStringLiteral("ramping-vus"),
            QStringLiteral("constant-arrival-rate"), QStringLiteral("ramping-arrival-rate"),
            QStringLiteral("per-vu-iterations"),     QStringLiteral("shared-iterations"),
            QStringLiteral("externally-controlled")};
}

std::vector<QString> flowNames(const testplan::TestPlan& plan) {
    std::vector<QString> names;
    for (const testplan::Flow& flow : plan.flows) {
        names.push_back(QString::fromStdString(flow.name));
    }
    return names;
}

} // namespace

ScenarioForm::ScenarioForm(bridge::PlanDocument& document, QWidget* parent)
    : FormPage(document, parent) {
    setupNames();
    setupNumbers();
    setupTables();
}

const testplan::Scenario* ScenarioForm::shown() const {
    const std::string place = shownPlace().toStdString();
    if (plan() != nullptr) {
        for (const testplan::Scenario& scenario : plan()->scenarios) {
            if (isPlaceWithin(place, scenarioPlace(scenario))) {
                return &scenario;
            }
        }
    }
    return nullptr;
}

std::string ScenarioForm::scenarioName() const {
    return shown() != nullptr ? shown()->name : std::string();
}

QString ScenarioForm::subject() const {
    return format::plain(scenarioName());
}

QString ScenarioForm::title() const {
    return subject();
}

std::string ScenarioForm::base(const QString& place) const {
    return shown() != nullptr ? scenarioPlace(*shown()) : place.toStdString();
}

void ScenarioForm::setupNames() {
    Value name;
    name.label = tr("Name");
    name.read = [this](const Plan&) { return QString::fromStdString(scenarioName()); };
    name.write = [this](Plan& plan, const QString& text) {
        renameScenario(plan, scenarioName(), text.toStdString());
    };
    name.check = [this](const QString& text) {
        return plan() != nullptr ? checkNewName(*plan(), QString::fromStdString(scenarioName()), text)
                                 : QString();
    };
    addText(name)->setWhen(TextField::When::Whole);

    Value flow;
    flow.key = QStringLiteral("flow");
    flow.label = tr("Flow");
    flow.read = [this](const Plan&) {
        return shown() != nullptr ? QString::fromStdString(shown()->flow) : QString();
    };
    flow.write = [this](Plan& plan, const QString& text) {
        findScenario(plan, scenarioName())->flow = text.toStdString();
    };
    addChoice(flow, flowNames);

    Value executor;
    executor.key = QStringLiteral("executor");
    executor.label = tr("Executor");
    executor.read = [this](const Plan&) {
        return shown() != nullptr ? QString::fromLatin1(executorName(shown()->executor)) : QString();
    };
    executor.write = [this](Plan& plan, const QString& text) {
        testplan::Scenario& scenario = *findScenario(plan, scenarioName());
        scenario.executor = switchExecutor(scenario.executor, text.toStdString());
    };
    addChoice(executor, [](const Plan&) { return executorNames(); });
}

void ScenarioForm::addOption(const char* key, const QString& label, Check check) {
    Value value;
    value.key = QString::fromLatin1(key);
    value.label = label;
    value.read = [this, key](const Plan&) {
        return shown() != nullptr ? readOption(*shown(), key).value_or(QString()) : QString();
    };
    value.write = [this, key](Plan& plan, const QString& text) {
        writeOption(*findScenario(plan, scenarioName()), key, text);
    };
    // Without a text the default counts, where there is one.
    value.check = [this, key, check = std::move(check)](const QString& text) {
        const bool canBeEmpty = shown() != nullptr && !optionDefault(*shown(), key).isEmpty();
        return text.isEmpty() && canBeEmpty ? QString() : check(text);
    };
    value.applies = [this, key](const Plan&) {
        return shown() != nullptr && readOption(*shown(), key).has_value();
    };
    value.byDefault = [this, key](const Plan&) {
        return shown() != nullptr ? optionDefault(*shown(), key) : QString();
    };
    addText(value);
}

void ScenarioForm::setupNumbers() {
    addOption("vus", tr("VUs"), checkWholeNumber);
    addOption("startVUs", tr("Start VUs"), checkWholeNumber);
    addOption("rate", tr("Rate"), checkWholeNumber);
    addOption("startRate", tr("Start rate"), checkWholeNumber);
    addOption("timeUnit", tr("Time unit"), checkDuration);
    addOption("iterations", tr("Iterations"), checkWholeNumber);
    addOption("duration", tr("Duration"), checkDuration);
    addOption("maxDuration", tr("Max duration"), checkDuration);
    addOption("preAllocatedVUs", tr("Pre-allocated VUs"), checkWholeNumber);
    addOption("maxVUs", tr("Max VUs"), checkWholeNumber);
    addOption("startTime", tr("Start time"), checkDuration);
    addOption("gracefulRampDown", tr("Graceful ramp-down"), checkDuration);
    addOption("gracefulStop", tr("Graceful stop"), checkDuration);
    Value arrivals;
    arrivals.key = QStringLiteral("arrivals");
    arrivals.label = tr("Arrivals");
    arrivals.read = [this](const Plan&) {
        return shown() != nullptr ? readOption(*shown(), "arrivals").value_or(QString()) : QString();
    };
    arrivals.write = [this](Plan& plan, const QString& text) {
        writeOption(*findScenario(plan, scenarioName()), "arrivals", text);
    };
    arrivals.applies = [this](const Plan&) {
        return shown() != nullptr && readOption(*shown(), "arrivals").has_value();
    };
    addChoice(arrivals, [](const Plan&) {
        return std::vector<QString>{QStringLiteral("uniform"), QStringLiteral("poisson")};
    });
}

void ScenarioForm::setupTables() {
    const auto name = [this] { return scenarioName(); };
    auto* stages = new TableEditor(document(), stageRows(name), this);
    stages->setMaximumWidth(kStagesWidth);
    addTable(tr("Stages"), stages, [this](const Plan&) { return shown() != nullptr && hasStages(*shown()); });
    addTable(tr("Variables of this scenario alone"),
             new TableEditor(document(), scenarioVariableRows(name), this));
    addTable(tr("Tags"), new TableEditor(document(), scenarioTagRows(name), this));
}

} // namespace bw::designer
