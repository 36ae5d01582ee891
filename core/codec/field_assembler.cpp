#include "core/codec/field_assembler.h"

#include "core/base/trim.h"

namespace bw::codec {

namespace {

// Grows `view` by a piece that begins where it ends; false when it does not.
bool extend(std::string_view& view, std::string_view piece) {
    if (view.empty()) {
        view = piece;
        return true;
    }
    if (view.data() + view.size() != piece.data()) {
        return false;
    }
    view = {view.data(), view.size() + piece.size()};
    return true;
}

} // namespace

void FieldAssembler::addName(std::string_view piece) {
    if (!m_isCopied && extend(m_name, piece)) {
        return;
    }
    keep();
    borrowed().append(piece);
    m_copiedName += piece.size();
}

void FieldAssembler::addValue(std::string_view piece) {
    if (!m_isCopied && extend(m_value, piece)) {
        return;
    }
    keep();
    borrowed().append(piece);
}

std::string_view FieldAssembler::name() const {
    return m_isCopied ? std::string_view(m_copy).substr(0, m_copiedName) : m_name;
}

std::string_view FieldAssembler::value() const {
    return trimBlanks(m_isCopied ? std::string_view(m_copy).substr(m_copiedName) : m_value);
}

void FieldAssembler::keep() {
    if (m_isCopied || (m_name.empty() && m_value.empty())) {
        return;
    }
    borrowed().append(m_name).append(m_value);
    m_copiedName = m_name.size();
    m_name = {};
    m_value = {};
}

void FieldAssembler::clear() {
    m_name = {};
    m_value = {};
    m_copiedName = 0;
    if (m_isCopied) {
        m_pool->give(std::move(m_copy));
        m_copy = std::string();
        m_isCopied = false;
    }
}

std::string& FieldAssembler::borrowed() {
    if (!m_isCopied) {
        m_copy = m_pool->take();
        m_isCopied = true;
    }
    return m_copy;
}

} // namespace bw::codec
