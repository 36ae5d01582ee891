#include "ui/designer/plan/budget_tables.h"

#include "ui/designer/form/checks.h"
#include "ui/designer/form/row_edits.h"
#include "ui/designer/plan/limit_texts.h"

#include <QCoreApplication>

namespace bw::designer {
namespace {

using namespace testplan;
using Rows = std::vector<BudgetRow>;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(BudgetForm)
};

bool isRequest(const BudgetRow& row) {
    return std::holds_alternative<RequestRow>(row);
}

std::vector<std::pair<std::string, std::string>> tagsOf(const std::string& select) {
    auto tags = parseTagFilter(select);
    return tags ? std::move(*tags) : std::vector<std::pair<std::string, std::string>>();
}

// Where the rows of one of the two tables stand among all.
std::vector<int> indexesOf(const Rows* rows, bool ofRequests) {
    std::vector<int> indexes;
    for (int i = 0; rows != nullptr && i < static_cast<int>(rows->size()); ++i) {
        if (isRequest(itemAt(*rows, i)) == ofRequests) {
            indexes.push_back(i);
        }
    }
    return indexes;
}

// What both tables need of their budget.
class Part {
public:
    Part(BudgetSource source, bool ofRequests)
        : m_source(std::move(source))
        , m_ofRequests(ofRequests) {}

    [[nodiscard]] bool isEditable() const { return m_source.edit != nullptr; }
    [[nodiscard]] int count(const TestPlan& plan) const {
        return static_cast<int>(indexesOf(m_source.look(plan), m_ofRequests).size());
    }
    [[nodiscard]] int indexOf(const TestPlan& plan, int row) const {
        const std::vector<int> indexes = indexesOf(m_source.look(plan), m_ofRequests);
        return itemAt(indexes, row);
    }
    [[nodiscard]] const BudgetRow& look(const TestPlan& plan, int row) const {
        return itemAt(*m_source.look(plan), indexOf(plan, row));
    }
    [[nodiscard]] BudgetRow& edit(TestPlan& plan, int row) const {
        return itemAt(*m_source.edit(plan), indexOf(plan, row));
    }
    [[nodiscard]] std::string place(const TestPlan& plan, int row) const {
        return itemPlace(m_source.place(), indexOf(plan, row));
    }

