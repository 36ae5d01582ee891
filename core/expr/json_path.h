#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace bw::expr {

struct JsonStep {
    enum class Kind : std::uint8_t { Member, Index, Every };
    Kind kind = Kind::Member;
    std::string name;        // Member
    std::uint32_t index = 0; // Index
    friend bool operator==(const JsonStep&, const JsonStep&) = default;
};

// A way into a JSON document: `$` and then `.name`, `["name"]`, `['name']`, `[3]`, `[*]` or `.*`.
class JsonPath {
public:
    static constexpr std::size_t kMaxSteps = 64;

    // The error is the offset of what is wrong.
    [[nodiscard]] static Result<JsonPath, std::size_t> parse(std::string_view text);

    [[nodiscard]] const std::vector<JsonStep>& steps() const { return m_steps; }

private:
    std::vector<JsonStep> m_steps;
};

} // namespace bw::expr
