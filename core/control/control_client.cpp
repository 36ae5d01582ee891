#include "core/control/control_client.h"

#include <array>
#include <cerrno>
#include <chrono>
#include <string_view>
#include <sys/socket.h>
#include <sys/time.h>

namespace bw::control {
namespace {

constexpr std::size_t kMostAnswerBytes = 16 * 1024 * 1024;

void limit(int socket, int option, Duration patience) {
    const auto micros = std::chrono::duration_cast<std::chrono::microseconds>(patience).count();
    const timeval time{micros / 1'000'000, micros % 1'000'000};
    ::setsockopt(socket, SOL_SOCKET, option, &time, sizeof time);
}

} // namespace

Result<std::string, SocketError> askOverSocket(const std::string& path, const ControlRequest& request,
                                               Duration patience) {
    auto socket = connectSocket(path);
    if (!socket) {
        return std::unexpected(std::move(socket.error()));
    }
    limit(socket->get(), SO_RCVTIMEO, patience);
    limit(socket->get(), SO_SNDTIMEO, patience);
    const SocketError noAnswer{SocketError::Kind::NoAnswer, path, 0};
    const std::string line = controlRequestText(request) + '\n';
    if (::send(socket->get(), line.data(), line.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(line.size())) {
        return std::unexpected(noAnswer);
    }
    std::string answer;
    std::array<char, 16384> bytes{};
    while (!answer.ends_with('\n')) {
        const ssize_t count = ::recv(socket->get(), bytes.data(), bytes.size(), 0);
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count <= 0 || answer.size() > kMostAnswerBytes) {
            return std::unexpected(noAnswer);
        }
        answer.append(bytes.data(), static_cast<std::size_t>(count));
    }
    answer.pop_back();
    return answer;
}

} // namespace bw::control
