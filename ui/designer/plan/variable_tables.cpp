#include "ui/designer/plan/variable_tables.h"

#include "core/testplan/json_reader.h"
#include "core/testplan/parse.h"
#include "ui/designer/form/checks.h"
#include "ui/designer/form/row_edits.h"
#include "ui/format/words.h"

#include <QCoreApplication>

namespace bw::designer {
namespace {

using namespace testplan;
using Variables = std::vector<Variable>;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(VariableForm)
};

const Variable* find(const Variables& variables, std::string_view name) {
    const auto found = std::ranges::find(variables, name, &Variable::name);
    return found == variables.end() ? nullptr : &*found;
}

// The plan's own, then those that only environments have.
std::vector<std::string> namesOf(const TestPlan& plan) {
    std::vector<std::string> names;
    const auto add = [&](const Variables& variables) {
        for (const Variable& variable : variables) {
            if (std::ranges::find(names, variable.name) == names.end()) {
                names.push_back(variable.name);
            }
        }
    };
    add(plan.variables);
    for (const Environment& environment : plan.environments) {
        add(environment.variables);
    }
    return names;
}

std::string nameAt(const TestPlan& plan, int row) {
    const std::vector<std::string> names = namesOf(plan);
    return itemAt(names, row);
}

QString textOf(const JsonValue& value) {
    return QString::fromStdString(value.is(JsonKind::String) ? value.text : value.compactText());
}

// A text stays a text; what was a number, a list or the like is typed as JSON.
Result<JsonValue, QString> typed(const QString& text, const Variable* before) {
    if (before == nullptr || before->value.is(JsonKind::String)) {
        return JsonValue::string(text.toStdString());
    }
    const auto json = readJson(text.toStdString(), {kMaxPlanBytes, kMaxPlanDepth, kMaxPlanValues});
    if (!json) {
        return std::unexpected(Words::tr("this value is not a text but JSON, and \"%1\" is none").arg(text));
    }
    return *json;
}

void set(Variables& variables, const std::string& name, const QString& text) {
    const Variable* before = find(variables, name);
    auto value = typed(text, before);
    if (!value) {
        return;
    }
    if (before != nullptr) {
        itemAt(variables, static_cast<int>(before - variables.data())).value = std::move(*value);
    } else {
        variables.push_back({name, std::move(*value)});
    }
}

void rename(Variables& variables, const std::string& from, const std::string& to) {
    for (Variable& variable : variables) {
        if (variable.name == from) {
            variable.name = to;
        }
    }
}

void erase(Variables& variables, const std::string& name) {
    std::erase_if(variables, [&](const Variable& variable) { return variable.name == name; });
}

PlanColumn nameColumn() {
    PlanColumn column;
    column.title = Words::tr("Name");
    column.read = [](const TestPlan& plan, int row) { return QString::fromStdString(nameAt(plan, row)); };
    column.write = [](TestPlan& plan, int row, const QString& text) {
        const std::string old = nameAt(plan, row);
        rename(plan.variables, old, text.toStdString());
        for (Environment& environment : plan.environments) {
            rename(environment.variables, old, text.toStdString());
        }
    };
    column.check = [](const TestPlan& plan, int row, const QString& text) {
        const std::vector<std::string> names = namesOf(plan);
        const auto taken = std::ranges::find(names, text.toStdString());
        return taken != names.end() && taken - names.begin() != row ? nameIsTaken(text) : checkNotEmpty(text);
    };
    return column;
}

PlanColumn valueColumn() {
    PlanColumn column;
    column.title = Words::tr("Value");
    column.read = [](const TestPlan& plan, int row) {
        const Variable* variable = find(plan.variables, nameAt(plan, row));
        return variable != nullptr ? textOf(variable->value) : QString();
    };
    column.write = [](TestPlan& plan, int row, const QString& text) {
        set(plan.variables, nameAt(plan, row), text);
    };
    column.check = [](const TestPlan& plan, int row, const QString& text) {
        const auto value = typed(text, find(plan.variables, nameAt(plan, row)));
        return value ? QString() : value.error();
    };
    return column;
}

PlanColumn environmentColumn(std::size_t number, const std::string& name) {
    PlanColumn column;
    column.title = format::plain(name);
    column.toolTip = Words::tr("Value in this environment; empty cells keep the plan's value");
    column.read = [number](const TestPlan& plan, int row) {
        const Variable* variable = find(plan.environments[number].variables, nameAt(plan, row));
        return variable != nullptr ? textOf(variable->value) : QString();
    };
    column.write = [number](TestPlan& plan, int row, const QString& text) {
        const std::string variable = nameAt(plan, row);
        Variables& variables = plan.environments[number].variables;
        text.isEmpty() ? erase(variables, variable) : set(variables, variable, text);
    };
    column.check = [number](const TestPlan& plan, int row, const QString& text) {
        const auto value = typed(text, find(plan.environments[number].variables, nameAt(plan, row)));
        return text.isEmpty() || value ? QString() : value.error();
    };
    column.hint = [](const TestPlan& plan, int row) {
        const Variable* variable = find(plan.variables, nameAt(plan, row));
        return variable != nullptr ? textOf(variable->value) : QString();
    };
    return column;
}

std::string variablePlace(const TestPlan& plan, int row, int column) {
    const std::string name = nameAt(plan, row);
    const int environment = column - 2;
    if (environment < 0 || environment >= static_cast<int>(plan.environments.size())) {
        return memberPlace("variables", name);
    }
    return memberPlace(memberPlace("environments", itemAt(plan.environments, environment).name), name);
}

} // namespace

