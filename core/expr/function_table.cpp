#include "core/expr/function_table.h"

#include <algorithm>

namespace bw::expr {
namespace {

constexpr bool isInOrder() {
    for (std::size_t i = 0; i < kFunctions.size(); ++i) {
        if (static_cast<std::size_t>(kFunctions[i].function) != i) {
            return false;
        }
    }
    return true;
}
static_assert(isInOrder(), "a function's number is its row");

} // namespace

const FunctionInfo* findFunction(std::string_view name) {
    const auto at = std::ranges::find(kFunctions, name, &FunctionInfo::name);
    return at == kFunctions.end() ? nullptr : &*at;
}

} // namespace bw::expr
