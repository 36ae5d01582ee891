#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace bw::testplan {

// A place in a document, built while one descends and turned into text only when there is a problem. It
// points to the place it was made from, so it lives on the stack of the function that descends.
class Place {
public:
    Place() = default; // the document
    [[nodiscard]] Place member(std::string_view key) const { return {this, key, 0}; }
    [[nodiscard]] Place item(std::size_t index) const { return {this, {}, index}; }

    // flows.order_placement.steps[0].http.checks["response time < 10ms"]
    [[nodiscard]] std::string text() const;

private:
    Place(const Place* parent, std::string_view key, std::size_t index)
        : m_parent(parent)
        , m_key(key)
        , m_index(index)
        , m_isItem(key.data() == nullptr) {}

    void appendTo(std::string& out) const;

    const Place* m_parent = nullptr;
    std::string_view m_key;
    std::size_t m_index = 0;
    bool m_isItem = false;
};

} // namespace bw::testplan
