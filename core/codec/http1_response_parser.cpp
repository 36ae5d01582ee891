#include "core/codec/http1_response_parser.h"

#include "core/codec/http1_writer.h"
#include "core/codec/llhttp_errors.h"

namespace bw::codec {

namespace {

// What a status line or a field costs beyond its text; also bounds endless interim responses.
constexpr std::size_t startLineCost = 16;
constexpr std::size_t fieldCost = 4;

// Answers to llhttp's on_headers_complete.
constexpr int readBody = 0;
constexpr int noBody = 1;
constexpr int noBodyAndUpgrade = 2;

} // namespace

struct Http1ResponseParser::Callbacks {
    static Http1ResponseParser& self(llhttp_t* parser) {
        return *static_cast<Http1ResponseParser*>(parser->data);
    }

    static const llhttp_settings_t& settings() {
        static const llhttp_settings_t made = make();
        return made;
    }

    static llhttp_settings_t make() {
        llhttp_settings_t s;
        llhttp_settings_init(&s);
        s.on_message_begin = [](llhttp_t* p) {
            self(p).m_hasStarted = true;
            return self(p).countHead(startLineCost);
        };
        s.on_status = [](llhttp_t* p, const char*, std::size_t size) { return self(p).countHead(size); };
        s.on_status_complete = [](llhttp_t* p) { return self(p).startHeaders(); };
        s.on_header_field = [](llhttp_t* p, const char* at, std::size_t size) {
            self(p).m_field.addName({at, size});
            return self(p).countHead(size);
        };
        s.on_header_value = [](llhttp_t* p, const char* at, std::size_t size) {
            self(p).m_field.addValue({at, size});
            return self(p).countHead(size);
        };
        s.on_header_value_complete = [](llhttp_t* p) { return self(p).finishField(); };
        s.on_chunk_extension_name = [](llhttp_t* p, const char*, std::size_t n) {
            return self(p).countHead(n);
        };
        s.on_chunk_extension_value = [](llhttp_t* p, const char*, std::size_t n) {
            return self(p).countHead(n);
        };
        s.on_headers_complete = [](llhttp_t* p) { return self(p).finishHead(); };
        s.on_body = [](llhttp_t* p, const char* at, std::size_t size) { return self(p).takeBody(at, size); };
        s.on_message_complete = [](llhttp_t* p) { return self(p).finishMessage(); };
        return s;
    }
};

Http1ResponseParser::Http1ResponseParser(PartialPool& pool)
    : m_field(pool) {
    llhttp_init(&m_parser, HTTP_RESPONSE, &Callbacks::settings());
    m_parser.data = this;
}

void Http1ResponseParser::reset(Http1ResponseSink& sink, ResponseTo to, const Http1Limits& limits) {
    m_sink = &sink;
    m_to = to;
    m_limits = limits;
    m_headBytes = 0;
    m_headCount = 0;
    m_bodyBytes = 0;
    m_state = ParseState::NeedMore;
    m_error = Http1Error::None;
    m_keepAlive = false;
    m_isUpgrade = false;
    m_hasStarted = false;
    beginNext();
}

void Http1ResponseParser::beginNext() {
    llhttp_reset(&m_parser);
    m_field.clear();
    m_contentLength.reset();
    m_messageEnded = false;
    m_hasHead = false;
}

Fed Http1ResponseParser::feed(std::span<const std::byte> bytes) {
    const char* data = reinterpret_cast<const char*>(bytes.data());
    std::size_t consumed = 0;
    while (m_state == ParseState::NeedMore && consumed < bytes.size()) {
        consumed += run(data + consumed, bytes.size() - consumed);
    }
    return {m_state, consumed};
}

std::size_t Http1ResponseParser::run(const char* data, std::size_t size) {
    const llhttp_errno_t error = llhttp_execute(&m_parser, data, size);
    if (error == HPE_OK) {
        m_field.keep();
        return size;
    }
    const auto used = static_cast<std::size_t>(llhttp_get_error_pos(&m_parser) - data);
    if (!m_messageEnded) {
        m_field.clear();
        m_state = ParseState::Error;
        if (m_error == Http1Error::None) {
            m_error = fromLlhttp(error);
        }
    } else if (isInterim()) {
        beginNext();
    } else {
        m_state = ParseState::Complete;
    }
    return used;
}

ParseState Http1ResponseParser::finish() {
    if (m_state != ParseState::NeedMore) {
        return m_state;
    }
    (void)llhttp_finish(&m_parser);
    if (m_messageEnded && !isInterim()) {
        m_state = ParseState::Complete;
        return m_state;
    }
    m_field.clear();
    m_state = ParseState::Error;
    m_error = m_hasStarted ? Http1Error::UnexpectedEof : Http1Error::EofBeforeMessage;
    return m_state;
}

bool Http1ResponseParser::isInterim() const {
    return m_parser.status_code / 100 == 1 && m_parser.status_code != 101;
}

int Http1ResponseParser::fail(Http1Error error) {
    m_error = error;
    return HPE_USER;
}

int Http1ResponseParser::countHead(std::size_t bytes) {
    m_headBytes += bytes;
    return m_headBytes > m_limits.headerBytes ? fail(Http1Error::HeadersTooLarge) : HPE_OK;
}

int Http1ResponseParser::startHeaders() {
    if (m_parser.http_major != 1 || m_parser.http_minor > 1) {
        return fail(Http1Error::InvalidVersion);
    }
    if (m_parser.status_code < 100 || m_parser.status_code > 999) {
        return fail(Http1Error::InvalidStatus);
    }
    if (!isInterim()) {
        m_sink->onStatus(m_parser.http_minor == 0 ? HttpVersion::Http10 : HttpVersion::Http11,
                         m_parser.status_code);
    }
    return HPE_OK;
}

int Http1ResponseParser::finishField() {
    if (++m_headCount > m_limits.headerCount) {
        return fail(Http1Error::HeadersTooLarge);
    }
    if (!isToken(m_field.name())) { // llhttp lets white space pass
        return fail(Http1Error::InvalidHeader);
    }
    if (!isInterim() && !m_hasHead) {
        m_sink->onHeader(m_field.name(), m_field.value());
    }
    m_field.clear();
    return countHead(fieldCost);
}

int Http1ResponseParser::finishHead() {
    if (isInterim()) {
        return noBody;
    }
    m_hasHead = true;
    if ((m_parser.flags & F_CONTENT_LENGTH) != 0) {
        m_contentLength = m_parser.content_length;
    }
    // RFC 9112 §6.3: these have no body, whatever their fields announce.
    const int status = m_parser.status_code;
    const bool isBodiless = m_to == ResponseTo::Head || status == 204 || status == 304;
    if (!isBodiless && status != 101 && m_contentLength > m_limits.bodyBytes) {
        (void)fail(Http1Error::BodyTooLarge);
        return -1;
    }
    m_sink->onHeadersComplete();
    if (status == 101) {
        return noBodyAndUpgrade;
    }
    return isBodiless ? noBody : readBody;
}

int Http1ResponseParser::takeBody(const char* at, std::size_t size) {
    // Up to the limit everything is delivered, so that the packets' cut makes no difference.
    const auto taken =
        static_cast<std::size_t>(std::min<std::uint64_t>(size, m_limits.bodyBytes - m_bodyBytes));
    m_bodyBytes += taken;
    if (taken > 0) {
        m_sink->onBody(std::as_bytes(std::span(at, taken)));
    }
    return taken < size ? fail(Http1Error::BodyTooLarge) : HPE_OK;
}

int Http1ResponseParser::finishMessage() {
    m_messageEnded = true;
    m_field.clear();
    if (!isInterim()) {
        m_isUpgrade = m_parser.status_code == 101;
        m_keepAlive = !m_isUpgrade && llhttp_should_keep_alive(&m_parser) != 0;
        m_sink->onComplete();
    }
    return HPE_PAUSED; // what follows is not this message's
}

} // namespace bw::codec