PlanRows variableRows(const TestPlan& plan) {
    PlanRows rows;
    rows.name = Words::tr("variable");
    rows.count = [](const TestPlan& of) { return static_cast<int>(namesOf(of).size()); };
    rows.place = variablePlace;
    rows.columns = {nameColumn(), valueColumn()};
    for (std::size_t i = 0; i < plan.environments.size(); ++i) {
        rows.columns.push_back(environmentColumn(i, plan.environments[i].name));
    }
    rows.add = [](TestPlan& of, int row) {
        const std::vector<std::string> names = namesOf(of);
        const auto isTaken = [&](const std::string& one) {
            return std::ranges::find(names, one) != names.end();
        };
        const int at = std::clamp(row + 1, 0, static_cast<int>(of.variables.size()));
        of.variables.insert(of.variables.begin() + at,
                            Variable{freeName("name", isTaken), JsonValue::string("")});
        return at;
    };
    rows.remove = [](TestPlan& of, int row) {
        const std::string name = nameAt(of, row);
        erase(of.variables, name);
        for (Environment& environment : of.environments) {
            erase(environment.variables, name);
        }
    };
    return rows;
}

PlanRows environmentRows() {
    const auto isTaken = [](const TestPlan& plan) {
        return [&plan](const std::string& name) { return plan.findEnvironment(name) != nullptr; };
    };
    PlanRows rows;
    rows.name = Words::tr("environment");
    rows.count = [](const TestPlan& plan) { return static_cast<int>(plan.environments.size()); };
    rows.place = [](const TestPlan& plan, int row, int) {
        return memberPlace("environments", itemAt(plan.environments, row).name);
    };
    PlanColumn name;
    name.title = Words::tr("Name");
    name.read = [](const TestPlan& plan, int row) {
        return QString::fromStdString(itemAt(plan.environments, row).name);
    };
    name.write = [](TestPlan& plan, int row, const QString& text) {
        itemAt(plan.environments, row).name = text.toStdString();
    };
    name.check = [isTaken](const TestPlan& plan, int row, const QString& text) {
        const std::string wanted = text.toStdString();
        return itemAt(plan.environments, row).name != wanted && isTaken(plan)(wanted) ? nameIsTaken(text)
                                                                                      : checkNotEmpty(text);
    };
    rows.columns = {name};
    setRowEdits<Environment>(
        rows, [](TestPlan& plan) { return &plan.environments; },
        [](const std::vector<Environment>& environments, int) {
            return Environment{freeName("environment",
                                        [&](const std::string& one) {
                                            return std::ranges::find(environments, one, &Environment::name) !=
                                                   environments.end();
                                        }),
                               {}};
        });
    return rows;
}

PlanRows secretRows() {
    PlanRows rows;
    rows.name = Words::tr("secret");
    rows.count = [](const TestPlan& plan) { return static_cast<int>(plan.secrets.size()); };
    rows.place = [](const TestPlan&, int row, int) { return itemPlace("secrets", row); };
    PlanColumn name;
    name.title = Words::tr("Name");
    name.toolTip = Words::tr("Of a variable in the program's environment; its value is never in the plan");
    name.read = [](const TestPlan& plan, int row) {
        return QString::fromStdString(itemAt(plan.secrets, row));
    };
    name.write = [](TestPlan& plan, int row, const QString& text) {
        itemAt(plan.secrets, row) = text.toStdString();
    };
    name.check = [](const TestPlan&, int, const QString& text) { return checkNotEmpty(text); };
    rows.columns = {name};
    setRowEdits<std::string>(
        rows, [](TestPlan& plan) { return &plan.secrets; },
        [](const std::vector<std::string>& secrets, int) {
            return freeName("SECRET", [&](const std::string& one) {
                return std::ranges::find(secrets, one) != secrets.end();
            });
        });
    return rows;
}

} // namespace bw::designer
