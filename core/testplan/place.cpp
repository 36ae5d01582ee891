#include "core/testplan/place.h"

#include "core/testplan/json_writer.h"

#include <algorithm>

namespace bw::testplan {
namespace {

bool isPlainKey(std::string_view key) {
    return !key.empty() && std::ranges::all_of(key, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
               c == '-';
    });
}

} // namespace

std::string Place::text() const {
    std::string out;
    appendTo(out);
    return out;
}

void Place::appendTo(std::string& out) const {
    if (m_parent == nullptr) {
        return;
    }
    m_parent->appendTo(out);
    if (m_isItem) {
        out += '[' + std::to_string(m_index) + ']';
    } else if (isPlainKey(m_key)) {
        if (!out.empty()) {
            out += '.';
        }
        out += m_key;
    } else {
        out += '[';
        appendJsonString(out, m_key);
        out += ']';
    }
}

} // namespace bw::testplan
