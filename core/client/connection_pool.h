#pragma once

#include "core/client/client_context.h"
#include "core/client/session.h"
#include "core/net/task.h"
#include "core/net/tls_stream.h"

#include <cstddef>
#include <list>
#include <memory>
#include <vector>

namespace bw::client {

// The connections of one virtual user, or of all virtual users of a worker. Over HTTP/1.1 a connection
// carries one exchange at a time; over HTTP/2 as many as the server takes, and a pool with a limit opens all
// its connections before it puts a second exchange on one. Not thread-safe; outlives its exchanges.
class ConnectionPool {
public:
    static constexpr std::size_t kUnlimited = SIZE_MAX;

    // `limit`: connections at a time; who finds none free waits.
    explicit ConnectionPool(ClientContext& context, std::size_t limit = kUnlimited)
        : m_context(context)
        , m_limit(limit) {}
    ConnectionPool(const ConnectionPool&) = delete;
    ConnectionPool& operator=(const ConnectionPool&) = delete;

    // One request and its response over a connection that is free, or a new one. A request that found its
    // reused connection closed before any byte of a response came is sent once more over a new one, as the
    // server may close an idle connection at any time (RFC 9112 §9.3.1); so is one that an HTTP/2 server
    // refused untouched. exchange.clear() is the caller's.
    [[nodiscard]] net::Task<void> exchange(const Request& request, Exchange& exchange);

    // Closes what is idle.
    void closeIdle();

private:
    // A place on a connection; the connection is returned or closed when its user is done or cut off.
    class Lease {
    public:
        explicit Lease(ConnectionPool& pool)
            : m_pool(pool) {}
        Lease(const Lease&) = delete;
        Lease& operator=(const Lease&) = delete;
        ~Lease() { release(); }

        // An own connection, or the right to open one, counts.
        void own(std::unique_ptr<Session> session);
        // One of the pool's shared ones.
        void share(Session& session) { m_session = &session; }
        [[nodiscard]] Session* session() const { return m_session; }
        // A shared one is the pool's from now on.
        void giveToPool(std::unique_ptr<Session> session);
        void release();

    private:
        ConnectionPool& m_pool;
        Session* m_session = nullptr;
        std::unique_ptr<Session> m_own;
        bool m_counts = false;
    };

    // Somebody who waits for a connection.
    struct Waiter {
        net::OneShot<bool> turn;
        std::list<Waiter*>::iterator place; // while in line
        bool isInLine = true;
    };

    [[nodiscard]] net::Task<bool> waitForTurn(const Request& request, Exchange& exchange);
    [[nodiscard]] net::Task<void> open(Lease& lease, const Request& request, Exchange& exchange);
    [[nodiscard]] std::unique_ptr<Session> takeIdle(const codec::Url& url);
    // The shared one with the most room; null when there is none, or a new one is due first.
    [[nodiscard]] Session* findShared(const codec::Url& url);
    [[nodiscard]] bool mustWait(const codec::Url& url) const;
    [[nodiscard]] bool willBeShared(const codec::Url& url) const;
    void makeRoom();
    void dropDead();
    void wakeNext();

    [[nodiscard]] std::size_t busy() const { return m_inUse + m_shared.size(); }

    ClientContext& m_context;
    net::TlsSessions m_tlsSessions; // outlives the connections
    std::size_t m_limit;
    std::size_t m_inUse = 0;    // own connections, and those being opened
    std::size_t m_opening = 0;  // of these
    std::uint64_t m_closed = 0; // connections of the context when the dead ones were dropped last
    bool m_isWaking = false;
    std::vector<std::unique_ptr<Session>> m_idle;   // the most recently used last
    std::vector<std::unique_ptr<Session>> m_shared; // HTTP/2, idle or not
    std::list<Waiter*> m_waiters;
};

} // namespace bw::client
