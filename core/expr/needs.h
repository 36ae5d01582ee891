#pragma once

#include "core/expr/scope.h"

#include <vector>

namespace bw::expr {

// What an expression reads when it runs, so that the engine keeps and prepares nothing else. Lists are sorted
// and name each thing once.
struct Needs {
    bool response = false; // anything of the response, also status and duration
    bool body = false;     // the body's bytes: body, json(), capture(), between()
    bool json = false;
    bool headers = false;
    bool cookies = false;
    bool random = false;
    bool now = false;
    std::vector<SlotId> slots;
    std::vector<FeedId> feeds;
    std::vector<SecretId> secrets;

    void merge(const Needs& other);
    friend bool operator==(const Needs&, const Needs&) = default;
};

} // namespace bw::expr
