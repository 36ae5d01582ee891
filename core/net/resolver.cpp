#include "core/net/resolver.h"

#include <algorithm>
#include <ares.h>
#include <array>
#include <atomic>
#include <cerrno>
#include <mutex>
#include <netdb.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <thread>
#include <unistd.h>

namespace bw::net {
namespace {

// c-ares is initialised once per process and stays so.
int initialiseLibrary() {
    static const int status = ::ares_library_init(ARES_LIB_INIT_ALL);
    return status;
}

NetError dnsError(int status) {
    return {NetErrorKind::Dns, status};
}

class AresResolver final : public Resolver {
public:
    static Result<std::unique_ptr<Resolver>, NetError> make() {
        ares_channel channel = nullptr;
        int status = initialiseLibrary();
        if (status == ARES_SUCCESS) {
            ares_options options{};
            options.timeout = 2000; // ms of the first try; doubled by each of the next
            options.tries = 3;
            status = ::ares_init_options(&channel, &options, ARES_OPT_TIMEOUTMS | ARES_OPT_TRIES);
        }
        if (status != ARES_SUCCESS) {
            return std::unexpected(dnsError(status));
        }
        const int wake = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
        if (wake < 0) {
            ::ares_destroy(channel);
            return std::unexpected(netErrorOf(errno));
        }
        return std::unique_ptr<Resolver>(new AresResolver(channel, wake));
    }

    ~AresResolver() override {
        m_stop = true;
        wake();
        m_thread.join();
        ::ares_destroy(m_channel);
        ::close(m_wake);
    }

private:
    AresResolver(ares_channel channel, int wakeDescriptor)
        : m_channel(channel)
        , m_wake(wakeDescriptor)
        , m_thread([this] { loop(); }) {}

    void ask(Question question) override {
        {
            const std::lock_guard lock(m_mutex);
            m_questions.push_back(std::move(question));
        }
        wake();
    }

    void wake() const {
        const std::uint64_t one = 1;
        static_cast<void>(!::write(m_wake, &one, sizeof one));
    }

    void loop() {
        while (!m_stop) {
            start();
            wait();
        }
        ::ares_cancel(m_channel);
    }

    void start() {
        std::vector<Question> questions;
        {
            const std::lock_guard lock(m_mutex);
            questions.swap(m_questions);
        }
        for (Question& question : questions) {
            ares_addrinfo_hints hints{};
            hints.ai_family = AF_UNSPEC;
            hints.ai_socktype = SOCK_STREAM;
            auto asked = std::make_unique<Question>(std::move(question));
            const std::string host = asked->host;
            ::ares_getaddrinfo(m_channel, host.c_str(), nullptr, &hints, &AresResolver::onAnswer,
                               asked.release());
        }
    }

    void wait() {
        std::array<ares_socket_t, ARES_GETSOCK_MAXNUM> sockets{};
        const auto mask =
            static_cast<unsigned>(::ares_getsock(m_channel, sockets.data(), ARES_GETSOCK_MAXNUM));
        std::array<pollfd, ARES_GETSOCK_MAXNUM + 1> polled{};
        nfds_t count = 0;
        polled[count++] = {m_wake, POLLIN, 0};
        for (unsigned i = 0; i < ARES_GETSOCK_MAXNUM; ++i) {
            const bool readable = ARES_GETSOCK_READABLE(mask, i) != 0;
            const bool writable = ARES_GETSOCK_WRITABLE(mask, i) != 0;
            if (readable || writable) {
                polled[count++] = {sockets[i],
                                   static_cast<short>((readable ? POLLIN : 0) | (writable ? POLLOUT : 0)), 0};
            }
        }
        timeval most{3600, 0};
        timeval left{};
        const timeval* timeout = ::ares_timeout(m_channel, &most, &left);
        ::poll(polled.data(), count, static_cast<int>(timeout->tv_sec * 1000 + timeout->tv_usec / 1000 + 1));
        std::uint64_t ignored = 0;
        static_cast<void>(!::read(m_wake, &ignored, sizeof ignored));
        for (nfds_t i = 1; i < count; ++i) {
            const pollfd& item = polled[i];
            const bool failed = (item.revents & (POLLERR | POLLHUP)) != 0;
            ::ares_process_fd(m_channel, failed || (item.revents & POLLIN) != 0 ? item.fd : ARES_SOCKET_BAD,
                              (item.revents & POLLOUT) != 0 ? item.fd : ARES_SOCKET_BAD);
        }
        ::ares_process_fd(m_channel, ARES_SOCKET_BAD, ARES_SOCKET_BAD); // time-outs
    }

    static void onAnswer(void* context, int status, int /*timeouts*/, ares_addrinfo* result) {
        const std::unique_ptr<Question> question(static_cast<Question*>(context));
        Answer answer = std::unexpected(dnsError(status));
        if (status == ARES_SUCCESS) {
            Addresses addresses;
            for (const int family : {AF_INET, AF_INET6}) {
                for (const ares_addrinfo_node* node = result->nodes; node != nullptr; node = node->ai_next) {
                    if (node->ai_family == family) {
                        addresses.push_back(Address::of(node->ai_addr, 0));
                    }
                }
            }
            if (!addresses.empty()) {
                answer = std::move(addresses);
            }
        }
        if (result != nullptr) {
            ::ares_freeaddrinfo(result);
        }
        if (status != ARES_ECANCELLED && status != ARES_EDESTRUCTION) {
            deliver(question->asker, std::move(answer));
        }
    }

    ares_channel m_channel;
    int m_wake;
    std::atomic<bool> m_stop{false};
    std::mutex m_mutex;
    std::vector<Question> m_questions; // guarded by m_mutex
    std::thread m_thread;
};

} // namespace

Result<std::unique_ptr<Resolver>, NetError> Resolver::create() {
    return AresResolver::make();
}

std::optional<Addresses> Resolver::resolveLocally(std::string_view host) {
    if (host == "localhost" || host.ends_with(".localhost")) { // RFC 6761 §6.3
        return Addresses{Address::loopback(0), *Address::parse("::1", 0)};
    }
    if (const auto address = Address::parse(host, 0)) {
        return Addresses{*address};
    }
    return std::nullopt;
}

struct Resolver::Asker {
    Callback callback;
    std::mutex mutex;
    Reactor* reactor; // guarded by mutex; null once nobody wants the answer
};

Resolver::Query& Resolver::Query::operator=(Query&& other) noexcept {
    if (this != &other) {
        abandon();
        m_asker = std::move(other.m_asker);
    }
    return *this;
}

void Resolver::Query::abandon() {
    if (const auto asker = std::exchange(m_asker, nullptr)) {
        const std::lock_guard lock(asker->mutex);
        asker->reactor = nullptr;
    }
}

Resolver::Query Resolver::resolve(const std::string& host, Reactor& reactor, Callback callback) {
    Query query;
    query.m_asker = std::make_shared<Asker>(std::move(callback));
    query.m_asker->reactor = &reactor;
    ask({host, query.m_asker});
    return query;
}

void Resolver::deliver(const std::shared_ptr<Asker>& asker, Answer answer) {
    // Under the lock, since the reactor may be gone as soon as the query is.
    const std::lock_guard lock(asker->mutex);
    if (asker->reactor != nullptr) {
        asker->reactor->post([asker, answer = std::move(answer)] {
            const auto isWanted = [&asker] {
                const std::lock_guard inner(asker->mutex);
                return asker->reactor != nullptr;
            };
            if (isWanted()) {
                asker->callback(answer);
            }
        });
    }
}

} // namespace bw::net
