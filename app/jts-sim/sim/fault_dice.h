#pragma once

#include "app/jts-sim/sim/fault_board.h"
#include "core/base/random.h"

#include <optional>

namespace bw::jts {

// What befalls one request.
struct Fate {
    Duration latency{0};
    std::optional<FaultKind> fault;
    double share = 0; // of the answer that still goes out, for Reset and Truncate
};

// Rolls for one thread, from its own random stream.
class FaultDice {
public:
    FaultDice(const FaultBoard& board, Random random)
        : m_board(board)
        , m_random(random) {}

    [[nodiscard]] Fate roll(std::string_view path);

private:
    const FaultBoard& m_board;
    Random m_random;
    std::uint64_t m_generation = UINT64_MAX;
    std::shared_ptr<const FaultSet> m_faults;
};

} // namespace bw::jts
