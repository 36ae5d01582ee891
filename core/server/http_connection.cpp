#include "core/server/http_connection.h"

#include "core/codec/websocket_handshake.h"

#include <utility>

namespace bw::server {

namespace {

int statusFor(codec::Http1Error error) {
    switch (error) {
    case codec::Http1Error::TargetTooLong:
        return 414;
    case codec::Http1Error::HeadersTooLarge:
        return 431;
    case codec::Http1Error::BodyTooLarge:
        return 413;
    case codec::Http1Error::InvalidVersion:
        return 505;
    default:
        return 400;
    }
}

} // namespace

HttpConnection::HttpConnection(Host& host)
    : m_host(host)
    , m_parser(host.partials()) {}

HttpConnection::~HttpConnection() {
    end();
}

void HttpConnection::begin(Peer peer) {
    m_peer = peer;
    m_since = m_host.now();
    m_demand = Demand::Read;
}

void HttpConnection::end() {
    if (m_exchange != nullptr) {
        release();
    }
    m_pipelined = std::string();
    m_demand = Demand::CloseWhenSent;
}

Demand HttpConnection::receive(std::span<const std::byte> bytes, std::string& out) {
    switch (m_demand) {
    case Demand::Read:
        readFrom(bytes, out);
        break;
    case Demand::Wait:
        m_pipelined.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
        break;
    case Demand::Upgrade:
    case Demand::CloseWhenSent:
    case Demand::ResetWhenSent:
        break; // the last word is said
    }
    return m_demand;
}

void HttpConnection::readFrom(std::span<const std::byte> bytes, std::string& out) {
    m_out = &out;
    while (!bytes.empty() && m_demand == Demand::Read) {
        if (m_exchange == nullptr) {
            m_exchange = &m_host.takeExchange();
            m_exchange->m_connection = this;
            m_exchange->m_serial = ++m_serial;
            m_since = m_host.now();
            m_parser.reset(*this, m_host.options().limits);
        }
        const codec::Fed fed = m_parser.feed(bytes);
        bytes = bytes.subspan(fed.consumed);
        if (fed.state == codec::ParseState::Complete) {
            dispatch(out);
        } else if (fed.state == codec::ParseState::Error) {
            refuse(m_parser.error(), out);
        }
    }
    m_out = nullptr;
    if (m_demand == Demand::Wait) {
        m_pipelined.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    } else if (m_demand == Demand::Upgrade) {
        m_upgrade.early.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    }
}

void HttpConnection::dispatch(std::string& out) {
    Exchange& exchange = *m_exchange;
    exchange.m_parsedAt = m_host.now();
    exchange.m_isFromLoopback = m_peer == Peer::Loopback;
    m_host.app().handle(exchange);
    switch (exchange.m_plan) {
    case Exchange::Plan::SendNow:
        write(out);
        break;
    case Exchange::Plan::SendAfter:
        m_demand = Demand::Wait;
        m_host.startDelay(exchange.m_parsedAt + exchange.m_delay);
        break;
    case Exchange::Plan::Deferred:
    case Exchange::Plan::Never:
        m_demand = Demand::Wait;
        break;
    }
}

Demand HttpConnection::answerDue(std::string& out) {
    if (m_demand != Demand::Wait || m_exchange == nullptr) {
        return m_demand;
    }
    m_demand = Demand::Read;
    write(out);
    if (!m_pipelined.empty() && m_demand == Demand::Read) {
        const std::string pipelined = std::move(m_pipelined);
        m_pipelined = std::string();
        readFrom(std::as_bytes(std::span(pipelined)), out);
    } else if (m_demand == Demand::Upgrade) {
        m_upgrade.early = std::exchange(m_pipelined, {});
    }
    return m_demand;
}

void HttpConnection::write(std::string& out) {
    Exchange& exchange = *m_exchange;
    const Instant now = m_host.now();
    m_host.app().beforeSend(exchange, now);
    if (exchange.m_break) {
        writeBroken(out);
    } else if (!writeUpgrade(out)) {
        const AfterAnswer after = afterAnswer();
        const bool isHead = exchange.m_request.method() == Method::Head;
        exchange.m_response.appendTo(out, isHead ? BodyOnWire::No : BodyOnWire::Yes, after, m_host.date());
        m_demand = after == AfterAnswer::Close ? Demand::CloseWhenSent : Demand::Read;
    }
    m_host.noteSent({.tag = exchange.m_tag,
                     .status = exchange.m_response.status(),
                     .parsedAt = exchange.m_parsedAt,
                     .sentAt = now,
                     .isBroken = exchange.m_break.has_value()});
    m_since = now;
    release();
}

// Answers a request for a WebSocket; false when the answer is an ordinary one.
bool HttpConnection::writeUpgrade(std::string& out) {
    Exchange& exchange = *m_exchange;
    if (!exchange.m_peer) {
        return false;
    }
    codec::WsFields fields;
    for (const std::string_view name : {"Upgrade", "Connection", "Sec-WebSocket-Key", "Sec-WebSocket-Version",
                                        "Sec-WebSocket-Extensions"}) {
        fields.add(name, exchange.m_request.header(name).value_or(""));
    }
    const codec::WsRequest asked =
        codec::readRequest(exchange.m_request.method() == Method::Get ? "GET" : "", fields);
    exchange.m_response.setStatus(asked.status);
    if (asked.status != 101) {
        static_cast<void>(exchange.m_response.addHeader("Sec-WebSocket-Version", "13"));
        return false;
    }
    out += "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: "
           "Upgrade\r\nSec-WebSocket-Accept: ";
    out += asked.accept;
    out += "\r\n";
    if (!exchange.m_protocol.empty()) {
        static_cast<void>(codec::appendField(out, "Sec-WebSocket-Protocol", exchange.m_protocol));
    }
    if (asked.wantsCompression) {
        static_cast<void>(codec::appendField(out, "Sec-WebSocket-Extensions", codec::MessageDeflate::kOffer));
    }
    codec::appendHeadEnd(out);
    m_upgrade = {std::move(exchange.m_peer), asked.wantsCompression, {}};
    m_demand = Demand::Upgrade;
    return true;
}

void HttpConnection::writeBroken(std::string& out) {
    const Exchange& exchange = *m_exchange;
    if (exchange.m_garbage.empty()) {
        const std::size_t begin = out.size();
        exchange.m_response.appendTo(out, BodyOnWire::Yes, AfterAnswer::KeepAlive, m_host.date());
        const std::size_t size = out.size() - begin;
        const auto kept = static_cast<std::size_t>(static_cast<double>(size) * exchange.m_breakShare);
        out.resize(begin + std::min(kept, size - 1));
    } else {
        out.append(exchange.m_garbage);
    }
    m_demand = *exchange.m_break == BreakOff::Reset ? Demand::ResetWhenSent : Demand::CloseWhenSent;
}

AfterAnswer HttpConnection::afterAnswer() const {
    if (!m_parser.keepAlive() || m_parser.isUpgrade() || m_host.isDraining()) {
        return AfterAnswer::Close;
    }
    const bool isOld = m_exchange->m_request.version() == codec::HttpVersion::Http10;
    return isOld ? AfterAnswer::KeepAliveHttp10 : AfterAnswer::KeepAlive;
}

void HttpConnection::refuse(codec::Http1Error error, std::string& out) {
    refuse(statusFor(error), out);
}

void HttpConnection::refuse(int status, std::string& out) {
    Response& response = m_exchange->m_response;
    response.clear();
    response.setStatus(status);
    response.appendTo(out, BodyOnWire::Yes, AfterAnswer::Close, m_host.date());
    m_demand = Demand::CloseWhenSent;
    m_since = m_host.now();
    release();
}

void HttpConnection::release() {
    m_host.stopDelay();
    m_exchange->clear();
    m_host.giveExchange(*m_exchange);
    m_exchange = nullptr;
}

std::optional<Instant> HttpConnection::deadline() const {
    const ServerOptions& options = m_host.options();
    switch (m_demand) {
    case Demand::Wait:
        return std::nullopt;
    case Demand::Read:
        return m_since + (m_exchange == nullptr ? options.idleTimeout : options.requestTimeout);
    case Demand::Upgrade:
    case Demand::CloseWhenSent:
    case Demand::ResetWhenSent:
        break;
    }
    return m_since + options.sendTimeout;
}

Demand HttpConnection::timedOut(std::string& out) {
    if (m_demand == Demand::Read) {
        if (m_exchange != nullptr && m_parser.hasStarted()) {
            refuse(408, out);
        }
        m_demand = Demand::CloseWhenSent;
    }
    return m_demand;
}

bool HttpConnection::isHung() const {
    return m_demand == Demand::Wait && m_exchange != nullptr && m_exchange->m_plan == Exchange::Plan::Never;
}

Exchange* HttpConnection::deferred(std::uint64_t serial) const {
    return m_exchange != nullptr && m_serial == serial && m_demand == Demand::Wait ? m_exchange : nullptr;
}

void HttpConnection::sendDeferred(std::uint64_t serial) {
    if (deferred(serial) != nullptr) {
        m_host.startDelay(m_host.now());
    }
}

void HttpConnection::onRequestLine(std::string_view method, std::string_view target,
                                   codec::HttpVersion version) {
    m_exchange->m_request.setLine(method, target, version);
}

void HttpConnection::onHeader(std::string_view name, std::string_view value) {
    m_exchange->m_request.addHeader(name, value);
}

void HttpConnection::onHeadersComplete(Expectation expectation) {
    if (expectation == Expectation::Continue) {
        m_out->append("HTTP/1.1 100 Continue\r\n\r\n");
    }
}

void HttpConnection::onBody(std::span<const std::byte> bytes) {
    m_exchange->m_request.addBody(bytes);
}

void HttpConnection::onComplete() {}

} // namespace bw::server
