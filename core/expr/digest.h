#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace bw::expr {

enum class HashAlgorithm : std::uint8_t { Sha1, Sha256, Sha384, Sha512 };

[[nodiscard]] std::optional<HashAlgorithm> hashAlgorithm(std::string_view name); // "sha256"

// OpenSSL's hashes with their state kept between uses. Not thread-safe.
class Digest {
public:
    Digest();
    ~Digest();
    Digest(const Digest&) = delete;
    Digest& operator=(const Digest&) = delete;

    // Append lower-case hex.
    void hash(HashAlgorithm algorithm, std::string_view text, std::string& out);
    void hmac(HashAlgorithm algorithm, std::string_view key, std::string_view text, std::string& out);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace bw::expr
