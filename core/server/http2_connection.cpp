#include "core/server/http2_connection.h"

#include <algorithm>
#include <charconv>

namespace bw::server {
namespace {

constexpr std::uint32_t kInternalError = 2; // RFC 9113 §7
constexpr std::uint32_t kEnhanceYourCalm = 11;

bool isBodiless(int status) {
    return status < 200 || status == 204 || status == 304;
}

} // namespace

Http2Connection::Http2Connection(Host& host)
    : m_host(host) {}

Http2Connection::~Http2Connection() {
    end();
}

void Http2Connection::begin(Peer peer) {
    m_peer = peer;
    m_since = m_host.now();
    m_demand = Demand::Read;
    const ServerOptions& options = m_host.options();
    codec::Http2Settings settings;
    settings.headerBytes = options.limits.headerBytes;
    m_codec.emplace(codec::Http2Session::Side::Server, static_cast<codec::Http2Sink&>(*this), settings);
}

void Http2Connection::end() {
    m_host.stopDelay();
    for (auto& [id, stream] : m_streams) {
        release(stream);
    }
    m_streams.clear();
    m_ready.clear();
    m_due = {};
    m_unfinished = 0;
    m_codec.reset();
    m_demand = Demand::CloseWhenSent;
}

void Http2Connection::release(Stream& stream) {
    if (stream.exchange != nullptr) {
        stream.exchange->clear();
        m_host.giveExchange(*std::exchange(stream.exchange, nullptr));
    }
}

Demand Http2Connection::receive(std::span<const std::byte> bytes, std::string& out) {
    if (m_demand != Demand::Read) {
        return m_demand; // the last word is said
    }
    m_since = m_host.now();
    const bool isGood = m_codec->receive(bytes);
    for (std::size_t i = 0; i < m_ready.size() && m_demand == Demand::Read; ++i) {
        dispatch(m_ready[i], out);
    }
    m_ready.clear();
    armDelay();
    if (!isGood) {
        m_codec->take(out); // GOAWAY with the reason
        m_demand = Demand::CloseWhenSent;
        return m_demand;
    }
    return settle(out);
}

Demand Http2Connection::settle(std::string& out) {
    if (m_demand != Demand::Read) {
        return m_demand;
    }
    m_codec->take(out);
    if (m_codec->isOver() || (m_host.isDraining() && m_streams.empty())) {
        m_demand = Demand::CloseWhenSent;
    }
    return m_demand;
}

void Http2Connection::dispatch(codec::Http2StreamId id, std::string& out) {
    const auto found = m_streams.find(id);
    if (found == m_streams.end()) {
        return; // it was given up in the same packet
    }
    Stream& stream = found->second;
    Exchange& exchange = *stream.exchange;
    exchange.m_request.setLine(stream.method, stream.target, codec::HttpVersion::Http11);
    exchange.m_parsedAt = m_host.now();
    exchange.m_isFromLoopback = m_peer == Peer::Loopback;
    m_host.app().handle(exchange);
    switch (exchange.m_plan) {
    case Exchange::Plan::SendNow:
        answer(id, stream, out);
        break;
    case Exchange::Plan::SendAfter:
        m_due.push({exchange.m_parsedAt + exchange.m_delay, id, exchange.m_serial});
        break;
    case Exchange::Plan::Deferred:
    case Exchange::Plan::Never:
        break;
    }
}

void Http2Connection::armDelay() {
    if (!m_due.empty()) {
        m_host.startDelay(m_due.top().at);
    }
}

Demand Http2Connection::answerDue(std::string& out) {
    const Instant now = m_host.now();
    while (!m_due.empty() && m_due.top().at <= now && m_demand == Demand::Read) {
        const Due due = m_due.top();
        m_due.pop();
        const auto found = m_streams.find(due.stream);
        if (found != m_streams.end() && !found->second.isAnswered) {
            answer(due.stream, found->second, out);
        }
    }
    armDelay();
    return settle(out);
}

void Http2Connection::answer(codec::Http2StreamId id, Stream& stream, std::string& out) {
    Exchange& exchange = *stream.exchange;
    const Instant now = m_host.now();
    stream.isAnswered = true;
    m_host.app().beforeSend(exchange, now);
    m_host.noteSent({.tag = exchange.m_tag,
                     .status = exchange.m_response.status(),
                     .parsedAt = exchange.m_parsedAt,
                     .sentAt = now,
                     .isBroken = exchange.m_break.has_value()});
    if (exchange.m_break) {
        breakOff(id, stream, out);
    } else {
        const bool hasBody =
            exchange.m_request.method() != Method::Head && !isBodiless(exchange.m_response.status());
        respond(id, exchange, hasBody ? std::string_view(exchange.m_response.body()) : std::string_view());
    }
}

// As if the process had died in the middle of it; the other streams of the connection die with it.
void Http2Connection::breakOff(codec::Http2StreamId id, Stream& stream, std::string& out) {
    Exchange& exchange = *stream.exchange;
    const BreakOff how = *exchange.m_break;
    if (exchange.m_garbage.empty()) {
        const std::size_t begin = out.size();
        respond(id, exchange, exchange.m_response.body());
        m_codec->take(out);
        const std::size_t size = out.size() - begin;
        const auto kept = static_cast<std::size_t>(static_cast<double>(size) * exchange.m_breakShare);
        out.resize(begin + std::min(kept, size == 0 ? 0 : size - 1));
    } else {
        m_codec->take(out);
        out.append(exchange.m_garbage);
    }
    m_demand = how == BreakOff::Reset ? Demand::ResetWhenSent : Demand::CloseWhenSent;
}

void Http2Connection::respond(codec::Http2StreamId id, Exchange& exchange, std::string_view body) {
    const Response& response = exchange.m_response;
    m_text.clear();
    m_fields.clear();
    std::size_t size = 64;
    response.forEachField([&](std::string_view name, std::string_view) { size += name.size(); });
    m_text.reserve(size); // views into it stand
    const auto number = [this](std::uint64_t value) {
        const std::size_t begin = m_text.size();
        m_text.resize(begin + 20);
        const char* end = std::to_chars(m_text.data() + begin, m_text.data() + m_text.size(), value).ptr;
        m_text.resize(static_cast<std::size_t>(end - m_text.data()));
        return std::string_view(m_text).substr(begin);
    };
    m_fields.push_back({":status", number(static_cast<std::uint64_t>(response.status()))});
    if (!response.contentType().empty()) {
        m_fields.push_back({"content-type", response.contentType()});
    }
    if (const std::string_view date = m_host.date(); !date.empty()) {
        m_fields.push_back({"date", date});
    }
    response.forEachField([this](std::string_view name, std::string_view value) {
        const std::size_t begin = m_text.size();
        for (const char c : name) {
            m_text += c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
        }
        m_fields.push_back({std::string_view(m_text).substr(begin), value});
    });
    if (!isBodiless(response.status())) {
        m_fields.push_back({"content-length", number(response.body().size())});
    }
    if (!m_codec->respond(id, m_fields, body)) {
        m_codec->reset(id, kInternalError);
    }
}

std::optional<Instant> Http2Connection::deadline() const {
    const ServerOptions& options = m_host.options();
    if (m_demand != Demand::Read) {
        return m_since + options.sendTimeout;
    }
    if (m_unfinished > 0) {
        return m_since + options.requestTimeout;
    }
    if (m_streams.empty()) {
        return m_since + options.idleTimeout;
    }
    return std::nullopt;
}

Demand Http2Connection::timedOut(std::string& out) {
    m_codec->goAway();
    m_codec->take(out);
    m_demand = Demand::CloseWhenSent;
    return m_demand;
}

Demand Http2Connection::drain(std::string& out) {
    if (m_demand == Demand::Read) {
        m_codec->goAway();
        return settle(out);
    }
    return m_demand;
}

bool Http2Connection::isHung() const {
    return !m_streams.empty() && std::ranges::all_of(m_streams, [](const auto& entry) {
        const Exchange* exchange = entry.second.exchange;
        return exchange != nullptr && exchange->m_plan == Exchange::Plan::Never;
    });
}

Exchange* Http2Connection::deferred(std::uint64_t serial) const {
    for (const auto& [id, stream] : m_streams) {
        if (stream.exchange != nullptr && stream.exchange->m_serial == serial && !stream.isAnswered) {
            return stream.exchange;
        }
    }
    return nullptr;
}

void Http2Connection::sendDeferred(std::uint64_t serial) {
    for (const auto& [id, stream] : m_streams) {
        if (stream.exchange != nullptr && stream.exchange->m_serial == serial && !stream.isAnswered) {
            m_due.push({m_host.now(), id, serial});
            armDelay();
            return;
        }
    }
}

void Http2Connection::onHeadersBegin(codec::Http2StreamId id) {
    Stream& stream = m_streams[id];
    stream.exchange = &m_host.takeExchange();
    stream.exchange->m_connection = this;
    stream.exchange->m_serial = ++m_serial;
    ++m_unfinished;
}

void Http2Connection::onHeader(codec::Http2StreamId id, std::string_view name, std::string_view value) {
    const auto found = m_streams.find(id);
    if (found == m_streams.end()) {
        return;
    }
    Stream& stream = found->second;
    if (name == ":method") {
        stream.method = value;
    } else if (name == ":path") {
        stream.target = value;
    } else if (name == ":authority") {
        stream.exchange->m_request.addHeader("host", value);
    } else if (!name.starts_with(':')) {
        stream.exchange->m_request.addHeader(name, value);
    }
}

void Http2Connection::onBody(codec::Http2StreamId id, std::span<const std::byte> bytes) {
    const auto found = m_streams.find(id);
    if (found == m_streams.end() || found->second.isAnswered) {
        return;
    }
    Exchange& exchange = *found->second.exchange;
    if (exchange.m_request.body().size() + bytes.size() > m_host.options().limits.bodyBytes) {
        found->second.isAnswered = true;
        m_codec->reset(id, kEnhanceYourCalm);
        return;
    }
    exchange.m_request.addBody(bytes);
}

void Http2Connection::onMessageEnd(codec::Http2StreamId id) {
    const auto found = m_streams.find(id);
    if (found != m_streams.end() && !std::exchange(found->second.isWhole, true)) {
        --m_unfinished;
        if (!found->second.isAnswered) {
            m_ready.push_back(id);
        }
    }
}

void Http2Connection::onStreamEnd(codec::Http2StreamId id, codec::Http2End /*end*/, std::uint32_t /*code*/) {
    const auto found = m_streams.find(id);
    if (found == m_streams.end()) {
        return;
    }
    if (!found->second.isWhole) {
        --m_unfinished;
    }
    release(found->second);
    m_streams.erase(found);
}

} // namespace bw::server
