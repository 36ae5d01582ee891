#include "core/codec/websocket_handshake.h"

#include "core/base/trim.h"
#include "core/codec/base64.h"
#include "core/codec/http1_writer.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <openssl/sha.h>
#include <utility>

namespace bw::codec {
namespace {

// Calls back with each part between separators, without the blanks around it; stops when one says false.
template <class Visitor>
bool forEachPart(std::string_view list, char separator, Visitor visit) {
    for (;;) {
        const auto end = list.find(separator);
        if (const std::string_view part = trimBlanks(list.substr(0, end)); !part.empty() && !visit(part)) {
            return false;
        }
        if (end == std::string_view::npos) {
            return true;
        }
        list.remove_prefix(end + 1);
    }
}

// RFC 7692 §7.1.2: 8 to 15, perhaps in quotes.
bool isWindow(std::string_view value) {
    if (value.size() >= 2 && value.front() == '"' && value.back() == '"') {
        value = value.substr(1, value.size() - 2);
    }
    int bits = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), bits);
    return error == std::errc() && end == value.data() + value.size() && bits >= 8 && bits <= 15;
}

constexpr std::string_view kDeflate = "permessage-deflate";

// What a server may answer to our offer of permessage-deflate: without its own context take-over, as was
// asked.
bool isOnOurTerms(std::string_view extension) {
    bool isFirst = true;
    bool leavesContext = false;
    const bool isKnown = forEachPart(extension, ';', [&](std::string_view part) {
        if (std::exchange(isFirst, false)) {
            return equalsIgnoringCase(part, kDeflate);
        }
        const auto equals = part.find('=');
        const std::string_view name = trimBlanks(part.substr(0, equals));
        const std::string_view value =
            equals == std::string_view::npos ? std::string_view() : trimBlanks(part.substr(equals + 1));
        if (equalsIgnoringCase(name, "server_no_context_takeover")) {
            leavesContext = true;
            return value.empty();
        }
        return (equalsIgnoringCase(name, "client_no_context_takeover") && value.empty()) ||
               (equalsIgnoringCase(name, "server_max_window_bits") && isWindow(value));
    });
    return isKnown && leavesContext;
}

} // namespace

std::string webSocketKey(std::uint64_t high, std::uint64_t low) {
    std::string bytes;
    for (const std::uint64_t word : {high, low}) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            bytes += static_cast<char>(word >> shift & 0xFF);
        }
    }
    std::string key;
    appendBase64(key, bytes);
    return key;
}

std::string webSocketAccept(std::string_view key) {
    std::string text(key);
    text += "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"; // RFC 6455 §1.3
    std::array<unsigned char, SHA_DIGEST_LENGTH> digest{};
    ::SHA1(reinterpret_cast<const unsigned char*>(text.data()), text.size(), digest.data());
    std::string accept;
    appendBase64(accept, {reinterpret_cast<const char*>(digest.data()), digest.size()});
    return accept;
}

bool hasToken(std::string_view list, std::string_view token) {
    return !forEachPart(list, ',', [&](std::string_view part) { return !equalsIgnoringCase(part, token); });
}

void WsFields::add(std::string_view name, std::string_view value) {
    struct Wanted {
        std::string_view name;
        std::string& into;
    };
    for (const Wanted& wanted :
         {Wanted{"Upgrade", upgrade}, Wanted{"Connection", connection}, Wanted{"Sec-WebSocket-Key", key},
          Wanted{"Sec-WebSocket-Accept", accept}, Wanted{"Sec-WebSocket-Version", version},
          Wanted{"Sec-WebSocket-Protocol", protocol}, Wanted{"Sec-WebSocket-Extensions", extensions}}) {
        if (equalsIgnoringCase(name, wanted.name)) {
            wanted.into += wanted.into.empty() ? "" : ", ";
            wanted.into += value;
        }
    }
}

std::string_view webSocketErrorName(WsHandshakeError error) {
    constexpr std::array<std::string_view, 5> names = {"no_upgrade_status", "no_upgrade", "wrong_accept",
                                                       "subprotocol_not_offered", "extension_not_offered"};
    return names[static_cast<std::size_t>(error)];
}

Result<WsAgreement, WsHandshakeError> checkAnswer(int status, const WsFields& answer, std::string_view key,
                                                  std::span<const std::string> protocols,
                                                  std::string_view extensions) {
    if (status != 101) {
        return std::unexpected(WsHandshakeError::Status);
    }
    if (!equalsIgnoringCase(answer.upgrade, "websocket") || !hasToken(answer.connection, "upgrade")) {
        return std::unexpected(WsHandshakeError::Upgrade);
    }
    if (answer.accept != webSocketAccept(key)) {
        return std::unexpected(WsHandshakeError::Accept);
    }
    WsAgreement agreement;
    agreement.protocol = answer.protocol;
    if (!answer.protocol.empty() && std::ranges::find(protocols, answer.protocol) == protocols.end()) {
        return std::unexpected(WsHandshakeError::Protocol);
    }
    if (!answer.extensions.empty()) {
        const bool isOffered = extensions.find(kDeflate) != std::string_view::npos;
        if (!isOffered || answer.extensions.find(',') != std::string::npos ||
            !isOnOurTerms(answer.extensions)) {
            return std::unexpected(WsHandshakeError::Extension);
        }
        agreement.isCompressed = true;
    }
    return agreement;
}

WsRequest readRequest(std::string_view method, const WsFields& fields) {
    constexpr std::size_t kKeySize = 24; // 16 bytes in base64
    if (!hasToken(fields.upgrade, "websocket") || fields.version != "13") {
        return {.status = 426};
    }
    if (method != "GET" || !hasToken(fields.connection, "upgrade") || fields.key.size() != kKeySize) {
        return {.status = 400};
    }
    WsRequest request;
    request.accept = webSocketAccept(fields.key);
    request.wantsCompression = !forEachPart(fields.extensions, ',', [](std::string_view offer) {
        return !(offer.starts_with(kDeflate) &&
                 offer.find("server_max_window_bits") == std::string_view::npos);
    });
    return request;
}

} // namespace bw::codec
