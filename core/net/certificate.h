#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <vector>

namespace bw::net {

// A certificate and its private key (ECDSA on P-256), as PEM texts.
struct CertifiedKey {
    std::string certificate;
    std::string key;
};

// What stands in a certificate.
struct CertificateRequest {
    std::string commonName = "Bellwether";
    std::vector<std::string> names{}; // DNS names and numeric addresses it is good for
    enum class Kind { Leaf, Authority } kind = Kind::Leaf;
    std::chrono::seconds validFrom = std::chrono::hours(-1); // from now
    std::chrono::seconds validUntil = std::chrono::hours(24 * 30);
};

// Makes a certificate, signed by `issuer`, or by itself. For simulators and tests: nobody but who is told to
// trusts it. Both texts are empty when the library lacks memory.
[[nodiscard]] CertifiedKey makeCertificate(const CertificateRequest& request,
                                           const CertifiedKey* issuer = nullptr);

} // namespace bw::net
