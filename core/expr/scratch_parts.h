#pragma once

#include "core/expr/digest.h"
#include "core/expr/json_reader.h"
#include "core/expr/text_arena.h"
#include "core/expr/value.h"

#include <deque>
#include <string>

namespace bw::expr {

// What Scratch holds, for the evaluation alone.
class ScratchParts {
public:
    TextArena texts;
    std::deque<Value> values; // arrays, objects and the like that operands point to
    JsonReader json;
    Digest digest;

    // An empty text to print into; its content is gone at the next call.
    [[nodiscard]] std::string& blank() {
        m_blank.clear();
        return m_blank;
    }

    // After an evaluation: nothing it made is kept.
    void reset();

private:
    std::string m_blank;
};

} // namespace bw::expr
