#pragma once

#include "core/history/history_store.h"

#include <cstdint>
#include <string>
#include <vector>

// All print, and return the exit code.
namespace bw::app {

enum class Confirmation : std::uint8_t {
    Ask, // on the terminal; where there is none, nothing is deleted
    Given,
};

// Nothing is deleted unless all of them are runs.
[[nodiscard]] int deleteRuns(const history::HistoryStore& store, const std::vector<std::string>& runs,
                             Confirmation confirmation);

// Pages and indexes, then every value of every run. Changes nothing.
[[nodiscard]] int checkHistory(const history::HistoryStore& store);

// Mends what checkHistory() finds, as far as it can be. The file as it was is saved beside it first.
[[nodiscard]] int repairHistory(const history::HistoryStore& store);

} // namespace bw::app
