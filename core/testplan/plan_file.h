#pragma once

#include "core/testplan/parse.h"

#include <string>
#include <string_view>
#include <vector>

namespace bw::testplan {

// Reads and validates the plan at `path`. In addition to parse(): the files the plan names (feeds, bodies,
// certificates) must exist under the plan's folder, links followed; budgets it uses must be found in
// `budgetFolders`, the first that has it, and are valid themselves.
[[nodiscard]] ParseOutcome loadPlan(const std::string& path, const std::vector<std::string>& budgetFolders);

// The same for a text that is not in its file yet; `path` says where it will stand.
[[nodiscard]] ParseOutcome checkPlan(std::string_view text, const std::string& path,
                                     const std::vector<std::string>& budgetFolders);

// The path of a file a plan names, if it lies under `folder` after following links; empty otherwise. The file
// need not exist.
[[nodiscard]] std::string pathUnder(const std::string& folder, const std::string& file);

} // namespace bw::testplan
