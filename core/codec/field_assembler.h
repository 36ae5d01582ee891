#pragma once

#include "core/codec/http1_types.h"
#include "core/codec/partial_pool.h"

#include <string>
#include <string_view>

namespace bw::codec {

// Puts a name and a value together from the pieces that a parser finds. Pieces that lie in one buffer are
// passed on as views into it; only what a buffer's end cuts is copied, into a borrowed string.
// Used by the HTTP/1 parsers alone.
class FieldAssembler {
public:
    explicit FieldAssembler(PartialPool& pool)
        : m_pool(&pool) {}
    ~FieldAssembler() { clear(); }
    FieldAssembler(const FieldAssembler&) = delete;
    FieldAssembler& operator=(const FieldAssembler&) = delete;

    void addName(std::string_view piece);
    void addValue(std::string_view piece);

    // Valid until the next call. The value comes without white space at its ends.
    [[nodiscard]] std::string_view name() const;
    [[nodiscard]] std::string_view value() const;

    // Call at the end of each buffer: saves what still points into it.
    void keep();

    // Forgets the field and returns what was borrowed.
    void clear();

private:
    [[nodiscard]] std::string& borrowed();

    PartialPool* m_pool;
    std::string m_copy;           // name and value behind each other, while m_isCopied
    std::size_t m_copiedName = 0; // how much of m_copy is the name
    bool m_isCopied = false;
    std::string_view m_name;
    std::string_view m_value;
};

} // namespace bw::codec
