#include "core/codec/partial_pool.h"

namespace bw::codec {

namespace {

constexpr std::size_t maxKept = 64;
constexpr std::size_t maxKeptRoom = 16 * 1024;

} // namespace

std::string PartialPool::take() {
    if (m_free.empty()) {
        return {};
    }
    std::string text = std::move(m_free.back());
    m_free.pop_back();
    return text;
}

void PartialPool::give(std::string&& text) {
    if (m_free.size() >= maxKept || text.capacity() > maxKeptRoom) {
        return;
    }
    text.clear();
    m_free.push_back(std::move(text));
}

} // namespace bw::codec
