#include "core/testplan/json_emitter.h"

#include "core/testplan/json_writer.h"

namespace bw::testplan {

void JsonEmitter::beforeValue() {
    if (m_afterKey) {
        m_afterKey = false;
        return;
    }
    if (m_depth > 0) {
        m_out += m_first ? "\n" : ",\n";
        m_out.append(2 * m_depth, ' ');
    }
    m_first = false;
}

void JsonEmitter::begin(char bracket) {
    beforeValue();
    m_out += bracket;
    ++m_depth;
    m_first = true;
}

void JsonEmitter::end(char bracket) {
    --m_depth;
    if (!m_first) {
        m_out += '\n';
        m_out.append(2 * m_depth, ' ');
    }
    m_out += bracket;
    m_first = false;
}

void JsonEmitter::key(std::string_view name) {
    beforeValue();
    appendJsonString(m_out, name);
    m_out += ": ";
    m_afterKey = true;
}

void JsonEmitter::string(std::string_view text) {
    beforeValue();
    appendJsonString(m_out, text);
}

void JsonEmitter::bare(std::string_view text) {
    beforeValue();
    m_out += text;
}

void JsonEmitter::value(const JsonValue& value) {
    beforeValue();
    appendJson(m_out, value, JsonLayout::Indented, m_depth);
}

} // namespace bw::testplan
