#include "core/client/session.h"

#include <array>

namespace bw::client {
namespace {

// A response may be endless; what is dropped anyway may be long, what is kept may not.
constexpr std::uint64_t kMaxBody = 1ULL << 30;
constexpr std::uint64_t kMaxDecoded = 64ULL << 20;

ClientError clientErrorOf(codec::Http1Error error) {
    switch (error) {
    case codec::Http1Error::TargetTooLong:
    case codec::Http1Error::HeadersTooLarge:
    case codec::Http1Error::BodyTooLarge:
        return ClientError::TooLarge;
    case codec::Http1Error::UnexpectedEof:
    case codec::Http1Error::EofBeforeMessage:
        return ClientError::Closed;
    default:
        return ClientError::Protocol;
    }
}

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

Http1Session::Http1Session(ClientContext& context, std::unique_ptr<net::Stream> stream, Origin origin)
    : m_context(context)
    , m_stream(std::move(stream))
    , m_origin(std::move(origin))
    , m_parser(context.partials) {
    m_stream->setHandler(*this);
    ++m_context.openConnections;
}

Http1Session::~Http1Session() {
    close();
}

void Http1Session::close() {
    if (m_stream) {
        m_stream.reset();
        --m_context.openConnections;
    }
}

bool Http1Session::writeHead(const Request& request, std::string& head) const {
    if (!codec::appendRequestLine(head, request.method, request.url->target)) {
        return false;
    }
    head += "Host: ";
    codec::appendHostField(head, *request.url);
    head += "\r\n";
    for (const codec::HeaderField& field : request.fields) {
        if (!codec::appendField(head, field.name, field.value)) {
            return false;
        }
    }
    if (request.hasBody == Request::Body::Some) {
        codec::appendContentLength(head, request.body.size());
    }
    codec::appendHeadEnd(head);
    return true;
}

net::OneShot<bool>& Http1Session::begin(const Request& request, Exchange& exchange) {
    m_exchange = &exchange;
    m_keepBytes = request.keepBytes;
    m_keepErrorBytes = request.keepErrorBytes;
    m_parser.reset(*this, request.method == "HEAD" ? codec::ResponseTo::Head : codec::ResponseTo::Other,
                   {.bodyBytes = kMaxBody});
    std::string& head = m_context.head;
    head.clear();
    if (!writeHead(request, head)) {
        fail(ClientError::BadRequest, 0, m_context.reactor.now());
        return m_done;
    }
    if (request.deadline != Instant::max()) {
        m_context.reactor.arm(m_deadline, request.deadline);
    }
    exchange.bytesSent = head.size() + request.body.size();
    const std::array<std::string_view, 2> pieces = {head, request.body};
    exchange.timing.sent = m_context.reactor.now();
    if (m_stream->send(std::span(pieces).first(request.body.empty() ? 1 : 2)) == net::Stream::Sent::All) {
        exchange.timing.written = m_context.reactor.now();
    }
    return m_done;
}

void Http1Session::onSubmitted(Instant at) {
    if (m_exchange != nullptr) {
        m_exchange->timing.sent = at;
        m_exchange->timing.written = at;
    }
}

void Http1Session::onSent(Instant at) {
    if (m_exchange != nullptr) {
        m_exchange->timing.written = at;
    }
}

void Http1Session::onReceived(std::span<const std::byte> bytes, Instant at) {
    if (m_exchange == nullptr) {
        close(); // nobody asked: a server that speaks out of turn cannot be trusted with the next request
        return;
    }
    Exchange& exchange = *m_exchange;
    if (exchange.timing.firstByte == Instant{}) {
        exchange.timing.firstByte = at;
    }
    exchange.bytesReceived += bytes.size();
    const codec::Fed fed = m_parser.feed(bytes);
    if (fed.state == codec::ParseState::Error) {
        fail(clientErrorOf(m_parser.error()), 0, at);
    } else if (fed.state == codec::ParseState::Complete) {
        if (!m_parser.keepAlive() || m_parser.isUpgrade() || fed.consumed != bytes.size()) {
            close();
        }
        succeed(at);
    }
}

void Http1Session::onEnded(Instant at) {
    if (m_exchange == nullptr) {
        close();
    } else if (m_parser.finish() == codec::ParseState::Complete) {
        close();
        succeed(at);
    } else {
        fail(ClientError::Closed, 0, at);
    }
}

void Http1Session::onFailed(net::NetError error, Instant at) {
    if (m_exchange == nullptr) {
        close();
    } else {
        fail(client::clientErrorOf(error.kind), error.systemError, at);
    }
}

void Http1Session::onDeadline(Instant /*now*/) {
    fail(ClientError::Timeout, 0, m_context.reactor.now());
}

void Http1Session::onStatus(codec::HttpVersion version, int status) {
    m_exchange->status = status;
    if (status >= 400) {
        m_keepBytes = std::max(m_keepBytes, m_keepErrorBytes);
    }
    m_exchange->proto = version == codec::HttpVersion::Http10 ? "HTTP/1.0" : "HTTP/1.1";
}

void Http1Session::onHeader(std::string_view name, std::string_view value) {
    m_exchange->fields.add(name, value);
}

void Http1Session::onBody(std::span<const std::byte> bytes) {
    Exchange& exchange = *m_exchange;
    exchange.bodyBytes += bytes.size();
    const std::size_t room = m_keepBytes - std::min(m_keepBytes, exchange.body.size());
    exchange.body.append(reinterpret_cast<const char*>(bytes.data()), std::min(room, bytes.size()));
}

void Http1Session::succeed(Instant at) {
    decodeBody();
    finish(at);
}

void Http1Session::decodeBody() {
    Exchange& exchange = *m_exchange;
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

void Http1Session::fail(ClientError error, int systemError, Instant at) {
    m_exchange->error = error;
    m_exchange->systemError = systemError;
    if (error != ClientError::BadRequest) {
        close(); // whatever may still come belongs to nobody
    }
    finish(at);
}

void Http1Session::finish(Instant at) {
    m_deadline.cancel();
    Exchange& exchange = *std::exchange(m_exchange, nullptr);
    Timing& timing = exchange.timing;
    timing.done = at;
    if (timing.written == Instant{} && timing.sent != Instant{}) {
        // The response overtook the request's end.
        timing.written = timing.firstByte == Instant{} ? at : timing.firstByte;
    }
    m_done.give(true); // may destroy this session
}

} // namespace bw::client
