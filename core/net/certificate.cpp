#include "core/net/certificate.h"

#include "core/net/address.h"

#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

namespace bw::net {
namespace {

template <auto Free>
struct Freer {
    template <class T>
    void operator()(T* thing) const {
        Free(thing);
    }
};
using Bio = std::unique_ptr<BIO, Freer<BIO_free>>;
using Certificate = std::unique_ptr<X509, Freer<X509_free>>;
using Key = std::unique_ptr<EVP_PKEY, Freer<EVP_PKEY_free>>;
using Extension = std::unique_ptr<X509_EXTENSION, Freer<X509_EXTENSION_free>>;

Bio reading(const std::string& pem) {
    return Bio(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
}

std::string textOf(const Bio& bio) {
    char* bytes = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &bytes);
    return {bytes, static_cast<std::size_t>(size)};
}

void extend(X509* certificate, X509* issuer, int what, const std::string& value) {
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    if (const Extension extension{X509V3_EXT_conf_nid(nullptr, &context, what, value.c_str())}) {
        X509_add_ext(certificate, extension.get(), -1);
    }
}

std::string alternativeNames(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) {
        text += text.empty() ? "" : ",";
        text += Address::parse(name, 0) ? "IP:" : "DNS:";
        text += name;
    }
    return text;
}

void name(X509* certificate, const std::string& commonName) {
    X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate), "CN", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char*>(commonName.data()),
                               static_cast<int>(commonName.size()), -1, 0);
}

} // namespace

CertifiedKey makeCertificate(const CertificateRequest& request, const CertifiedKey* issuer) {
    const Key key{EVP_EC_gen("P-256")};
    const Certificate certificate{X509_new()};
    if (!key || !certificate) {
        return {};
    }
    Key issuerKey;
    Certificate issuerCertificate;
    if (issuer != nullptr) {
        issuerKey.reset(PEM_read_bio_PrivateKey(reading(issuer->key).get(), nullptr, nullptr, nullptr));
        issuerCertificate.reset(
            PEM_read_bio_X509(reading(issuer->certificate).get(), nullptr, nullptr, nullptr));
    }
    X509* made = certificate.get();
    X509* by = issuerCertificate ? issuerCertificate.get() : made;
    X509_set_version(made, X509_VERSION_3);
    std::uint32_t serial = 0;
    RAND_bytes(reinterpret_cast<unsigned char*>(&serial), sizeof serial);
    ASN1_INTEGER_set(X509_get_serialNumber(made), serial);
    X509_gmtime_adj(X509_getm_notBefore(made), request.validFrom.count());
    X509_gmtime_adj(X509_getm_notAfter(made), request.validUntil.count());
    X509_set_pubkey(made, key.get());
    name(made, request.commonName);
    X509_set_issuer_name(made, X509_get_subject_name(by));
    const bool isAuthority = request.kind == CertificateRequest::Kind::Authority;
    extend(made, by, NID_basic_constraints, isAuthority ? "critical,CA:TRUE" : "critical,CA:FALSE");
    extend(made, by, NID_key_usage,
           isAuthority ? "critical,keyCertSign,cRLSign" : "critical,digitalSignature");
    extend(made, by, NID_subject_key_identifier, "hash");
    if (!request.names.empty()) {
        extend(made, by, NID_subject_alt_name, alternativeNames(request.names));
    }
    X509_sign(made, issuerKey ? issuerKey.get() : key.get(), EVP_sha256());

    const Bio certificateText{BIO_new(BIO_s_mem())};
    const Bio keyText{BIO_new(BIO_s_mem())};
    PEM_write_bio_X509(certificateText.get(), made);
    PEM_write_bio_PrivateKey(keyText.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    return {textOf(certificateText), textOf(keyText)};
}

} // namespace bw::net