    // Behind a row of this table, or before all others.
    int insert(TestPlan& plan, int row, BudgetRow item) const {
        Rows& rows = *m_source.edit(plan);
        const int shown = count(plan);
        const int after = std::min(row, shown - 1);
        const int at = after >= 0 ? indexOf(plan, after) + 1 : 0;
        rows.insert(rows.begin() + at, std::move(item));
        return after + 1;
    }
    void remove(TestPlan& plan, int row) const {
        Rows& rows = *m_source.edit(plan);
        rows.erase(rows.begin() + indexOf(plan, row));
    }
    void move(TestPlan& plan, int from, int to) const {
        const int step = from < to ? 1 : -1;
        for (int row = from; row != to; row += step) {
            std::swap(edit(plan, row), edit(plan, row + step));
        }
    }

private:
    BudgetSource m_source;
    bool m_ofRequests;
};

PlanRows rowsOf(const Part& part, std::vector<std::string> keys) {
    PlanRows rows;
    rows.name = Words::tr("limit");
    rows.count = [part](const TestPlan& plan) { return part.count(plan); };
    rows.place = [part, keys = std::move(keys)](const TestPlan& plan, int row, int column) {
        const std::string place = part.place(plan, row);
        return column < 0 || itemAt(keys, column).empty() ? place : place + '.' + itemAt(keys, column);
    };
    if (part.isEditable()) {
        rows.remove = [part](TestPlan& plan, int row) { part.remove(plan, row); };
        rows.move = [part](TestPlan& plan, int from, int to) { part.move(plan, from, to); };
    }
    return rows;
}

template <class Write>
void makeEditable(PlanColumn& column, const Part& part, Write write, Check check) {
    if (!part.isEditable()) {
        return;
    }
    column.write = [part, write](TestPlan& plan, int row, const QString& text) {
        write(part.edit(plan, row), text);
    };
    column.check = [check = std::move(check)](const TestPlan&, int, const QString& text) {
        return check(text);
    };
}

PlanColumn selectColumn(const Part& part) {
    PlanColumn column;
    column.title = Words::tr("Tags");
    column.toolTip = Words::tr("By their tags: name:login, critical:true");
    column.read = [part](const TestPlan& plan, int row) {
        return QString::fromStdString(std::get<RequestRow>(part.look(plan, row)).select);
    };
    const auto write = [](BudgetRow& row, const QString& text) {
        auto& requests = std::get<RequestRow>(row);
        requests.select = text.toStdString();
        requests.tags = tagsOf(requests.select);
    };
    makeEditable(column, part, write, checkTagFilter);
    return column;
}

template <class Limit>
PlanColumn limitColumn(const Part& part, const QString& title, std::optional<Limit> RequestRow::* limit,
                       const Check& check) {
    PlanColumn column;
    column.title = title;
    column.kind = CellKind::Figure;
    column.read = [part, limit](const TestPlan& plan, int row) {
        return limitText(std::get<RequestRow>(part.look(plan, row)).*limit);
    };
    const auto write = [limit](BudgetRow& row, const QString& text) {
        setLimit(std::get<RequestRow>(row).*limit, text);
    };
    makeEditable(column, part, write, optional(check));
    return column;
}

PlanColumn withinColumn(const Part& part) {
    PlanColumn column;
    column.title = Words::tr("Within");
    column.toolTip = Words::tr("Shares of requests within a time: 10ms: 0.999, 50ms: 1");
    column.read = [part](const TestPlan& plan, int row) {
        return withinText(std::get<RequestRow>(part.look(plan, row)).within);
    };
    const auto write = [](BudgetRow& row, const QString& text) {
        auto& requests = std::get<RequestRow>(row);
        requests.within = withinFrom(text);
        if (text.isEmpty()) {
            requests.written.remove("within");
        }
    };
    makeEditable(column, part, write, checkWithin);
    return column;
}

PlanColumn kindColumn(const Part& part) {
    PlanColumn column;
    column.title = Words::tr("Of");
    column.read = [part](const TestPlan& plan, int row) {
        return std::holds_alternative<MetricRow>(part.look(plan, row)) ? Words::tr("metric")
                                                                       : Words::tr("process");
    };
    return column;
}

PlanColumn subjectColumn(const Part& part) {
    PlanColumn column;
    column.title = Words::tr("Name");
    column.read = [part](const TestPlan& plan, int row) {
        const BudgetRow& limit = part.look(plan, row);
        const auto* metric = std::get_if<MetricRow>(&limit);
        return QString::fromStdString(metric != nullptr ? metric->metric
                                                        : std::get<ProcessRow>(limit).process);
    };
    const auto write = [](BudgetRow& row, const QString& text) {
        auto* metric = std::get_if<MetricRow>(&row);
        (metric != nullptr ? metric->metric : std::get<ProcessRow>(row).process) = text.toStdString();
    };
    makeEditable(column, part, write, checkNotEmpty);
    return column;
}

PlanColumn rateColumn(const Part& part) {
    PlanColumn column;
    column.title = Words::tr("Rate");
    column.kind = CellKind::Figure;
    column.toolTip = Words::tr("Of a metric: <200MB/s, <500/s");
    column.read = [part](const TestPlan& plan, int row) {
        const auto* metric = std::get_if<MetricRow>(&part.look(plan, row));
        return metric != nullptr ? QString::fromStdString(metric->rate.text) : QString();
    };
    const auto write = [](BudgetRow& row, const QString& text) {
        if (auto* metric = std::get_if<MetricRow>(&row)) {
            metric->rate = testplan::parseUnitLimit(text.toStdString()).value_or(metric->rate);
        }
    };
    if (part.isEditable()) {
        makeEditable(column, part, write, checkUnitLimit);
        column.check = [part](const TestPlan& plan, int row, const QString& text) {
            return std::holds_alternative<MetricRow>(part.look(plan, row)) ? checkUnitLimit(text)
                   : text.isEmpty()                                        ? QString()
                                    : Words::tr("a process has limits of CPU and memory, not of a rate");
        };
    }
    return column;
}

PlanColumn processColumn(const Part& part, const QString& title,
                         std::optional<UnitLimit> ProcessRow::* limit) {
    PlanColumn column;
    column.title = title;
    column.kind = CellKind::Figure;
    column.read = [part, limit](const TestPlan& plan, int row) {
        const auto* process = std::get_if<ProcessRow>(&part.look(plan, row));
        return process != nullptr ? limitText(process->*limit) : QString();
    };
    const auto write = [limit](BudgetRow& row, const QString& text) {
        if (auto* process = std::get_if<ProcessRow>(&row)) {
            setLimit(process->*limit, text);
        }
    };
    if (part.isEditable()) {
        makeEditable(column, part, write, optional(checkUnitLimit));
        column.check = [part](const TestPlan& plan, int row, const QString& text) {
            return std::holds_alternative<ProcessRow>(part.look(plan, row)) ? optional(checkUnitLimit)(text)
                   : text.isEmpty()                                         ? QString()
                                    : Words::tr("a metric has a limit of its rate alone");
        };
    }
    return column;
}

} // namespace

