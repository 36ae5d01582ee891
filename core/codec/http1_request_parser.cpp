#include "core/codec/http1_request_parser.h"

#include "core/codec/http1_writer.h"
#include "core/codec/llhttp_errors.h"

namespace bw::codec {

namespace {

constexpr std::size_t fieldCost = 4;

} // namespace

struct Http1RequestParser::Callbacks {
    static Http1RequestParser& self(llhttp_t* parser) {
        return *static_cast<Http1RequestParser*>(parser->data);
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
            return 0;
        };
        s.on_url = [](llhttp_t* p, const char* at, std::size_t size) {
            return self(p).takeTarget({at, size});
        };
        s.on_version_complete = [](llhttp_t* p) { return self(p).startHeaders(); };
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

Http1RequestParser::Http1RequestParser(PartialPool& pool)
    : m_field(pool) {
    llhttp_init(&m_parser, HTTP_REQUEST, &Callbacks::settings());
    m_parser.data = this;
}

void Http1RequestParser::reset(Http1RequestSink& sink, const Http1Limits& limits) {
    llhttp_reset(&m_parser);
    m_field.clear();
    m_sink = &sink;
    m_limits = limits;
    m_headBytes = 0;
    m_headCount = 0;
    m_bodyBytes = 0;
    m_state = ParseState::NeedMore;
    m_error = Http1Error::None;
    m_expectation = Http1RequestSink::Expectation::None;
    m_lineDone = false;
    m_headDone = false;
    m_keepAlive = false;
    m_isUpgrade = false;
    m_hasStarted = false;
}

Fed Http1RequestParser::feed(std::span<const std::byte> bytes) {
    if (m_state != ParseState::NeedMore || bytes.empty()) {
        return {m_state, 0};
    }
    const char* data = reinterpret_cast<const char*>(bytes.data());
    const llhttp_errno_t error = llhttp_execute(&m_parser, data, bytes.size());
    if (error == HPE_OK) {
        m_field.keep();
        return {m_state, bytes.size()};
    }
    if (m_state != ParseState::Complete) {
        m_field.clear();
        m_state = ParseState::Error;
        if (m_error == Http1Error::None) {
            m_error = fromLlhttp(error);
        }
    }
    return {m_state, static_cast<std::size_t>(llhttp_get_error_pos(&m_parser) - data)};
}

int Http1RequestParser::fail(Http1Error error) {
    m_error = error;
    return HPE_USER;
}

int Http1RequestParser::countHead(std::size_t bytes) {
    m_headBytes += bytes;
    return m_headBytes > m_limits.headerBytes ? fail(Http1Error::HeadersTooLarge) : HPE_OK;
}

int Http1RequestParser::takeTarget(std::string_view piece) {
    m_headBytes += piece.size();
    if (m_headBytes > m_limits.targetBytes) {
        return fail(Http1Error::TargetTooLong);
    }
    m_field.addValue(piece);
    return HPE_OK;
}

int Http1RequestParser::startHeaders() {
    if (m_parser.http_major != 1 || m_parser.http_minor > 1) {
        return fail(Http1Error::InvalidVersion);
    }
    m_lineDone = true;
    m_headBytes = 0; // the target has its own limit
    m_sink->onRequestLine(llhttp_method_name(static_cast<llhttp_method_t>(m_parser.method)), m_field.value(),
                          m_parser.http_minor == 0 ? HttpVersion::Http10 : HttpVersion::Http11);
    m_field.clear();
    return HPE_OK;
}

int Http1RequestParser::finishField() {
    if (!m_lineDone) {
        return fail(Http1Error::InvalidVersion); // HTTP/0.9 has no version and no fields
    }
    if (++m_headCount > m_limits.headerCount) {
        return fail(Http1Error::HeadersTooLarge);
    }
    if (!isToken(m_field.name())) { // llhttp lets white space pass
        return fail(Http1Error::InvalidHeader);
    }
    if (!m_headDone) {
        if (equalsIgnoringCase(m_field.name(), "expect") &&
            equalsIgnoringCase(m_field.value(), "100-continue")) {
            m_expectation = Http1RequestSink::Expectation::Continue;
        }
        m_sink->onHeader(m_field.name(), m_field.value());
    }
    m_field.clear();
    return countHead(fieldCost);
}

int Http1RequestParser::finishHead() {
    if (!m_lineDone) {
        (void)fail(Http1Error::InvalidVersion);
        return -1;
    }
    const bool hasLength = (m_parser.flags & F_CONTENT_LENGTH) != 0;
    if (hasLength && m_parser.content_length > m_limits.bodyBytes) {
        (void)fail(Http1Error::BodyTooLarge);
        return -1;
    }
    m_headDone = true;
    m_keepAlive = llhttp_should_keep_alive(&m_parser) != 0;
    const bool hasBody = (m_parser.flags & F_CHUNKED) != 0 || m_parser.content_length > 0;
    if (!hasBody || m_parser.http_minor == 0) {
        m_expectation = Http1RequestSink::Expectation::None;
    }
    m_sink->onHeadersComplete(m_expectation);
    return HPE_OK;
}

int Http1RequestParser::takeBody(const char* at, std::size_t size) {
    // Up to the limit everything is delivered, so that the packets' cut makes no difference.
    const auto taken =
        static_cast<std::size_t>(std::min<std::uint64_t>(size, m_limits.bodyBytes - m_bodyBytes));
    m_bodyBytes += taken;
    if (taken > 0) {
        m_sink->onBody(std::as_bytes(std::span(at, taken)));
    }
    return taken < size ? fail(Http1Error::BodyTooLarge) : HPE_OK;
}

int Http1RequestParser::finishMessage() {
    m_state = ParseState::Complete;
    m_isUpgrade = m_parser.upgrade != 0;
    m_field.clear();
    m_sink->onComplete();
    return HPE_PAUSED; // what follows is not this message's
}

} // namespace bw::codec
