#pragma once

#include "ui/designer/form/plan_table.h"

#include <algorithm>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

// What the tables of the plan have in common.
namespace bw::designer {

template <class Items>
[[nodiscard]] auto& itemAt(Items& items, int row) {
    return items[static_cast<std::size_t>(row)];
}

// place[3], place.name or place["a name"]
[[nodiscard]] std::string itemPlace(const std::string& place, int row);
[[nodiscard]] std::string memberPlace(const std::string& place, std::string_view name);

// A name that none of the taken ones is: "name", "name2", …
[[nodiscard]] std::string freeName(const std::string& wanted,
                                   const std::function<bool(const std::string&)>& isTaken);

// Adding, removing and moving the items of one list. `make` gives the new item behind a row.
template <class Item>
void setRowEdits(PlanRows& rows, std::function<std::vector<Item>*(testplan::TestPlan&)> list,
                 std::function<Item(const std::vector<Item>&, int row)> make) {
    rows.add = [list, make](testplan::TestPlan& plan, int row) {
        std::vector<Item>& items = *list(plan);
        const int at = std::clamp(row + 1, 0, static_cast<int>(items.size()));
        Item item = make(items, at - 1);
        items.insert(items.begin() + at, std::move(item));
        return at;
    };
    rows.remove = [list](testplan::TestPlan& plan, int row) {
        std::vector<Item>& items = *list(plan);
        items.erase(items.begin() + row);
    };
    rows.move = [list](testplan::TestPlan& plan, int from, int to) {
        std::vector<Item>& items = *list(plan);
        Item item = std::move(itemAt(items, from));
        items.erase(items.begin() + from);
        items.insert(items.begin() + to, std::move(item));
    };
}

using NamedPairs = std::vector<std::pair<std::string, std::string>>;

// Names with a text each; the place of no name is the list's.
[[nodiscard]] PlanRows pairTable(std::function<NamedPairs*(testplan::TestPlan&)> list,
                                 std::function<const NamedPairs&(const testplan::TestPlan&)> look,
                                 std::function<std::string(const std::string& name)> place,
                                 Language language = Language::Plain);

} // namespace bw::designer
