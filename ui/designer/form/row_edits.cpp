#include "ui/designer/form/row_edits.h"

#include "core/testplan/json_writer.h"
#include "core/testplan/place.h"
#include "ui/designer/form/checks.h"

#include <QCoreApplication>

namespace bw::designer {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Tables)
};

bool hasName(const NamedPairs& pairs, const std::string& name) {
    return std::ranges::find(pairs, name, &NamedPairs::value_type::first) != pairs.end();
}

} // namespace

std::string itemPlace(const std::string& place, int row) {
    return place + '[' + std::to_string(row) + ']';
}

std::string memberPlace(const std::string& place, std::string_view name) {
    const testplan::Place root;
    const std::string member = root.member(name).text();
    return member.starts_with('[') || place.empty() ? place + member : place + '.' + member;
}

std::string freeName(const std::string& wanted, const std::function<bool(const std::string&)>& isTaken) {
    std::string name = wanted;
    for (int number = 2; isTaken(name); ++number) {
        name = wanted + std::to_string(number);
    }
    return name;
}

PlanRows pairTable(std::function<NamedPairs*(testplan::TestPlan&)> list,
                   std::function<const NamedPairs&(const testplan::TestPlan&)> look,
                   std::function<std::string(const std::string& name)> place, Language language) {
    PlanRows rows;
    rows.count = [look](const auto& plan) { return static_cast<int>(look(plan).size()); };
    rows.place = [look, place](const auto& plan, int row, int /*column*/) {
        return place(itemAt(look(plan), row).first);
    };
    PlanColumn name;
    name.title = Words::tr("Name");
    name.read = [look](const auto& plan, int row) {
        return QString::fromStdString(itemAt(look(plan), row).first);
    };
    name.write = [list](auto& plan, int row, const QString& text) {
        itemAt(*list(plan), row).first = text.toStdString();
    };
    name.check = [look](const auto& plan, int row, const QString& text) {
        const std::string wanted = text.toStdString();
        return itemAt(look(plan), row).first != wanted && hasName(look(plan), wanted) ? nameIsTaken(text)
                                                                                      : checkNotEmpty(text);
    };
    PlanColumn value;
    value.title = Words::tr("Value");
    value.language = language;
    value.read = [look](const auto& plan, int row) {
        return QString::fromStdString(itemAt(look(plan), row).second);
    };
    value.write = [list](auto& plan, int row, const QString& text) {
        itemAt(*list(plan), row).second = text.toStdString();
    };
    rows.columns = {name, value};
    setRowEdits<NamedPairs::value_type>(rows, std::move(list), [](const NamedPairs& pairs, int) {
        return std::pair(freeName("name", [&](const std::string& one) { return hasName(pairs, one); }),
                         std::string());
    });
    return rows;
}

} // namespace bw::designer
