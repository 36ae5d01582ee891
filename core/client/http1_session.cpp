#include "core/client/http1_session.h"

#include "core/client/proxy_tunnel.h"

#include <array>
#include <utility>

namespace bw::client {
namespace {

// A response may be endless; what is dropped anyway may be long, what is kept may not.
constexpr std::uint64_t kMaxBody = 1ULL << 30;

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

// What a proxy reads (RFC 9112 §3.2.2).
std::string absolute(const codec::Url& url) {
    std::string text = "http://";
    codec::appendHostField(text, url);
    return text + url.target;
}

} // namespace

Http1Session::Http1Session(ClientContext& context, std::unique_ptr<net::Stream> stream, Origin origin,
                           const codec::Url* proxy)
    : Session(context, std::move(origin))
    , m_stream(std::move(stream))
    , m_parser(context.partials)
    , m_proxy(proxy) {
    m_stream->setHandler(*this);
}

Http1Session::~Http1Session() {
    close();
}

void Http1Session::close() {
    if (m_stream) {
        if (m_call != nullptr) {
            m_account.settle(m_stream->traffic(), m_call->exchange());
        }
        m_stream.reset();
        noteClosed();
    }
}

Call& Http1Session::take() {
    m_calls = 0;
    return *std::exchange(m_call, nullptr);
}

bool Http1Session::writeHead(const Request& request, std::string& head) const {
    KnownHead* known = request.head;
    if (known != nullptr && !known->text.empty() && known->key == request.headKey) {
        head = known->text;
    } else if (!writeFields(request, head)) {
        return false;
    } else if (known != nullptr) {
        known->key = request.headKey;
        known->text = head;
    }
    if (request.hasBody == Request::Body::Some) {
        codec::appendContentLength(head, request.body.size());
    }
    codec::appendHeadEnd(head);
    return true;
}

bool Http1Session::writeFields(const Request& request, std::string& head) const {
    const bool isWritten =
        m_proxy == nullptr
            ? codec::appendRequestLine(head, request.method, request.url->target).has_value()
            : codec::appendRequestLine(head, request.method, absolute(*request.url)).has_value();
    if (!isWritten) {
        return false;
    }
    head += "Host: ";
    codec::appendHostField(head, *request.url);
    head += "\r\n";
    if (m_proxy != nullptr) {
        head += proxyAuthorization(*m_proxy);
    }
    for (const codec::HeaderField& field : request.fields) {
        if (!codec::appendField(head, field.name, field.value)) {
            return false;
        }
    }
    return true;
}

void Http1Session::begin(Call& call) {
    const Request& request = call.request();
    m_call = &call;
    m_calls = 1;
    call.begin(*this);
    std::string& head = m_context.head;
    head.clear();
    if (!writeHead(request, head)) {
        // Nothing was sent: the connection is as good as before.
        take().fail(ClientError::BadRequest, {}, m_context.reactor.now());
        return;
    }
    m_parser.reset(*this, request.method == "HEAD" ? codec::ResponseTo::Head : codec::ResponseTo::Other,
                   {.bodyBytes = kMaxBody});
    const std::array<std::string_view, 2> pieces = {head, request.body};
    Timing& timing = call.exchange().timing;
    // Where the stream will tell of the submission itself, it has yet to come.
    timing.sent = m_stream->tellsSubmission() ? timing.start : m_context.reactor.now();
    if (m_stream->send(std::span(pieces).first(request.body.empty() ? 1 : 2)) == net::Stream::Sent::All) {
        timing.written = m_context.reactor.now();
    }
}

void Http1Session::abandon(Call& /*call*/) {
    close(); // whatever may still come belongs to nobody
    m_call = nullptr;
    m_calls = 0;
}

void Http1Session::onSubmitted(Instant at) {
    if (m_call != nullptr) {
        m_call->onSubmitted(at);
    }
}

void Http1Session::onSent(Instant at) {
    if (m_call != nullptr) {
        m_call->onWritten(at);
    }
}

void Http1Session::onReceived(std::span<const std::byte> bytes, Instant at) {
    if (m_call == nullptr) {
        close(); // nobody asked: a server that speaks out of turn cannot be trusted with the next request
        return;
    }
    m_call->onFirstByte(at);
    const codec::Fed fed = m_parser.feed(bytes);
    if (fed.state == codec::ParseState::Error) {
        fail(clientErrorOf(m_parser.error()), {}, at);
    } else if (fed.state == codec::ParseState::Complete) {
        if (!m_parser.keepAlive() || m_parser.isUpgrade() || fed.consumed != bytes.size()) {
            close();
        }
        succeed(at);
    }
}

void Http1Session::onEnded(Instant at) {
    if (m_call == nullptr) {
        close();
    } else if (m_parser.finish() == codec::ParseState::Complete) {
        close();
        succeed(at);
    } else {
        fail(ClientError::Closed, {}, at);
    }
}

void Http1Session::onFailed(net::NetError error, Instant at) {
    if (m_call == nullptr) {
        close();
    } else {
        fail(client::clientErrorOf(error.kind), error, at);
    }
}

void Http1Session::onStatus(codec::HttpVersion version, int status) {
    m_call->onStatus(status, version == codec::HttpVersion::Http10 ? "HTTP/1.0" : "HTTP/1.1");
}

void Http1Session::onHeader(std::string_view name, std::string_view value) {
    m_call->exchange().fields.add(name, value);
}

void Http1Session::onBody(std::span<const std::byte> bytes) {
    m_call->onBody(bytes);
}

void Http1Session::succeed(Instant at) {
    if (m_stream) {
        m_account.settle(m_stream->traffic(), m_call->exchange());
    }
    take().succeed(at); // may destroy this session
}

void Http1Session::fail(ClientError error, const net::NetError& reason, Instant at) {
    close(); // whatever may still come belongs to nobody
    take().fail(error, reason, at);
}

} // namespace bw::client
