#pragma once

#include "core/testplan/step.h"

#include <string>

namespace bw::testplan {

// What one virtual user does in one iteration.
struct Flow {
    std::string name;
    Steps before; // once per VU, before its first iteration
    Steps after;  // once per VU, after its last
    Steps steps;
    WrittenKeys written{};
    friend bool operator==(const Flow&, const Flow&) = default;
};

} // namespace bw::testplan
