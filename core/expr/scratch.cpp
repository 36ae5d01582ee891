#include "core/expr/scratch.h"

#include "core/expr/scratch_parts.h"

namespace bw::expr {
namespace {

constexpr std::size_t kKeptText = 1024 * 1024;

} // namespace

Scratch::Scratch()
    : m_parts(std::make_unique<ScratchParts>()) {}

Scratch::Scratch(Scratch&&) noexcept = default;
Scratch& Scratch::operator=(Scratch&&) noexcept = default;
Scratch::~Scratch() = default;

void ScratchParts::reset() {
    texts.reset();
    values.clear();
    json.shrink();
    if (m_blank.capacity() > kKeptText) {
        m_blank = std::string();
    }
}

} // namespace bw::expr
