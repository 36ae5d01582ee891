#include "core/server/exchange.h"

#include "core/server/conversation.h"

namespace bw::server {

void Exchange::sendGarbage(std::string_view garbage, BreakOff how) {
    m_garbage.assign(garbage);
    m_break = how;
}

DeferredAnswer Exchange::defer() {
    m_plan = Plan::Deferred;
    return {*m_connection, m_serial};
}

void Exchange::clear() {
    m_request.clear();
    m_response.clear();
    m_plan = Plan::SendNow;
    m_delay = Duration(0);
    m_break.reset();
    m_breakShare = 0;
    m_garbage.clear();
    m_peer.reset();
    m_protocol.clear();
    m_tag = 0;
}

Exchange* DeferredAnswer::exchange() const {
    return m_connection->deferred(m_serial);
}

void DeferredAnswer::send() const {
    m_connection->sendDeferred(m_serial);
}

} // namespace bw::server
