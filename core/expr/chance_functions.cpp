#include "core/expr/functions.h"

#include <array>
#include <cmath>

namespace bw::expr {
namespace {

constexpr double kMaxExactInteger = 9007199254740991.0; // 2^53 - 1

// In [from, below); from alone when they are equal.
Operand random(Evaluation& evaluation, const Node& call) {
    const auto from = evaluation.numberArgument(call, 0);
    const auto below = evaluation.numberArgument(call, 1);
    if (!from || !below) {
        return {};
    }
    const double width = *below - *from;
    if (!(width >= 0) || !std::isfinite(width)) {
        return evaluation.fail(EvalErrorKind::BadArgument, call);
    }
    const double drawn = *from + evaluation.context().random->unit() * width;
    // The sum may have been rounded up to the end that is not included.
    return Operand::ofNumber(drawn < *below || width == 0 ? drawn : std::nextafter(*below, *from));
}

Operand randomInt(Evaluation& evaluation, const Node& call) {
    const auto from = evaluation.numberArgument(call, 0);
    const auto to = evaluation.numberArgument(call, 1);
    if (!from || !to) {
        return {};
    }
    const double low = std::ceil(*from);
    const double high = std::floor(*to);
    if (!(low <= high && low >= -kMaxExactInteger && high <= kMaxExactInteger)) {
        return evaluation.fail(EvalErrorKind::BadArgument, call);
    }
    return Operand::ofNumber(static_cast<double>(evaluation.context().random->between(
        static_cast<std::int64_t>(low), static_cast<std::int64_t>(high))));
}

// RFC 9562, version 4: 122 random bits.
Operand uuid(Evaluation& evaluation, const Node& call) {
    constexpr char kHex[] = "0123456789abcdef";
    constexpr std::uint64_t kVersion = 0x4000;
    constexpr std::uint64_t kVariant = 0x8000000000000000;
    Random& random = *evaluation.context().random;
    const std::uint64_t high = (random.next() & ~std::uint64_t(0xf000)) | kVersion;
    const std::uint64_t low = (random.next() & ~(std::uint64_t(3) << 62)) | kVariant;
    std::array<char, 36> text;
    std::size_t at = 0;
    for (int digit = 0; digit < 32; ++digit) {
        if (digit == 8 || digit == 12 || digit == 16 || digit == 20) {
            text[at++] = '-';
        }
        const std::uint64_t half = digit < 16 ? high : low;
        text[at++] = kHex[half >> (60 - digit % 16 * 4) & 15];
    }
    return evaluation.keep({text.data(), text.size()}, call);
}

} // namespace

Operand callChanceFunction(Evaluation& evaluation, const Node& call) {
    switch (static_cast<Function>(call.code)) {
    case Function::Random:
        return random(evaluation, call);
    case Function::RandomInt:
        return randomInt(evaluation, call);
    case Function::OneOf:
        return evaluation.argument(
            call, static_cast<std::uint32_t>(evaluation.context().random->below(call.second)));
    default:
        return uuid(evaluation, call);
    }
}

} // namespace bw::expr
