#include "core/server/response.h"

namespace bw::server {

namespace {

constexpr std::size_t keptRoom = 256 * 1024;

// Statuses that never carry a length (RFC 9110 §8.6).
bool isBodiless(int status) {
    return status < 200 || status == 204 || status == 304;
}

} // namespace

void Response::clear() {
    m_status = 200;
    m_contentType = {};
    m_fields.clear();
    if (m_body.capacity() > keptRoom) {
        m_body = std::string();
    }
    m_body.clear();
}

void Response::appendTo(std::string& out, BodyOnWire body, AfterAnswer after, std::string_view date) const {
    if (!codec::appendStatusLine(out, m_status)) {
        (void)codec::appendStatusLine(out, 500);
    }
    if (!m_contentType.empty()) {
        out.append("Content-Type: ").append(m_contentType).append("\r\n");
    }
    if (!date.empty()) {
        out.append("Date: ").append(date).append("\r\n");
    }
    if (after == AfterAnswer::Close) {
        out.append("Connection: close\r\n");
    } else if (after == AfterAnswer::KeepAliveHttp10) {
        out.append("Connection: keep-alive\r\n");
    }
    out.append(m_fields);
    if (!isBodiless(m_status)) {
        codec::appendContentLength(out, m_body.size());
    }
    codec::appendHeadEnd(out);
    if (body == BodyOnWire::Yes && !isBodiless(m_status)) {
        out.append(m_body);
    }
}

} // namespace bw::server
