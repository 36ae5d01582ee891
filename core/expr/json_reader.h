#pragma once

#include "core/expr/json_path.h"
#include "core/expr/operand.h"
#include "core/expr/text_arena.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <string_view>

namespace bw::expr {

// What is wanted of the value at the end of a path.
enum class JsonUse : std::uint8_t { Value, Exists, Length };

enum class JsonOutcome {
    Found,
    Missing, // no such value, or no JSON as far as it was read
    TooLarge,
};

// Where the texts and the composite values that were read live on.
struct JsonKeep {
    TextArena& texts;
    std::deque<Value>& values;
};

// Reads JSON on demand: only what stands before the end of the asked path is looked at closely. Keeps its
// memory between uses. Not thread-safe.
class JsonReader {
public:
    static constexpr std::size_t kMaxBytes = 16 * 1024 * 1024;
    static constexpr int kMaxDepth = 128;
    static constexpr std::size_t kMaxValues = 1'000'000;

    JsonReader();
    ~JsonReader();
    JsonReader(const JsonReader&) = delete;
    JsonReader& operator=(const JsonReader&) = delete;

    // A text to read from. `padding` bytes behind it may be read, too. Two in a row with the same number,
    // other than 0, are the same unchanged text, whose structure is found once.
    struct Source {
        std::string_view text;
        std::size_t padding = 0;
        std::uint64_t number = 0;
    };
    [[nodiscard]] JsonOutcome read(const Source& source, const JsonPath& path, JsonUse use, JsonKeep keep,
                                   Operand& result);

    // The whole document; undefined when the text is none or beyond the limits.
    [[nodiscard]] Value document(std::string_view text);

    // Gives back what an unusually large text took.
    void shrink();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace bw::expr
