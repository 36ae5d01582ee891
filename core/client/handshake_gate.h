#pragma once

#include "core/client/exchange.h"
#include "core/net/task.h"

#include <cstddef>
#include <list>

namespace bw::client {

// How many TLS handshakes of a worker are under way at a time. One takes 40 KB and a third of a millisecond
// of processor time, so thousands at once would measure each other, and leave their memory behind. Who waits
// here is blocked; the handshake's own time begins behind the gate. Not thread-safe.
class HandshakeGate {
public:
    static constexpr std::size_t kMost = 100;

    // A place in front of the gate, then behind it; destroying it lets the next one in.
    class Place {
    public:
        // `admitted` is given None when its turn comes, unless it isInside() at once.
        Place(HandshakeGate& gate, net::OneShot<ClientError>& admitted)
            : m_gate(gate)
            , m_admitted(admitted) {
            if (gate.m_inside < kMost) {
                ++gate.m_inside;
                m_isInside = true;
            } else {
                m_inLine = gate.m_line.insert(gate.m_line.end(), this);
            }
        }
        Place(const Place&) = delete;
        Place& operator=(const Place&) = delete;
        ~Place() {
            if (m_isInside) {
                --m_gate.m_inside;
                m_gate.admit();
            } else {
                m_gate.m_line.erase(m_inLine);
            }
        }
        [[nodiscard]] bool isInside() const { return m_isInside; }

    private:
        friend class HandshakeGate;
        HandshakeGate& m_gate;
        net::OneShot<ClientError>& m_admitted;
        std::list<Place*>::iterator m_inLine;
        bool m_isInside = false;
    };

private:
    void admit() {
        if (!m_line.empty() && m_inside < kMost) {
            Place& next = *m_line.front();
            m_line.pop_front();
            ++m_inside;
            next.m_isInside = true;
            next.m_admitted.give(ClientError::None);
        }
    }

    std::size_t m_inside = 0;
    std::list<Place*> m_line;
};

} // namespace bw::client
