#include "core/expr/digest.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <openssl/evp.h>
#include <span>

namespace bw::expr {
namespace {

constexpr std::array<const char*, 4> kNames = {"sha1", "sha256", "sha384", "sha512"};
constexpr std::size_t kMaxBlock = 128;

// Fetched once for the whole program: a fetch takes a lock and memory each time.
const EVP_MD* fetched(HashAlgorithm algorithm) {
    static const auto all = [] {
        std::array<EVP_MD*, kNames.size()> methods{};
        std::ranges::transform(kNames, methods.begin(),
                               [](const char* name) { return EVP_MD_fetch(nullptr, name, nullptr); });
        return methods;
    }();
    return all[static_cast<std::size_t>(algorithm)];
}

void appendHex(std::span<const unsigned char> bytes, std::string& out) {
    constexpr char kHex[] = "0123456789abcdef";
    for (const unsigned char byte : bytes) {
        out += kHex[byte >> 4];
        out += kHex[byte & 15];
    }
}

} // namespace

std::optional<HashAlgorithm> hashAlgorithm(std::string_view name) {
    const auto found = std::ranges::find(kNames, name);
    if (found == kNames.end()) {
        return std::nullopt;
    }
    return static_cast<HashAlgorithm>(found - kNames.begin());
}

struct Digest::State {
    EVP_MD_CTX* context = EVP_MD_CTX_new();
    std::array<unsigned char, EVP_MAX_MD_SIZE> result;

    ~State() { EVP_MD_CTX_free(context); }

    // The hash of two pieces in a row. The default provider's hashes fail only without memory.
    std::span<const unsigned char> hash(HashAlgorithm algorithm, std::string_view first,
                                        std::string_view second) {
        unsigned int length = 0;
        if (EVP_DigestInit_ex2(context, fetched(algorithm), nullptr) != 1 ||
            EVP_DigestUpdate(context, first.data(), first.size()) != 1 ||
            EVP_DigestUpdate(context, second.data(), second.size()) != 1 ||
            EVP_DigestFinal_ex(context, result.data(), &length) != 1) {
            std::abort();
        }
        return {result.data(), length};
    }
};

Digest::Digest() = default;
Digest::~Digest() = default;

void Digest::hash(HashAlgorithm algorithm, std::string_view text, std::string& out) {
    if (m_state == nullptr) {
        m_state = std::make_unique<State>();
    }
    appendHex(m_state->hash(algorithm, text, {}), out);
}

// RFC 2104: H(K ^ opad, H(K ^ ipad, text)).
void Digest::hmac(HashAlgorithm algorithm, std::string_view key, std::string_view text, std::string& out) {
    if (m_state == nullptr) {
        m_state = std::make_unique<State>();
    }
    const auto block = static_cast<std::size_t>(EVP_MD_get_block_size(fetched(algorithm)));
    std::array<char, kMaxBlock> pad{};
    if (key.size() > block) {
        std::ranges::copy(m_state->hash(algorithm, key, {}), pad.begin());
    } else {
        std::ranges::copy(key, pad.begin());
    }
    const std::string_view padded(pad.data(), block);
    std::ranges::transform(padded, pad.begin(), [](char c) { return static_cast<char>(c ^ 0x36); });
    const auto inner = m_state->hash(algorithm, padded, text);
    std::array<char, EVP_MAX_MD_SIZE> innerBytes;
    std::ranges::copy(inner, innerBytes.begin());
    std::ranges::transform(padded, pad.begin(), [](char c) { return static_cast<char>(c ^ 0x36 ^ 0x5c); });
    appendHex(m_state->hash(algorithm, padded, {innerBytes.data(), inner.size()}), out);
}

} // namespace bw::expr
