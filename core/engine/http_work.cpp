#include "core/engine/http_work.h"

#include "core/client/cookie_jar.h"

namespace bw::engine {

void LastResponse::set(const client::Exchange& exchange, double durationMs, std::string_view error) {
    m_exists = true;
    m_status = exchange.status;
    m_durationMs = durationMs;
    m_size = exchange.body.size() > exchange.bodyBytes ? exchange.body.size() : exchange.bodyBytes;
    m_error = error;
    m_exchange = &exchange;
}

std::string_view LastResponse::body() const {
    return m_exchange != nullptr ? std::string_view(m_exchange->body) : std::string_view();
}

std::size_t LastResponse::bodyPadding() const {
    return m_exchange != nullptr ? m_exchange->body.capacity() - m_exchange->body.size() : 0;
}

std::optional<std::string_view> LastResponse::header(std::string_view name) const {
    return m_exchange != nullptr ? m_exchange->fields.find(name) : std::nullopt;
}

std::optional<std::string_view> LastResponse::cookie(std::string_view name) const {
    std::optional<std::string_view> found;
    if (m_exchange != nullptr) {
        m_exchange->fields.forEach([&](std::string_view field, std::string_view text) {
            std::string_view key;
            std::string_view value;
            if (!found && codec::equalsIgnoringCase(field, "Set-Cookie") &&
                client::readCookiePair(text, key, value) && key == name) {
                found = value;
            }
        });
    }
    return found;
}

} // namespace bw::engine
