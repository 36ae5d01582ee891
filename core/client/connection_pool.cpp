#include "core/client/connection_pool.h"

#include "core/client/connector.h"

namespace bw::client {
namespace {

bool mayBeSentAgain(const Exchange& exchange) {
    return exchange.connection == Exchange::Connection::Reused && exchange.bytesReceived == 0 &&
           (exchange.error == ClientError::Closed || exchange.error == ClientError::Reset);
}

} // namespace

ConnectionPool::Lease::~Lease() {
    --m_pool.m_inUse;
    if (isOver && session && session->isUsable()) {
        m_pool.m_idle.push_back(std::move(session));
    }
    session.reset(); // before somebody else opens one in its place
    m_pool.wakeNext();
}

void ConnectionPool::wakeNext() {
    if (m_isWaking) {
        return; // who was woken is done already; the loop below goes on, so that a long line needs no stack
    }
    m_isWaking = true;
    while (!m_waiters.empty() && m_inUse < m_limit) {
        Waiter* next = m_waiters.front();
        m_waiters.pop_front();
        next->isInLine = false;
        next->turn.give(true);
    }
    m_isWaking = false;
}

net::Task<bool> ConnectionPool::waitForTurn(const Request& request, Exchange& exchange) {
    // The waiter takes itself off the list when its coroutine is cut off.
    struct Place : Waiter {
        explicit Place(std::list<Waiter*>& line)
            : m_line(line) {
            place = m_line.insert(m_line.end(), this);
        }
        ~Place() {
            if (isInLine) {
                m_line.erase(place);
            }
        }
        std::list<Waiter*>& m_line;
    };
    Place waiting(m_waiters);
    net::Timer deadline([](void* place, Instant) { static_cast<Place*>(place)->turn.give(false); }, &waiting);
    if (request.deadline != Instant::max()) {
        m_context.reactor.arm(deadline, request.deadline);
    }
    const bool hasTurn = co_await waiting.turn;
    if (!hasTurn) {
        exchange.error = ClientError::Timeout;
    }
    co_return hasTurn;
}

std::unique_ptr<Session> ConnectionPool::takeIdle(const codec::Url& url) {
    std::erase_if(m_idle, [](const auto& session) { return !session->isUsable(); });
    for (std::size_t i = m_idle.size(); i-- > 0;) {
        if (m_idle[i]->origin().leadsTo(url)) {
            std::unique_ptr<Session> session = std::move(m_idle[i]);
            m_idle.erase(m_idle.begin() + static_cast<std::ptrdiff_t>(i));
            return session;
        }
    }
    return nullptr;
}

net::Task<void> ConnectionPool::open(Lease& lease, const Request& request, Exchange& exchange) {
    if (m_limit != kUnlimited && m_inUse + m_idle.size() > m_limit && !m_idle.empty()) {
        m_idle.erase(m_idle.begin()); // to another server: makes room
    }
    if (codec::isSecure(request.url->scheme)) {
        exchange.error = ClientError::Tls;
        co_return;
    }
    Connector connector(m_context, exchange, request.deadline);
    std::unique_ptr<net::Stream> stream = co_await connector.connect(*request.url);
    if (stream) {
        lease.session = std::make_unique<Http1Session>(
            m_context, std::move(stream), Origin{request.url->scheme, request.url->host, request.url->port});
    }
}

net::Task<void> ConnectionPool::exchange(const Request& request, Exchange& exchange) {
    exchange.timing.start = m_context.reactor.now();
    if (m_inUse >= m_limit) {
        const bool hasTurn = co_await waitForTurn(request, exchange);
        if (!hasTurn) {
            exchange.timing.done = m_context.reactor.now();
            co_return;
        }
    }
    Lease lease(*this);
    for (;;) {
        lease.session = takeIdle(*request.url);
        if (lease.session) {
            exchange.connection = Exchange::Connection::Reused;
        } else {
            co_await open(lease, request, exchange);
            if (!lease.session) {
                exchange.timing.done = m_context.reactor.now();
                co_return;
            }
        }
        co_await lease.session->begin(request, exchange);
        lease.isOver = true;
        if (!mayBeSentAgain(exchange)) {
            co_return;
        }
        const Instant start = exchange.timing.start;
        exchange.clear();
        exchange.timing.start = start;
        lease.isOver = false;
        closeIdle(); // the others are as old
    }
}

} // namespace bw::client
