#include "core/client/connection_pool.h"

#include "core/client/connector.h"
#include "core/client/http1_session.h"
#include "core/client/http2_session.h"

#include <algorithm>
#include <utility>

namespace bw::client {
namespace {

// How often a server may refuse a request untouched before that is its answer.
constexpr int kMaxRefusals = 3;

bool wasStale(const Exchange& exchange) {
    return exchange.connection == Exchange::Connection::Reused && exchange.timing.firstByte == Instant{} &&
           exchange.detail.empty() && // a stream that was reset was read
           (exchange.error == ClientError::Closed || exchange.error == ClientError::Reset);
}

} // namespace

void ConnectionPool::Lease::own(std::unique_ptr<Session> session) {
    m_own = std::move(session);
    m_session = m_own.get();
    if (!std::exchange(m_counts, true)) {
        ++m_pool.m_inUse;
    }
}

void ConnectionPool::Lease::giveToPool(std::unique_ptr<Session> session) {
    m_session = session.get();
    m_pool.m_shared.push_back(std::move(session));
    --m_pool.m_inUse;
    m_counts = false;
}

void ConnectionPool::Lease::release() {
    if (m_own && m_own->room() > 0) {
        m_pool.m_idle.push_back(std::move(m_own));
    }
    m_own.reset(); // before somebody else opens one in its place
    m_session = nullptr;
    if (std::exchange(m_counts, false)) {
        --m_pool.m_inUse;
    }
    m_pool.wakeNext();
}

void ConnectionPool::closeIdle() {
    m_idle.clear();
    std::erase_if(m_shared, [](const auto& session) { return session->callsUnderWay() == 0; });
}

void ConnectionPool::wakeNext() {
    if (m_isWaking || m_waiters.empty()) {
        return; // who was woken is done already; the loop below goes on, so that a long line needs no stack
    }
    m_isWaking = true;
    const auto hasRoom = [this] {
        return busy() < m_limit ||
               std::ranges::any_of(m_shared, [](const auto& session) { return session->room() > 0; });
    };
    // Who finds nothing for its own server lines up again, so each is asked once.
    for (std::size_t asked = m_waiters.size(); asked > 0 && !m_waiters.empty() && hasRoom(); --asked) {
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
    for (std::size_t i = m_idle.size(); i-- > 0;) {
        if (m_idle[i]->origin().leadsTo(url)) {
            std::unique_ptr<Session> session = std::move(m_idle[i]);
            m_idle.erase(m_idle.begin() + static_cast<std::ptrdiff_t>(i));
            return session;
        }
    }
    return nullptr;
}

Session* ConnectionPool::findShared(const codec::Url& url) {
    Session* best = nullptr;
    for (const auto& session : m_shared) {
        if ((best == nullptr || session->callsUnderWay() < best->callsUnderWay()) && session->room() > 0 &&
            session->origin().leadsTo(url)) {
            best = session.get();
        }
    }
    const bool mayOpen = m_limit != kUnlimited && busy() < m_limit;
    return best != nullptr && best->callsUnderWay() > 0 && mayOpen ? nullptr : best;
}

bool ConnectionPool::willBeShared(const codec::Url& url) const {
    if (m_context.speaks == Speaks::Http2) {
        return true;
    }
    return codec::isSecure(url.scheme) && m_context.speaks == Speaks::Best &&
           m_context.http2Origins.contains(url.host + ':' + std::to_string(url.port));
}

// Somebody opens what this one can use, too; or all connections are in use.
bool ConnectionPool::mustWait(const codec::Url& url) const {
    return busy() >= m_limit || (m_opening > 0 && m_limit == kUnlimited && willBeShared(url));
}

void ConnectionPool::dropDead() {
    if (m_closed == m_context.closedConnections) {
        return;
    }
    std::erase_if(m_idle, [](const auto& session) { return !session->isOpen(); });
    bool isAllDropped = true;
    std::erase_if(m_shared, [&](const auto& session) {
        const bool isDead = !session->isOpen();
        const bool mayGo = session->callsUnderWay() == 0; // not while it still tells its calls of the end
        isAllDropped = isAllDropped && (!isDead || mayGo);
        return isDead && mayGo;
    });
    if (isAllDropped) {
        m_closed = m_context.closedConnections;
    }
}

// For a connection to another server than the idle ones lead to.
void ConnectionPool::makeRoom() {
    if (m_limit == kUnlimited) {
        return;
    }
    if (busy() >= m_limit) {
        const auto idle =
            std::ranges::find_if(m_shared, [](const auto& session) { return session->callsUnderWay() == 0; });
        if (idle != m_shared.end()) {
            m_shared.erase(idle);
        }
    } else if (busy() + m_idle.size() >= m_limit && !m_idle.empty()) {
        m_idle.erase(m_idle.begin());
    }
}

net::Task<void> ConnectionPool::open(Lease& lease, const Request& request, Exchange& exchange) {
    // Counted while it lasts, also when it is cut off.
    struct Opening {
        explicit Opening(std::size_t& count)
            : m_count(count) {
            ++m_count;
        }
        ~Opening() { --m_count; }
        std::size_t& m_count;
    };
    const Opening opening(m_opening);
    Connector connector(m_context, exchange, request.deadline, m_tlsSessions);
    Connected made = co_await connector.connect(*request.url);
    if (!made.stream) {
        co_return;
    }
    Origin origin{request.url->scheme, request.url->host, request.url->port, made.tls};
    if (made.protocol == Protocol::Http2) {
        lease.giveToPool(
            std::make_unique<Http2Session>(m_context, std::move(made.stream), std::move(origin)));
    } else {
        lease.own(
            std::make_unique<Http1Session>(m_context, std::move(made.stream), std::move(origin), made.proxy));
    }
}

net::Task<void> ConnectionPool::exchange(const Request& request, Exchange& exchange) {
    const Instant start = request.asked == Instant{} ? m_context.reactor.now() : request.asked;
    exchange.timing.start = start;
    int refusals = 0;
    bool mayBeStale = true;
    for (;;) {
        Lease lease(*this);
        exchange.connection = Exchange::Connection::Reused;
        for (;;) {
            dropDead();
            if (Session* shared = findShared(*request.url)) {
                lease.share(*shared);
                break;
            }
            if (auto idle = takeIdle(*request.url)) {
                lease.own(std::move(idle));
                break;
            }
            makeRoom();
            if (!mustWait(*request.url)) {
                lease.own(nullptr);
                exchange.connection = Exchange::Connection::New;
                co_await open(lease, request, exchange);
                break;
            }
            const bool hasTurn = co_await waitForTurn(request, exchange);
            if (!hasTurn) {
                break;
            }
        }
        if (lease.session() == nullptr) {
            exchange.timing.done = m_context.reactor.now();
            co_return;
        }
        {
            exchange.tls = lease.session()->origin().tls;
            Call call(m_context, request, exchange);
            lease.session()->begin(call);
            if (exchange.connection == Exchange::Connection::New) {
                wakeNext(); // others may use what was opened
            }
            co_await call.done();
        }
        const bool isStale = mayBeStale && wasStale(exchange);
        const bool isRefused = exchange.isRefused && refusals < kMaxRefusals;
        if (!isStale && !isRefused) {
            co_return;
        }
        refusals += isRefused ? 1 : 0;
        mayBeStale = mayBeStale && !isStale;
        exchange.clear();
        exchange.timing.start = start;
        closeIdle(); // the others are as old
    }
}

} // namespace bw::client
