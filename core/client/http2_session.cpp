#include "core/client/http2_session.h"

#include <algorithm>
#include <charconv>

namespace bw::client {
namespace {

constexpr std::uint64_t kMaxBody = 1ULL << 30;

// Fields of one connection, which HTTP/2 has no use for (RFC 9113 §8.2.2); Host is ":authority".
bool isOfConnection(std::string_view name) {
    using codec::equalsIgnoringCase;
    return equalsIgnoringCase(name, "Connection") || equalsIgnoringCase(name, "Keep-Alive") ||
           equalsIgnoringCase(name, "Proxy-Connection") || equalsIgnoringCase(name, "Transfer-Encoding") ||
           equalsIgnoringCase(name, "Upgrade") || equalsIgnoringCase(name, "Host") ||
           equalsIgnoringCase(name, "TE");
}

// Appends it to `out`, which has the room, in lower case.
std::string_view appendLower(std::string& out, std::string_view name) {
    const std::size_t begin = out.size();
    for (const char c : name) {
        out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    }
    return std::string_view(out).substr(begin);
}

void keep(std::span<const codec::HeaderField> fields, std::string_view key, KnownHead& known) {
    known.http2Key = key;
    known.http2Text.clear();
    known.http2Fields.clear();
    for (const codec::HeaderField& field : fields) {
        known.http2Text += field.name;
        known.http2Text += field.value;
    }
    std::string_view rest = known.http2Text;
    const auto next = [&rest](std::size_t size) {
        const std::string_view part = rest.substr(0, size);
        rest.remove_prefix(size);
        return part;
    };
    for (const codec::HeaderField& field : fields) {
        const std::string_view name = next(field.name.size());
        known.http2Fields.push_back({name, next(field.value.size())});
    }
}

} // namespace

Http2Session::Http2Session(ClientContext& context, std::unique_ptr<net::Stream> stream, Origin origin)
    : Session(context, std::move(origin))
    , m_stream(std::move(stream))
    , m_codec(codec::Http2Session::Side::Client, *this) {
    m_stream->setHandler(*this);
    countRoom();
}

Http2Session::~Http2Session() {
    if (m_destroyed != nullptr) {
        *m_destroyed = true;
    }
    close();
}

void Http2Session::close() {
    if (m_stream) {
        m_stream.reset();
        noteClosed();
    }
}

void Http2Session::countRoom() {
    m_mostCalls =
        m_codec.mayRequest() ? std::min<std::size_t>(m_codec.peersConcurrentStreams(), kMaxCalls) : 0;
}

bool Http2Session::gatherFields(const Request& request) {
    auto& fields = m_context.fields;
    KnownHead* known = request.head;
    if (known != nullptr && !known->http2Fields.empty() && known->http2Key == request.headKey) {
        fields.assign(known->http2Fields.begin(), known->http2Fields.end());
    } else if (!writeFields(request)) {
        return false;
    } else if (known != nullptr) {
        keep(fields, request.headKey, *known);
    }
    if (request.hasBody == Request::Body::Some) {
        const char* end =
            std::to_chars(m_length.data(), m_length.data() + m_length.size(), request.body.size()).ptr;
        fields.push_back({"content-length", {m_length.data(), end}});
    }
    return true;
}

bool Http2Session::writeFields(const Request& request) {
    // All names and values that are made here stand in one text, which is not to move.
    std::string& made = m_context.head;
    made.clear();
    std::size_t size = request.url->host.size() + 16;
    for (const codec::HeaderField& field : request.fields) {
        size += field.name.size();
    }
    made.reserve(size);
    codec::appendHostField(made, *request.url);
    const std::string_view authority = made;
    auto& fields = m_context.fields;
    fields.assign({{":method", request.method},
                   {":scheme", codec::isSecure(request.url->scheme) ? "https" : "http"},
                   {":authority", authority},
                   {":path", request.url->target}});
    if (!codec::isToken(request.method)) {
        return false;
    }
    for (const codec::HeaderField& field : request.fields) {
        if (!codec::isToken(field.name) || !codec::isFieldValue(field.value)) {
            return false;
        }
        if (!isOfConnection(field.name)) {
            fields.push_back({appendLower(made, field.name), field.value});
        }
    }
    return true;
}

void Http2Session::begin(Call& call) {
    call.begin(*this);
    ++m_calls;
    const codec::Http2StreamId stream =
        gatherFields(call.request()) ? m_codec.request(m_context.fields, call.request().body) : 0;
    if (stream <= 0) {
        m_ended.push_back({&call, stream == 0 ? ClientError::BadRequest : ClientError::Closed});
        call.exchange().isRefused = stream < 0;
        m_context.reactor.arm(m_tellDue, Instant::min());
        return;
    }
    call.stream = stream;
    m_carried.emplace_back(stream, &call);
    m_begun.push_back(&call);
    if (!m_isDelivering) {
        flush();
    }
}

void Http2Session::abandon(Call& call) {
    const bool isUnderWay = take(call.stream) != nullptr;
    forget(call);
    if (isUnderWay && m_stream) {
        m_codec.cancel(call.stream);
        if (!m_isDelivering) {
            flush();
        }
    }
}

void Http2Session::forget(const Call& call) {
    --m_calls;
    std::erase(m_begun, &call);
    std::erase_if(m_ended, [&](const Ended& ended) { return ended.call == &call; });
}

Call* Http2Session::find(codec::Http2StreamId stream) const {
    const auto found = std::ranges::find(m_carried, stream, &std::pair<codec::Http2StreamId, Call*>::first);
    return found == m_carried.end() ? nullptr : found->second;
}

Call* Http2Session::take(codec::Http2StreamId stream) {
    const auto found = std::ranges::find(m_carried, stream, &std::pair<codec::Http2StreamId, Call*>::first);
    if (found == m_carried.end()) {
        return nullptr;
    }
    Call* call = found->second;
    *found = m_carried.back();
    m_carried.pop_back();
    return call;
}

void Http2Session::flush() {
    std::string& out = m_context.frames;
    out.clear();
    // Where the stream will tell of the submission itself, it has yet to come.
    const bool isToldLater = m_stream->tellsSubmission();
    m_at = isToldLater ? m_at : m_context.reactor.now();
    for (Call* call : m_begun) {
        Timing& timing = call->exchange().timing;
        timing.sent = isToldLater ? timing.start : m_at;
    }
    m_codec.take(out); // may find ends
    if (!m_ended.empty()) {
        m_context.reactor.arm(m_tellDue, Instant::min());
    }
    if (out.empty()) {
        return;
    }
    const std::string_view piece = out;
    if (m_stream->send(std::span(&piece, 1)) != net::Stream::Sent::Queued) {
        if (isToldLater) {
            onSubmitted(
                m_context.reactor.now()); // the kernel does not keep up: nobody will say when they left
        }
        m_begun.clear();
    }
    if (out.capacity() > Exchange::kWorthKeeping) {
        std::string().swap(out);
    }
}

void Http2Session::onSubmitted(Instant at) {
    for (Call* call : m_begun) {
        call->onSubmitted(at);
    }
    m_begun.clear();
}

void Http2Session::onReceived(std::span<const std::byte> bytes, Instant at) {
    m_at = at;
    m_isDelivering = true;
    const bool isGood = m_codec.receive(bytes);
    countRoom();
    if (!isGood) {
        breakDown(ClientError::Protocol, {}, at);
        return;
    }
    if (!tellEnds(at)) {
        return;
    }
    m_isDelivering = false;
    flush(); // perhaps with the reason why nothing leads on
    if (!m_codec.isOver()) {
        return;
    }
    if (m_carried.empty()) {
        close();
    } else {
        breakDown(ClientError::Protocol, {}, at);
    }
}

void Http2Session::onEnded(Instant at) {
    breakDown(ClientError::Closed, {}, at);
}

void Http2Session::onFailed(net::NetError error, Instant at) {
    breakDown(client::clientErrorOf(error.kind), error, at);
}

void Http2Session::breakDown(ClientError error, const net::NetError& reason, Instant at) {
    m_isDelivering = true;
    for (const auto& [stream, call] : m_carried) {
        m_ended.push_back({call, error, reason});
    }
    m_carried.clear();
    m_begun.clear();
    if (m_stream && !m_ended.empty()) {
        m_account.settle(m_stream->traffic(), m_ended.front().call->exchange());
    }
    close();
    if (tellEnds(at)) {
        m_isDelivering = false;
    }
}

bool Http2Session::tellEnds(Instant at) {
    bool destroyed = false;
    bool* const before = std::exchange(m_destroyed, &destroyed);
    while (!destroyed && !m_ended.empty()) {
        const Ended ended = m_ended.back();
        m_ended.pop_back();
        --m_calls;
        std::erase(m_begun, ended.call);
        if (m_stream) {
            m_account.settle(m_stream->traffic(), ended.call->exchange());
        }
        if (ended.error == ClientError::None) {
            ended.call->succeed(at);
        } else {
            ended.call->fail(ended.error, ended.reason, at);
        }
    }
    if (destroyed) {
        if (before != nullptr) {
            *before = true;
        }
        return false;
    }
    m_destroyed = before;
    return true;
}

void Http2Session::onTellDue(Instant /*now*/) {
    static_cast<void>(tellEnds(m_context.reactor.now()));
}

void Http2Session::onHeadersBegin(codec::Http2StreamId stream) {
    if (Call* call = find(stream)) {
        call->onFirstByte(m_at);
        call->exchange().fields.clear();
    }
}

void Http2Session::onHeader(codec::Http2StreamId stream, std::string_view name, std::string_view value) {
    Call* call = find(stream);
    if (call == nullptr) {
        return;
    }
    if (name == ":status") {
        int status = 0;
        std::from_chars(value.data(), value.data() + value.size(), status);
        call->onStatus(status, "HTTP/2.0");
    } else {
        call->exchange().fields.add(name, value);
    }
}

void Http2Session::onBody(codec::Http2StreamId stream, std::span<const std::byte> bytes) {
    Call* call = find(stream);
    if (call == nullptr) {
        return;
    }
    call->onBody(bytes);
    if (call->exchange().bodyBytes > kMaxBody) {
        m_ended.push_back({take(stream), ClientError::TooLarge});
        m_codec.cancel(stream);
    }
}

void Http2Session::onMessageEnd(codec::Http2StreamId stream) {
    if (Call* call = take(stream)) {
        m_ended.push_back({call, call->exchange().status >= 200 ? ClientError::None : ClientError::Protocol});
        if (call->exchange().timing.written == Instant{}) {
            m_codec.cancel(stream); // answered before all was said: nobody wants the rest
        }
    }
}

void Http2Session::onWritten(codec::Http2StreamId stream) {
    if (Call* call = find(stream)) {
        call->onWritten(m_at);
    }
}

void Http2Session::onStreamEnd(codec::Http2StreamId stream, codec::Http2End end, std::uint32_t code) {
    Call* call = take(stream);
    if (call == nullptr) {
        return;
    }
    Ended ended{call};
    switch (end) {
    case codec::Http2End::Complete:
        ended.error = call->exchange().status >= 200 ? ClientError::None : ClientError::Protocol;
        break;
    case codec::Http2End::Refused:
        ended.error = ClientError::Closed;
        ended.reason.detail = codec::http2ErrorName(code);
        call->exchange().isRefused = true;
        break;
    case codec::Http2End::Reset:
        ended.error = ClientError::Reset;
        ended.reason.detail = codec::http2ErrorName(code);
        break;
    case codec::Http2End::Protocol:
        ended.error = ClientError::Protocol;
        break;
    case codec::Http2End::HeadersTooLarge:
        ended.error = ClientError::TooLarge;
        break;
    }
    m_ended.push_back(ended);
}

} // namespace bw::client
