#pragma once

#include "core/base/result.h"
#include "core/net/net_error.h"

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>

struct ssl_ctx_st;

namespace bw::net {

// What one side of TLS connections shows and trusts. Certificates and keys are PEM texts, chains included.
struct TlsSettings {
    enum class Verify : std::uint8_t { Yes, No };
    Verify verify = Verify::Yes;
    std::string authorities{}; // trusted instead of the system's; empty: the system's
    std::string certificate{}; // what this side shows; a server needs one
    std::string key{};
};

// The settings, read once and shared by all connections of all threads: immutable once prepared, thread-safe,
// outlives its streams. Reading the system's authorities takes some 20 ms, so it waits until somebody needs
// it.
class TlsContext {
public:
    enum class Side : std::uint8_t { Client, Server };

    // `protocols`: what a server prefers by ALPN, best first, as on the wire; clients say it by connection.
    TlsContext(Side side, TlsSettings settings, std::string protocols = {});
    TlsContext(const TlsContext&) = delete;
    TlsContext& operator=(const TlsContext&) = delete;
    ~TlsContext();

    // Reads the settings, unless that was done. Error: BadCertificate, the detail says which part and why.
    [[nodiscard]] Result<void, NetError> prepare();

    [[nodiscard]] Side side() const { return m_side; }
    [[nodiscard]] bool verifies() const { return m_settings.verify == TlsSettings::Verify::Yes; }
    [[nodiscard]] const std::string& protocols() const { return m_protocols; }
    // Precondition: prepared.
    [[nodiscard]] ssl_ctx_st* handle() const { return m_context; }

private:
    [[nodiscard]] Result<void, NetError> read();

    Side m_side;
    TlsSettings m_settings;
    std::string m_protocols;
    std::once_flag m_once;
    NetError m_error{};
    ssl_ctx_st* m_context = nullptr;
};

} // namespace bw::net
