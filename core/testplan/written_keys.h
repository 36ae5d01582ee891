#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

namespace bw::testplan {

// The optional keys an author wrote into one object, so that a value that happens to be the default stays in
// the file when the plan is written back. A part made by the program has none: then only what differs from
// the default is written. The views are string literals.
class WrittenKeys {
public:
    void add(std::string_view key) {
        if (!has(key)) {
            m_keys.push_back(key);
        }
    }
    void remove(std::string_view key) { std::erase(m_keys, key); }
    [[nodiscard]] bool has(std::string_view key) const {
        return std::ranges::find(m_keys, key) != m_keys.end();
    }

    // Two plans that mean the same are equal, however many defaults either spells out.
    friend bool operator==(const WrittenKeys&, const WrittenKeys&) { return true; }

private:
    std::vector<std::string_view> m_keys;
};

} // namespace bw::testplan
