#pragma once

#include "core/testplan/json_value.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace bw::testplan {

// Writes JSON piece by piece, indented by two blanks a level. The caller keeps begin and end in pairs and
// gives each member its key.
class JsonEmitter {
public:
    void beginObject() { begin('{'); }
    void endObject() { end('}'); }
    void beginArray() { begin('['); }
    void endArray() { end(']'); }

    void key(std::string_view name);
    void string(std::string_view text);
    void boolean(bool value) { bare(value ? "true" : "false"); }
    void integer(std::int64_t value) { bare(std::to_string(value)); }
    void bare(std::string_view text); // a number as it is spelled, true, false, null
    void value(const JsonValue& value);

    [[nodiscard]] std::string take() { return std::move(m_out); }

private:
    void begin(char bracket);
    void end(char bracket);
    void beforeValue();

    std::string m_out;
    std::size_t m_depth = 0;
    bool m_first = true;     // nothing stands in the innermost array or object
    bool m_afterKey = false; // the value belongs to the key just written
};

} // namespace bw::testplan
