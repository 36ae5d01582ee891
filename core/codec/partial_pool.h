#pragma once

#include <string>
#include <vector>

namespace bw::codec {

// Strings that parsers borrow while a field is cut in two by the end of a packet, so that an idle connection
// owns no buffer and a warm one allocates nothing. One per thread, outliving its parsers; not thread-safe.
class PartialPool {
public:
    // An empty string, with room if one was returned before.
    [[nodiscard]] std::string take();

    // Keeps the string's room for the next borrower, unless it grew beyond what is worth keeping.
    void give(std::string&& text);

private:
    std::vector<std::string> m_free;
};

} // namespace bw::codec
