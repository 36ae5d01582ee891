#include "core/net/tls_context.h"

#include "core/net/tls_stream.h"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <string_view>
#include <utility>

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

Bio reading(const std::string& pem) {
    return Bio(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
}

// A key that asks for a password cannot be used: nobody is there to type it.
int noPassword(char* /*buffer*/, int /*size*/, int /*writing*/, void* /*context*/) {
    return 0;
}

NetError bad(std::string_view what) {
    ERR_clear_error();
    return {NetErrorKind::BadCertificate, 0, what};
}

bool trust(SSL_CTX* context, const std::string& pem) {
    const Bio bio = reading(pem);
    X509_STORE* store = SSL_CTX_get_cert_store(context);
    int found = 0;
    while (const Certificate certificate{PEM_read_bio_X509(bio.get(), nullptr, noPassword, nullptr)}) {
        if (X509_STORE_add_cert(store, certificate.get()) != 1) {
            return false;
        }
        ++found;
    }
    ERR_clear_error(); // the end of the file is told as an error
    return found > 0;
}

bool show(SSL_CTX* context, const std::string& pem) {
    const Bio bio = reading(pem);
    const Certificate own{PEM_read_bio_X509(bio.get(), nullptr, noPassword, nullptr)};
    if (!own || SSL_CTX_use_certificate(context, own.get()) != 1) {
        return false;
    }
    while (const Certificate next{PEM_read_bio_X509(bio.get(), nullptr, noPassword, nullptr)}) {
        if (SSL_CTX_add1_chain_cert(context, next.get()) != 1) {
            return false;
        }
    }
    ERR_clear_error();
    return true;
}

// The first of ours that the client offers, too.
int chooseProtocol(SSL* /*ssl*/, const unsigned char** out, unsigned char* outSize, const unsigned char* in,
                   unsigned int inSize, void* context) {
    const std::string& ours = static_cast<const TlsContext*>(context)->protocols();
    unsigned char* chosen = nullptr;
    const int found =
        SSL_select_next_proto(&chosen, outSize, reinterpret_cast<const unsigned char*>(ours.data()),
                              static_cast<unsigned>(ours.size()), in, inSize);
    *out = chosen;
    return found == OPENSSL_NPN_NEGOTIATED ? SSL_TLSEXT_ERR_OK : SSL_TLSEXT_ERR_NOACK;
}

} // namespace

TlsContext::TlsContext(Side side, TlsSettings settings, std::string protocols)
    : m_side(side)
    , m_settings(std::move(settings))
    , m_protocols(std::move(protocols)) {}

TlsContext::~TlsContext() {
    SSL_CTX_free(m_context);
}

Result<void, NetError> TlsContext::prepare() {
    std::call_once(m_once, [this] {
        if (const auto done = read(); !done) {
            m_error = done.error();
            SSL_CTX_free(std::exchange(m_context, nullptr));
        }
    });
    if (m_context == nullptr) {
        return std::unexpected(m_error);
    }
    return {};
}

Result<void, NetError> TlsContext::read() {
    const bool isClient = m_side == Side::Client;
    m_context = SSL_CTX_new(isClient ? TLS_client_method() : TLS_server_method());
    if (m_context == nullptr) {
        return std::unexpected(NetError{NetErrorKind::NoMemory, 0});
    }
    // An idle connection owns no buffer.
    SSL_CTX_set_mode(m_context, SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
    SSL_CTX_set_min_proto_version(m_context, TLS1_2_VERSION);
    SSL_CTX_set_options(m_context, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION);
    const bool trustsOwn = !m_settings.authorities.empty();
    if (trustsOwn && !trust(m_context, m_settings.authorities)) {
        return std::unexpected(bad("ca"));
    }
    if (!m_settings.certificate.empty() && !show(m_context, m_settings.certificate)) {
        return std::unexpected(bad("cert"));
    }
    if (!m_settings.certificate.empty() || !m_settings.key.empty()) {
        // One file may hold both.
        const Bio bio = reading(m_settings.key.empty() ? m_settings.certificate : m_settings.key);
        const Key key{PEM_read_bio_PrivateKey(bio.get(), nullptr, noPassword, nullptr)};
        if (!key || SSL_CTX_use_PrivateKey(m_context, key.get()) != 1) {
            return std::unexpected(bad("key"));
        }
        if (SSL_CTX_check_private_key(m_context) != 1) {
            return std::unexpected(bad("cert and key"));
        }
    }
    if (isClient) {
        SSL_CTX_set_verify(m_context, verifies() ? SSL_VERIFY_PEER : SSL_VERIFY_NONE, nullptr);
        if (verifies() && !trustsOwn) {
            SSL_CTX_set_default_verify_paths(m_context);
        }
        SSL_CTX_set_session_cache_mode(m_context, SSL_SESS_CACHE_CLIENT | SSL_SESS_CACHE_NO_INTERNAL);
        SSL_CTX_sess_set_new_cb(m_context, &TlsStream::onNewSession);
    } else {
        // Clients that show a certificate are asked for it only where their authority is known.
        if (trustsOwn) {
            SSL_CTX_set_verify(m_context, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, nullptr);
        }
        SSL_CTX_set_session_cache_mode(m_context, SSL_SESS_CACHE_OFF); // tickets hold the state
        static constexpr unsigned char kName[] = "bellwether";
        SSL_CTX_set_session_id_context(m_context, kName, sizeof kName - 1);
        if (!m_protocols.empty()) {
            SSL_CTX_set_alpn_select_cb(m_context, &chooseProtocol, this);
        }
    }
    return {};
}

} // namespace bw::net
