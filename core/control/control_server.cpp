#include "core/control/control_server.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <poll.h>
#include <string_view>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace bw::control {
namespace {

constexpr std::size_t kMostClients = 16;
constexpr timeval kSendPatience{1, 0};

SocketError failed(const std::string& path) {
    return {SocketError::Kind::Failed, path, errno};
}

// A run that died left its socket behind; one that lives, or a file of another kind, is not ours to remove.
Result<void, SocketError> makeRoom(const std::string& path) {
    struct stat status{};
    if (::lstat(path.c_str(), &status) != 0) {
        return {};
    }
    if (!S_ISSOCK(status.st_mode)) {
        return std::unexpected(SocketError{SocketError::Kind::NoSocket, path, 0});
    }
    const auto other = connectSocket(path);
    if (other || other.error().kind != SocketError::Kind::NobodyThere) {
        return std::unexpected(SocketError{SocketError::Kind::InUse, path, 0});
    }
    ::unlink(path.c_str());
    return {};
}

Result<SocketHandle, SocketError> listenAt(const std::string& path) {
    const auto address = socketAddress(path);
    if (!address) {
        return std::unexpected(address.error());
    }
    if (auto room = makeRoom(path); !room) {
        return std::unexpected(std::move(room.error()));
    }
    SocketHandle handle(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    if (!handle.isOpen() ||
        ::bind(handle.get(), reinterpret_cast<const sockaddr*>(&*address), sizeof *address) != 0) {
        return std::unexpected(failed(path));
    }
    ::chmod(path.c_str(), S_IRUSR | S_IWUSR);
    if (::listen(handle.get(), static_cast<int>(kMostClients)) != 0) {
        return std::unexpected(failed(path));
    }
    return handle;
}

// The file's mode keeps others out, too, but not in the moment before it is set.
bool isTrusted(int client) {
    ucred peer{};
    socklen_t size = sizeof peer;
    return ::getsockopt(client, SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 &&
           (peer.uid == ::geteuid() || peer.uid == 0);
}

bool sendAll(int client, std::string_view text) {
    while (!text.empty()) {
        const ssize_t sent = ::send(client, text.data(), text.size(), MSG_NOSIGNAL);
        if (sent <= 0) {
            return false;
        }
        text.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

} // namespace

class ControlServer::Loop {
public:
    Loop(SocketHandle listener, int wakeUp, Handler handler)
        : m_listener(std::move(listener))
        , m_wakeUp(wakeUp)
        , m_handler(std::move(handler)) {}

    void operator()(const std::stop_token& stop) {
        while (!stop.stop_requested()) {
            std::vector<pollfd> watched{{m_wakeUp, POLLIN, 0}, {m_listener.get(), POLLIN, 0}};
            for (const Client& client : m_clients) {
                watched.push_back({client.socket.get(), POLLIN, 0});
            }
            if (::poll(watched.data(), watched.size(), -1) < 0 && errno != EINTR) {
                return;
            }
            for (std::size_t i = 0; i < m_clients.size(); ++i) {
                m_clients[i].isGone = watched[i + 2].revents != 0 && !serve(m_clients[i]);
            }
            std::erase_if(m_clients, [](const Client& client) { return client.isGone; });
            if (watched[1].revents != 0) {
                accept();
            }
        }
    }

private:
    struct Client {
        SocketHandle socket;
        std::string received;
        bool isSkipping = false; // the rest of a line that is too long
        bool isGone = false;
    };

    void accept() {
        SocketHandle socket(::accept4(m_listener.get(), nullptr, nullptr, SOCK_CLOEXEC));
        if (!socket.isOpen() || m_clients.size() >= kMostClients || !isTrusted(socket.get())) {
            return;
        }
        ::setsockopt(socket.get(), SOL_SOCKET, SO_SNDTIMEO, &kSendPatience, sizeof kSendPatience);
        m_clients.push_back({.socket = std::move(socket), .received = {}});
    }

    // False: it is to be let go.
    bool serve(Client& client) {
        std::array<char, 4096> bytes{};
        const ssize_t count = ::recv(client.socket.get(), bytes.data(), bytes.size(), MSG_DONTWAIT);
        if (count <= 0) {
            return count < 0 && (errno == EAGAIN || errno == EINTR);
        }
        client.received.append(bytes.data(), static_cast<std::size_t>(count));
        for (auto end = client.received.find('\n'); end != std::string::npos;
             end = client.received.find('\n')) {
            const std::string line = client.received.substr(0, end);
            client.received.erase(0, end + 1);
            if (!std::exchange(client.isSkipping, false) &&
                !sendAll(client.socket.get(), answer(line) + '\n')) {
                return false;
            }
        }
        return client.received.size() <= kMostRequestBytes || skip(client);
    }

    static bool skip(Client& client) {
        client.received.clear();
        return std::exchange(client.isSkipping, true) ||
               sendAll(client.socket.get(), controlErrorText("too_long") + '\n');
    }

    [[nodiscard]] std::string answer(const std::string& line) const {
        const auto request = parseControlRequest(line);
        return request ? m_handler(*request) : controlErrorText(request.error());
    }

    SocketHandle m_listener;
    int m_wakeUp;
    Handler m_handler;
    std::vector<Client> m_clients;
};

Result<std::unique_ptr<ControlServer>, SocketError> ControlServer::open(const std::string& path,
                                                                        Handler handler) {
    auto listener = listenAt(path);
    if (!listener) {
        return std::unexpected(std::move(listener.error()));
    }
    SocketHandle wakeUp(::eventfd(0, EFD_CLOEXEC));
    if (!wakeUp.isOpen()) {
        return std::unexpected(failed(path));
    }
    return std::unique_ptr<ControlServer>(
        new ControlServer(path, std::move(*listener), std::move(wakeUp), std::move(handler)));
}

ControlServer::ControlServer(std::string path, SocketHandle listener, SocketHandle wakeUp, Handler handler)
    : m_path(std::move(path))
    , m_wakeUp(std::move(wakeUp))
    , m_thread([loop = std::make_shared<Loop>(std::move(listener), m_wakeUp.get(), std::move(handler))](
                   const std::stop_token& stop) { (*loop)(stop); }) {}

ControlServer::~ControlServer() {
    m_thread.request_stop();
    const std::uint64_t one = 1;
    (void)!::write(m_wakeUp.get(), &one, sizeof one);
    m_thread.join();
    ::unlink(m_path.c_str());
}

} // namespace bw::control
