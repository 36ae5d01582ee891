#include "core/client/exchange.h"

namespace bw::client {

void Fields::clear() {
    m_text.clear();
    m_entries.clear();
}

void Fields::add(std::string_view name, std::string_view value) {
    m_entries.push_back({static_cast<std::uint32_t>(m_text.size()), static_cast<std::uint32_t>(name.size()),
                         static_cast<std::uint32_t>(value.size())});
    m_text += name;
    m_text += value;
}

std::optional<std::string_view> Fields::find(std::string_view name) const {
    for (const Entry& entry : m_entries) {
        if (codec::equalsIgnoringCase(nameOf(entry), name)) {
            return valueOf(entry);
        }
    }
    return std::nullopt;
}

void Exchange::clear() {
    error = ClientError::None;
    systemError = 0;
    detail = {};
    isRefused = false;
    status = 0;
    timing = {};
    fields.clear();
    if (body.capacity() > kWorthKeeping) {
        std::string().swap(body); // an assignment would keep the room
    }
    body.clear();
    bodyBytes = 0;
    bytesSent = 0;
    bytesReceived = 0;
    connection = Connection::New;
    tls = {};
}

} // namespace bw::client
