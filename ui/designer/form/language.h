#pragma once

#include <cstdint>

namespace bw::designer {

// What a text in a field is.
enum class Language : std::uint8_t {
    Plain,
    Template,   // expressions stand in ${…}
    Expression, // the whole text is one
};

} // namespace bw::designer
