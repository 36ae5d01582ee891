#include "core/server/server_thread.h"

#include <ctime>

namespace bw::server {

namespace {

constexpr std::size_t keptScratch = 4 * 1024 * 1024;

} // namespace

Result<std::unique_ptr<ServerThread>, net::NetError> ServerThread::create(const ServerOptions& options,
                                                                          const net::Address& at,
                                                                          net::ListenOptions::Sharing sharing,
                                                                          std::unique_ptr<App> app) {
    auto reactor = net::Reactor::create(options.reactor);
    if (!reactor) {
        return std::unexpected(reactor.error());
    }
    std::unique_ptr<ServerThread> thread(new ServerThread(options, std::move(*reactor), std::move(app)));
    auto listener = thread->m_reactor->listen(at, {.backlog = 4096, .sharing = sharing}, *thread);
    if (!listener) {
        return std::unexpected(listener.error());
    }
    thread->m_listener = std::move(*listener);
    return thread;
}

ServerThread::ServerThread(const ServerOptions& options, std::unique_ptr<net::Reactor> reactor,
                           std::unique_ptr<App> app)
    : m_options(options)
    , m_reactor(std::move(reactor))
    , m_app(std::move(app)) {
    m_app->attach(*m_reactor);
}

ServerThread::~ServerThread() {
    m_sweep.cancel();
    for (const auto& client : m_clients) {
        if (client->isOpen()) {
            client->close();
        }
    }
    m_clients.clear();
    m_listener.reset();
}

void ServerThread::run() {
    onSweep(m_reactor->now());
    m_reactor->run();
}

void ServerThread::stop() {
    m_reactor->post([this] { drain(); });
}

void ServerThread::drain() {
    if (m_isDraining) {
        return;
    }
    m_isDraining = true;
    m_drainUntil = m_reactor->now() + m_options.drainTimeout;
    m_listener.reset();
    for (const auto& client : m_clients) {
        if (client->isOpen()) {
            client->drain();
        }
    }
    stopWhenDrained();
}

void ServerThread::stopWhenDrained() {
    if (m_isDraining && (openConnections() == 0 || m_reactor->now() >= m_drainUntil)) {
        m_reactor->stop();
    }
}

void ServerThread::onAccepted(std::unique_ptr<net::Stream> stream, Instant) {
    if (m_isDraining || openConnections() >= m_options.connectionsPerThread) {
        return; // closes it
    }
    if (m_freeClients.empty()) {
        m_clients.push_back(std::make_unique<ClientConnection>(*this));
        m_freeClients.push_back(m_clients.back().get());
    }
    ClientConnection* client = m_freeClients.back();
    m_freeClients.pop_back();
    m_open.fetch_add(1, std::memory_order_relaxed);
    client->open(std::move(stream));
}

void ServerThread::release(ClientConnection& client) {
    m_freeClients.push_back(&client);
    m_open.fetch_sub(1, std::memory_order_relaxed);
    stopWhenDrained();
}

void ServerThread::onSweep(Instant now) {
    updateDate();
    for (const auto& client : m_clients) {
        if (client->isOpen()) {
            client->checkDeadline(now);
        }
    }
    stopWhenDrained();
    m_reactor->arm(m_sweep, now + sweepInterval());
}

// Half a second keeps the date right; shorter timeouts are looked at as often as they need.
Duration ServerThread::sweepInterval() const {
    const Duration shortest =
        std::min({m_options.idleTimeout, m_options.requestTimeout, m_options.sendTimeout,
                  m_options.drainTimeout, Duration(std::chrono::seconds(2))});
    return std::max<Duration>(shortest / 4, std::chrono::milliseconds(1));
}

// RFC 9110 §5.6.7; names in English whatever the locale.
void ServerThread::updateDate() {
    constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const std::time_t seconds = SystemClock::instance().wallNow().nanoseconds / 1'000'000'000;
    std::tm utc{};
    gmtime_r(&seconds, &utc);
    std::array<char, 64> text;
    const int size = std::snprintf(text.data(), text.size(), "%s, %02d %s %04d %02d:%02d:%02d GMT",
                                   days[static_cast<std::size_t>(utc.tm_wday)], utc.tm_mday,
                                   months[static_cast<std::size_t>(utc.tm_mon)], utc.tm_year + 1900,
                                   utc.tm_hour, utc.tm_min, utc.tm_sec);
    m_date.assign(text.data(), static_cast<std::size_t>(size));
}

Exchange& ServerThread::takeExchange() {
    if (m_freeExchanges.empty()) {
        m_exchanges.push_back(std::make_unique<Exchange>());
        m_freeExchanges.push_back(m_exchanges.back().get());
    }
    Exchange* exchange = m_freeExchanges.back();
    m_freeExchanges.pop_back();
    return *exchange;
}

void ServerThread::giveExchange(Exchange& exchange) {
    m_freeExchanges.push_back(&exchange);
}

void ServerThread::tellSent() {
    if (!m_sent.empty()) {
        for (const SentAnswer& answer : m_sent) {
            m_app->onSent(answer);
        }
        m_sent.clear();
    }
    if (m_scratch.capacity() > keptScratch) {
        m_scratch = std::string();
    }
}

} // namespace bw::server