PlanRows requestLimitRows(const BudgetSource& source) {
    const Part part(source, true);
    PlanRows rows = rowsOf(part, {"select", "p50", "p95", "p99", "errorRate", "throughput", "within"});
    rows.columns = {selectColumn(part),
                    limitColumn(part, Words::tr("P50"), &RequestRow::p50, checkDuration),
                    limitColumn(part, Words::tr("P95"), &RequestRow::p95, checkDuration),
                    limitColumn(part, Words::tr("P99"), &RequestRow::p99, checkDuration),
                    limitColumn(part, Words::tr("Errors"), &RequestRow::errorRate, checkNumber),
                    limitColumn(part, Words::tr("Rate /s"), &RequestRow::throughput, checkNumber),
                    withinColumn(part)};
    rows.columns[4].toolTip = Words::tr("Share of failed requests, 0 to 1");
    rows.columns[5].toolTip = Words::tr("Requests a second at least; judged only when so many were offered");
    if (part.isEditable()) {
        rows.add = [part](TestPlan& plan, int row) {
            RequestRow limit;
            limit.select = "name:request";
            limit.tags = tagsOf(limit.select);
            limit.p95 = DurationText::from("100ms");
            return part.insert(plan, row, limit);
        };
    }
    return rows;
}

PlanRows otherLimitRows(const BudgetSource& source) {
    const Part part(source, false);
    PlanRows rows = rowsOf(part, {"", "", "rate", "cpu", "memory"});
    rows.columns = {kindColumn(part), subjectColumn(part), rateColumn(part),
                    processColumn(part, Words::tr("CPU"), &ProcessRow::cpu),
                    processColumn(part, Words::tr("Memory"), &ProcessRow::memory)};
    rows.columns[3].toolTip = Words::tr("Of a core: <80%");
    rows.columns[4].toolTip = Words::tr("<2GB");
    return rows;
}

void addOtherRow(std::vector<BudgetRow>& rows, OtherRow kind) {
    if (kind == OtherRow::Metric) {
        rows.emplace_back(MetricRow{"data_received", parseUnitLimit("<200MB/s").value_or(UnitLimit{})});
    } else {
        rows.emplace_back(ProcessRow{"target", parseUnitLimit("<80%"), std::nullopt});
    }
}

} // namespace bw::designer
