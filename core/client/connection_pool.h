#pragma once

#include "core/client/client_context.h"
#include "core/client/session.h"
#include "core/net/task.h"

#include <cstddef>
#include <list>
#include <memory>
#include <vector>

namespace bw::client {

// The connections of one virtual user, or of all virtual users of a worker. Not thread-safe; outlives its
// exchanges.
class ConnectionPool {
public:
    static constexpr std::size_t kUnlimited = SIZE_MAX;

    // `limit`: connections at a time; who finds none free waits.
    explicit ConnectionPool(ClientContext& context, std::size_t limit = kUnlimited)
        : m_context(context)
        , m_limit(limit) {}
    ConnectionPool(const ConnectionPool&) = delete;
    ConnectionPool& operator=(const ConnectionPool&) = delete;

    // One request and its response over a connection that is idle, or a new one. A request that found its
    // reused connection closed before any byte of a response came is sent once more over a new one, as the
    // server may close an idle connection at any time (RFC 9112 §9.3.1). exchange.clear() is the caller's.
    [[nodiscard]] net::Task<void> exchange(const Request& request, Exchange& exchange);

    // Closes what is idle.
    void closeIdle() { m_idle.clear(); }

private:
    // A connection in use; returned or closed when its user is done or cut off.
    class Lease {
    public:
        explicit Lease(ConnectionPool& pool)
            : m_pool(pool) {
            ++m_pool.m_inUse;
        }
        Lease(const Lease&) = delete;
        Lease& operator=(const Lease&) = delete;
        ~Lease();
        std::unique_ptr<Session> session;
        bool isOver = false; // the exchange ended: the session may be used again

    private:
        ConnectionPool& m_pool;
    };

    // Somebody who waits for a connection.
    struct Waiter {
        net::OneShot<bool> turn;
        std::list<Waiter*>::iterator place; // while in line
        bool isInLine = true;
    };

    [[nodiscard]] net::Task<bool> waitForTurn(const Request& request, Exchange& exchange);
    [[nodiscard]] std::unique_ptr<Session> takeIdle(const codec::Url& url);
    [[nodiscard]] net::Task<void> open(Lease& lease, const Request& request, Exchange& exchange);
    void wakeNext();

    ClientContext& m_context;
    std::size_t m_limit;
    std::size_t m_inUse = 0;
    bool m_isWaking = false;
    std::vector<std::unique_ptr<Session>> m_idle; // the most recently used last
    std::list<Waiter*> m_waiters;
};

} // namespace bw::client
