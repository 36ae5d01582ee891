#pragma once

#include "core/report/column.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <utility>
#include <vector>

namespace bw::report {

// Curves of one kind, each with its key, in the order in which their keys came; those beyond the bound have
// none. All are as long as the rows that they stand beside. Not thread-safe.
template <class Key, class Moment>
class CurveSet {
public:
    static constexpr std::size_t kNone = SIZE_MAX;

    explicit CurveSet(std::size_t most)
        : m_most(most) {}

    // The place of a key's curve, kNone when there is no room for it. A new one has had nothing in the `rows`
    // that there are already.
    std::size_t place(const Key& key, std::size_t rows) {
        const auto known = m_places.find(key);
        if (known != m_places.end() || m_curves.size() == m_most) {
            return known != m_places.end() ? known->second : kNone;
        }
        m_places.emplace(key, m_curves.size());
        m_curves.push_back({.key = key, .now = {}, .moments = Column<Moment>(rows, Moment())});
        return m_curves.size() - 1;
    }

    [[nodiscard]] bool has(const Key& key) const { return m_places.contains(key); }
    [[nodiscard]] std::size_t size() const { return m_curves.size(); }
    [[nodiscard]] const Key& key(std::size_t place) const { return m_curves[place].key; }
    [[nodiscard]] const Column<Moment>& moments(std::size_t place) const { return m_curves[place].moments; }
    // As long as the rows; empty when the key has no curve.
    [[nodiscard]] Column<Moment> find(const Key& key) const {
        const auto found = m_places.find(key);
        return found == m_places.end() ? Column<Moment>() : m_curves[found->second].moments;
    }

    // The moment that is being made.
    [[nodiscard]] Moment& now(std::size_t place) { return m_curves[place].now; }
    void begin() {
        for (Curve& curve : m_curves) {
            curve.now = Moment();
        }
    }

    // The moment becomes a row's, or part of the last row's: join(Moment&, const Moment&).
    void append() {
        for (Curve& curve : m_curves) {
            curve.moments.push_back(curve.now);
        }
    }
    template <class Join>
    void joinLast(const Join& join) {
        for (Curve& curve : m_curves) {
            join(curve.moments.last(), curve.now);
        }
    }
    // join(Moment&, const Moment&, index of the first)
    template <class Join>
    void halve(const Join& join) {
        for (Curve& curve : m_curves) {
            curve.moments.halve(join);
        }
    }

private:
    struct Curve {
        Key key;
        Moment now;
        Column<Moment> moments;
    };

    std::size_t m_most;
    std::map<Key, std::size_t> m_places;
    std::vector<Curve> m_curves;
};

} // namespace bw::report
