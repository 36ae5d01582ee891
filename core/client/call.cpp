#include "core/client/call.h"

#include "core/client/session.h"

#include <algorithm>

namespace bw::client {
namespace {

constexpr std::uint64_t kMaxDecoded = 64ULL << 20;

// Gathers decoded bytes.
class TextSink final : public codec::ByteSink {
public:
    explicit TextSink(std::string& text)
        : m_text(text) {}
    void onBytes(std::span<const std::byte> bytes) override {
        m_text.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    }

private:
    std::string& m_text;
};

} // namespace

Call::Call(ClientContext& context, const Request& request, Exchange& exchange)
    : m_context(context)
    , m_request(request)
    , m_exchange(exchange)
    , m_keepBytes(request.keepBytes) {}

Call::~Call() {
    if (m_session != nullptr) {
        m_session->abandon(*this);
    }
}

void Call::begin(Session& session) {
    m_session = &session;
    if (m_request.deadline != Instant::max()) {
        m_context.reactor.arm(m_deadline, m_request.deadline);
    }
}

void Call::onSubmitted(Instant at) {
    m_exchange.timing.sent = at;
    m_exchange.timing.written = at;
}

void Call::onFirstByte(Instant at) {
    if (m_exchange.timing.firstByte == Instant{}) {
        m_exchange.timing.firstByte = at;
    }
}

void Call::onStatus(int status, std::string_view proto) {
    m_exchange.status = status;
    m_exchange.proto = proto;
    if (status >= 400) {
        m_keepBytes = std::max(m_keepBytes, m_request.keepErrorBytes);
    }
}

void Call::onBody(std::span<const std::byte> bytes) {
    m_exchange.bodyBytes += bytes.size();
    const std::size_t room = m_keepBytes - std::min(m_keepBytes, m_exchange.body.size());
    m_exchange.body.append(reinterpret_cast<const char*>(bytes.data()), std::min(room, bytes.size()));
}

void Call::succeed(Instant at) {
    decodeBody();
    finish(at);
}

void Call::fail(ClientError error, const net::NetError& reason, Instant at) {
    m_exchange.error = error;
    m_exchange.systemError = reason.systemError;
    m_exchange.detail = reason.detail;
    finish(at);
}

void Call::onDeadline(Instant /*now*/) {
    Session& session = *std::exchange(m_session, nullptr);
    session.abandon(*this);
    fail(ClientError::Timeout, {}, m_context.reactor.now());
}

void Call::decodeBody() {
    Exchange& exchange = m_exchange;
    if (exchange.body.empty()) {
        return;
    }
    const auto coding = codec::parseContentCoding(exchange.fields.find("Content-Encoding").value_or(""));
    if (coding && *coding != codec::ContentCoding::Identity) {
        std::string& decoded = m_context.decoded;
        decoded.clear();
        TextSink sink(decoded);
        m_context.decoder.reset(*coding, kMaxDecoded);
        const auto bytes = std::as_bytes(std::span(exchange.body));
        const bool whole = exchange.body.size() == exchange.bodyBytes;
        auto fed = m_context.decoder.feed(bytes, sink);
        if (fed && whole) {
            fed = m_context.decoder.finish();
        }
        if (!fed) {
            exchange.error =
                fed.error() == codec::ContentError::TooLarge ? ClientError::TooLarge : ClientError::Protocol;
        }
        exchange.body.assign(decoded);
        if (decoded.capacity() > Exchange::kWorthKeeping) {
            std::string().swap(decoded);
        }
    }
    exchange.body.reserve(exchange.body.size() + Exchange::kBodyPadding);
}

void Call::finish(Instant at) {
    m_session = nullptr;
    m_deadline.cancel();
    Timing& timing = m_exchange.timing;
    timing.done = at;
    if (timing.written == Instant{} && timing.sent != Instant{}) {
        // The response overtook the request's end.
        timing.written = timing.firstByte == Instant{} ? at : timing.firstByte;
    }
    m_done.give(true); // may destroy the call
}

} // namespace bw::client
