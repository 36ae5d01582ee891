#pragma once

#include <string>
#include <utility>
#include <vector>

namespace bw::shell {

// What the window was started with.
struct WindowOptions {
    std::string plan; // to be opened; empty: the one that was open last
    std::vector<std::pair<std::string, std::string>> variables;
    std::string history;   // file
    std::string resources; // folder with plans/ and budgets/
    std::string state;     // folder for what must survive a crash
};

} // namespace bw::shell
