#pragma once

#include "core/testplan/test_plan.h"

#include <QStringList>

#include <string_view>

namespace bw::designer {

// The steps that read this column of a feed, by their names. A pure function.
[[nodiscard]] QStringList usesOfColumn(const testplan::TestPlan& plan, std::string_view feed,
                                       std::string_view column);

} // namespace bw::designer
