#pragma once

#include "core/run/run_prepare.h"
#include "ui/bridge/run_options.h"
#include "ui/bridge/run_session.h"

namespace bw::bridge {

// What a person asks for, as core takes it, and why core refuses it, in words.
[[nodiscard]] run::RunRequest requestOf(const RunOptions& options, const std::string& resources,
                                        const std::string& history);
[[nodiscard]] RunRefusal refusalOf(const run::PrepareError& error);

} // namespace bw::bridge
