#pragma once

#include <algorithm>
#include <bit>
#include <compare>
#include <cstddef>
#include <initializer_list>
#include <iterator>
#include <memory>
#include <utility>
#include <vector>

namespace bw::report {

// Values in order, growing at the end. Copies share all but the last 32 KB at most, so that a picture of a
// day is as quickly made as one of a minute, and a row of pictures holds each value once. What is shared
// never changes: copies may be read by other threads.
template <class Value>
class Column {
public:
    using value_type = Value;
    class Iterator;
    using const_iterator = Iterator;

    Column() = default;
    Column(std::initializer_list<Value> values) {
        for (const Value& value : values) {
            push_back(value);
        }
    }
    Column(std::size_t count, const Value& value) {
        for (std::size_t i = 0; i < count; ++i) {
            push_back(value);
        }
    }

    [[nodiscard]] std::size_t size() const { return m_full.size() * kBlock + m_tail.size(); }
    [[nodiscard]] bool empty() const { return m_tail.empty(); }

    // Precondition of both: there is such a value.
    [[nodiscard]] const Value& operator[](std::size_t index) const {
        const std::size_t block = index / kBlock;
        return block < m_full.size() ? (*m_full[block])[index % kBlock] : m_tail[index % kBlock];
    }
    [[nodiscard]] const Value& back() const { return m_tail.back(); }
    // The one value that may still change.
    [[nodiscard]] Value& last() { return m_tail.back(); }

    void push_back(Value value) {
        if (m_tail.size() == kBlock) {
            m_full.push_back(std::make_shared<const std::vector<Value>>(std::exchange(m_tail, {})));
        }
        m_tail.push_back(std::move(value));
    }

    void clear() {
        m_full.clear();
        m_tail.clear();
    }

    // Neighbours become one: join(value, next, index of value). One without a neighbour stays.
    template <class Join>
    void halve(const Join& join) {
        Column halved;
        for (std::size_t index = 0; index < size(); index += 2) {
            Value value = (*this)[index];
            if (index + 1 < size()) {
                join(value, (*this)[index + 1], index);
            }
            halved.push_back(std::move(value));
        }
        *this = std::move(halved);
    }

    [[nodiscard]] Iterator begin() const { return {this, 0}; }
    [[nodiscard]] Iterator end() const { return {this, size()}; }

    friend bool operator==(const Column& a, const Column& b) {
        return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin());
    }

private:
    static constexpr std::size_t kBlock = std::bit_floor(std::max<std::size_t>(32'768 / sizeof(Value), 1));

    std::vector<std::shared_ptr<const std::vector<Value>>> m_full; // of kBlock values each
    std::vector<Value> m_tail;                                     // not empty unless the column is
};

// Valid as long as the column stands where it stood.
template <class Value>
class Column<Value>::Iterator {
public:
    using iterator_category = std::random_access_iterator_tag;
    using value_type = Value;
    using difference_type = std::ptrdiff_t;
    using pointer = const Value*;
    using reference = const Value&;

    Iterator() = default;
    Iterator(const Column* column, std::size_t index)
        : m_column(column)
        , m_index(index) {}

    reference operator*() const { return (*m_column)[m_index]; }
    pointer operator->() const { return &(*m_column)[m_index]; }
    reference operator[](difference_type offset) const { return *(*this + offset); }

    Iterator& operator+=(difference_type offset) {
        m_index = static_cast<std::size_t>(static_cast<difference_type>(m_index) + offset);
        return *this;
    }
    Iterator& operator-=(difference_type offset) { return *this += -offset; }
    Iterator& operator++() { return *this += 1; }
    Iterator& operator--() { return *this += -1; }
    Iterator operator++(int) { return std::exchange(*this, *this + 1); }
    Iterator operator--(int) { return std::exchange(*this, *this - 1); }
    friend Iterator operator+(Iterator at, difference_type offset) { return at += offset; }
    friend Iterator operator+(difference_type offset, Iterator at) { return at += offset; }
    friend Iterator operator-(Iterator at, difference_type offset) { return at -= offset; }
    friend difference_type operator-(const Iterator& a, const Iterator& b) {
        return static_cast<difference_type>(a.m_index) - static_cast<difference_type>(b.m_index);
    }
    friend bool operator==(const Iterator& a, const Iterator& b) { return a.m_index == b.m_index; }
    friend auto operator<=>(const Iterator& a, const Iterator& b) { return a.m_index <=> b.m_index; }

private:
    const Column* m_column = nullptr;
    std::size_t m_index = 0;
};

} // namespace bw::report
