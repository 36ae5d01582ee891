#pragma once

#include "core/verdict/evaluation.h"

#include <QJsonObject>

#include <span>

namespace bw::report {

// k6's "root_group": name, path, id (MD5 of the path), groups and checks by name. Groups nest at most 64
// levels; a deeper path's rest is one name.
[[nodiscard]] QJsonObject checkTree(std::span<const verdict::CheckResult> checks);

} // namespace bw::report
