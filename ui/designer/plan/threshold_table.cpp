#include "ui/designer/plan/threshold_table.h"

#include "ui/designer/form/checks.h"
#include "ui/designer/form/row_edits.h"
#include "ui/designer/load/load_options.h"

#include <QCoreApplication>

namespace bw::designer {
namespace {

using namespace testplan;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ThresholdForm)
};

struct At {
    int group = 0;
    int item = 0;
};

At find(const TestPlan& plan, int row) {
    int group = 0;
    while (row >= static_cast<int>(itemAt(plan.thresholds, group).thresholds.size())) {
        row -= static_cast<int>(itemAt(plan.thresholds, group).thresholds.size());
        ++group;
    }
    return {group, row};
}

int countOf(const TestPlan& plan) {
    int count = 0;
    for (const ThresholdGroup& group : plan.thresholds) {
        count += static_cast<int>(group.thresholds.size());
    }
    return count;
}

template <class AnyPlan>
auto& groupAt(AnyPlan& plan, int row) {
    return itemAt(plan.thresholds, find(plan, row).group);
}

template <class AnyPlan>
auto& specAt(AnyPlan& plan, int row) {
    return itemAt(groupAt(plan, row).thresholds, find(plan, row).item);
}

// Takes a threshold out; its group goes with the last.
ThresholdSpec take(TestPlan& plan, int row) {
    const At at = find(plan, row);
    std::vector<ThresholdSpec>& specs = itemAt(plan.thresholds, at.group).thresholds;
    ThresholdSpec spec = std::move(itemAt(specs, at.item));
    specs.erase(specs.begin() + at.item);
    if (specs.empty()) {
        plan.thresholds.erase(plan.thresholds.begin() + at.group);
    }
    return spec;
}

// Looks at something else: joins the group that does already, renames its own when it is alone there.
void moveTo(TestPlan& plan, int row, const std::string& source) {
    const auto other = std::ranges::find(plan.thresholds, source, &ThresholdGroup::source);
    ThresholdGroup& own = groupAt(plan, row);
    ThresholdGroup made = ThresholdGroup::from(source);
    if (other == plan.thresholds.end() && own.thresholds.size() == 1) {
        made.thresholds = std::move(own.thresholds);
        own = std::move(made);
        return;
    }
    const int behind = find(plan, row).group + 1;
    if (other == plan.thresholds.end()) {
        made.thresholds.push_back(take(plan, row));
        plan.thresholds.insert(plan.thresholds.begin() + behind, std::move(made));
        return;
    }
    ThresholdSpec spec = take(plan, row);
    std::ranges::find(plan.thresholds, source, &ThresholdGroup::source)
        ->thresholds.push_back(std::move(spec));
}

std::string placeOf(const TestPlan& plan, int row, int column) {
    const At at = find(plan, row);
    const std::string group = memberPlace("thresholds", itemAt(plan.thresholds, at.group).source);
    if (column == 0) {
        return group;
    }
    std::string place = itemPlace(group, at.item);
    const bool isObject = specAt(plan, row).form == ThresholdForm::Object;
    static constexpr std::array kKeys = {"", "threshold", "abortOnFail", "delayAbortEval", "warmUp"};
    if (column > 1 || (column == 1 && isObject)) {
        place += std::string(".") + kKeys[static_cast<std::size_t>(column)];
    }
    return place;
}

PlanColumn selectorColumn() {
    PlanColumn column;
    column.title = Words::tr("Metric");
    column.toolTip = Words::tr("A metric, or a part of it: http_req_duration{name:login}");
    column.read = [](const TestPlan& plan, int row) {
        return QString::fromStdString(groupAt(plan, row).source);
    };
    column.write = [](TestPlan& plan, int row, const QString& text) {
        moveTo(plan, row, text.toStdString());
    };
    column.check = [](const TestPlan&, int, const QString& text) { return checkSelector(text); };
    return column;
}

PlanColumn expressionColumn() {
    PlanColumn column;
    column.title = Words::tr("Must hold");
    column.toolTip = Words::tr("For example p(99)<10; times are milliseconds");
    column.read = [](const TestPlan& plan, int row) {
        return QString::fromStdString(specAt(plan, row).source);
    };
    column.write = [](TestPlan& plan, int row, const QString& text) {
        ThresholdSpec& spec = specAt(plan, row);
        spec.source = text.toStdString();
        spec.expression = ThresholdSpec::from(spec.source).expression;
    };
    column.check = [](const TestPlan&, int, const QString& text) { return checkThreshold(text); };
    return column;
}

PlanColumn abortColumn() {
    PlanColumn column;
    column.title = Words::tr("Abort");
    column.toolTip = Words::tr("The run stops when the threshold fails (abortOnFail)");
    column.kind = CellKind::Flag;
    column.read = [](const TestPlan& plan, int row) {
        return specAt(plan, row).onFailure == OnFailure::Abort ? QStringLiteral("1") : QString();
    };
    column.write = [](TestPlan& plan, int row, const QString& text) {
        ThresholdSpec& spec = specAt(plan, row);
        spec.onFailure = text.isEmpty() ? OnFailure::GoOn : OnFailure::Abort;
        if (text.isEmpty()) {
            spec.written.remove("abortOnFail");
        }
    };
    return column;
}

PlanColumn durationColumn(const QString& title, const char* key, DurationText ThresholdSpec::* duration) {
    PlanColumn column;
    column.title = title;
    column.toolTip = QString::fromLatin1(key);
    column.kind = CellKind::Figure;
    column.read = [duration](const TestPlan& plan, int row) {
        return writtenText(specAt(plan, row).*duration);
    };
    column.write = [duration, key](TestPlan& plan, int row, const QString& text) {
        ThresholdSpec& spec = specAt(plan, row);
        spec.*duration = text.isEmpty() ? DurationText{} : typedDuration(text, spec.*duration);
        if (text.isEmpty()) {
            spec.written.remove(key);
        }
    };
    column.check = [](const TestPlan&, int, const QString& text) { return optional(checkDuration)(text); };
    column.hint = [](const TestPlan&, int) { return QStringLiteral("0s"); };
    return column;
}

int add(TestPlan& plan, int row) {
    ThresholdSpec spec = ThresholdSpec::from("rate<0.01");
    if (row < 0) {
        ThresholdGroup group = ThresholdGroup::from("http_req_failed");
        group.thresholds.push_back(std::move(spec));
        plan.thresholds.insert(plan.thresholds.begin(), std::move(group));
        return 0;
    }
    // A copy of the row above, to be changed.
    const At at = find(plan, row);
    std::vector<ThresholdSpec>& specs = itemAt(plan.thresholds, at.group).thresholds;
    ThresholdSpec copy = itemAt(specs, at.item);
    specs.insert(specs.begin() + at.item + 1, std::move(copy));
    return row + 1;
}

} // namespace

PlanRows thresholdRows() {
    PlanRows rows;
    rows.name = Words::tr("threshold");
    rows.count = countOf;
    rows.place = placeOf;
    rows.columns = {selectorColumn(), expressionColumn(), abortColumn(),
                    durationColumn(Words::tr("Delay"), "delayAbortEval", &ThresholdSpec::delayAbortEval),
                    durationColumn(Words::tr("Warm-up"), "warmUp", &ThresholdSpec::warmUp)};
    rows.add = add;
    rows.remove = [](TestPlan& plan, int row) { (void)take(plan, row); };
    return rows;
}

} // namespace bw::designer
