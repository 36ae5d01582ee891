#pragma once

#include <memory>

namespace bw::expr {

class ScratchParts;

// Working memory of evaluations: temporary texts, the JSON parser, hash state. One per worker, reused for
// every evaluation there, which is why evaluations allocate nothing once it is warm. Not thread-safe; one
// evaluation at a time. Between evaluations it keeps at most 2 MB of texts and what reading a JSON
// body of 4 MB needs.
class Scratch {
public:
    Scratch();
    Scratch(Scratch&&) noexcept;
    Scratch& operator=(Scratch&&) noexcept;
    ~Scratch();

    [[nodiscard]] ScratchParts& parts() const { return *m_parts; }

private:
    std::unique_ptr<ScratchParts> m_parts;
};

} // namespace bw::expr
