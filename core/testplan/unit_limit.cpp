#include "core/testplan/budget_spec.h"
#include "core/testplan/text_scan.h"

#include <array>
#include <cmath>

namespace bw::testplan {
namespace {

struct Unit {
    std::string_view text;
    double factor;
    LimitUnit unit;
};

constexpr double kKibi = 1024;

constexpr std::array kUnits = {
    Unit{"%", 0.01, LimitUnit::Cores},
    Unit{"/s", 1, LimitUnit::PerSecond},
    Unit{"B", 1, LimitUnit::Bytes},
    Unit{"kB", 1e3, LimitUnit::Bytes},
    Unit{"KB", 1e3, LimitUnit::Bytes},
    Unit{"MB", 1e6, LimitUnit::Bytes},
    Unit{"GB", 1e9, LimitUnit::Bytes},
    Unit{"TB", 1e12, LimitUnit::Bytes},
    Unit{"KiB", kKibi, LimitUnit::Bytes},
    Unit{"MiB", kKibi* kKibi, LimitUnit::Bytes},
    Unit{"GiB", kKibi* kKibi* kKibi, LimitUnit::Bytes},
    Unit{"TiB", kKibi* kKibi* kKibi* kKibi, LimitUnit::Bytes},
};

const Unit* findUnit(std::string_view text) {
    for (const Unit& unit : kUnits) {
        if (text == unit.text) {
            return &unit;
        }
    }
    return nullptr;
}

std::optional<Comparison> takeComparison(std::string_view& text) {
    for (const Comparison op :
         {Comparison::LessOrEqual, Comparison::GreaterOrEqual, Comparison::Less, Comparison::Greater}) {
        if (text.starts_with(comparisonText(op))) {
            text.remove_prefix(comparisonText(op).size());
            return op;
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<UnitLimit> parseUnitLimit(std::string_view text) {
    std::string_view rest = trimmed(text);
    const std::optional<Comparison> op = takeComparison(rest);
    if (!op) {
        return std::nullopt;
    }
    rest = trimmed(rest);
    const std::size_t digits = std::min(rest.find_first_not_of("0123456789."), rest.size());
    const std::optional<double> number = scanNumber(rest.substr(0, digits));
    std::string_view unitText = trimmed(rest.substr(digits));
    const bool perSecond = unitText.size() > 2 && unitText.ends_with("/s");
    if (perSecond) {
        unitText.remove_suffix(2);
    }
    const Unit* unit = findUnit(unitText);
    if (!number || unit == nullptr || (perSecond && unit->unit != LimitUnit::Bytes)) {
        return std::nullopt;
    }
    return UnitLimit{*op, *number * unit->factor, perSecond ? LimitUnit::BytesPerSecond : unit->unit,
                     std::string(text)};
}

} // namespace bw::testplan
