#pragma once

#include "core/testplan/test_plan.h"

namespace bw::expr {
class Scope;
}

namespace bw::testplan {

// The names a plan's expressions may use: variables of the plan, of all environments and scenarios, what any
// step extracts, what loops name their item, feeds (whose columns are known only when their file was read)
// and secrets.
[[nodiscard]] expr::Scope scopeOf(const TestPlan& plan);

} // namespace bw::testplan
