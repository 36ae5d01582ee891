#pragma once

#include "core/codec/http1_response_parser.h"
#include "core/codec/http1_writer.h"

#include <arpa/inet.h>
#include <array>
#include <cerrno>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <string>
#include <string_view>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace bw::server {

// A blocking client that sends exactly what it is told. Waits at most five seconds for anything.
class RawClient {
public:
    enum class Arrived { Bytes, End, Reset, Nothing };

    struct Answer {
        int status = 0; // 0: no whole answer came
        std::vector<std::pair<std::string, std::string>> fields;
        std::string body;
        bool keepAlive = false;

        [[nodiscard]] std::string field(std::string_view name) const {
            for (const auto& [key, value] : fields) {
                if (codec::equalsIgnoringCase(key, name)) {
                    return value;
                }
            }
            return "(none)";
        }
    };

    explicit RawClient(std::uint16_t port) {
        m_socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        timeval limit{.tv_sec = 5, .tv_usec = 0};
        ::setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
        ::setsockopt(m_socket, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
        const int on = 1;
        ::setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        sockaddr_in to{};
        to.sin_family = AF_INET;
        to.sin_port = htons(port);
        to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        m_isConnected = ::connect(m_socket, reinterpret_cast<sockaddr*>(&to), sizeof to) == 0;
    }
    ~RawClient() { ::close(m_socket); }
    RawClient(const RawClient&) = delete;
    RawClient& operator=(const RawClient&) = delete;

    [[nodiscard]] bool isConnected() const { return m_isConnected; }

    bool send(std::string_view text) {
        while (!text.empty()) {
            const ssize_t sent = ::send(m_socket, text.data(), text.size(), MSG_NOSIGNAL);
            if (sent <= 0) {
                return false;
            }
            text.remove_prefix(static_cast<std::size_t>(sent));
        }
        return true;
    }

    void endSending() { ::shutdown(m_socket, SHUT_WR); }

    // Adds what arrives to rest().
    Arrived receive() {
        std::array<char, 65536> bytes;
        const ssize_t size = ::recv(m_socket, bytes.data(), bytes.size(), 0);
        if (size > 0) {
            m_rest.append(bytes.data(), static_cast<std::size_t>(size));
            return Arrived::Bytes;
        }
        if (size == 0) {
            return Arrived::End;
        }
        return errno == ECONNRESET ? Arrived::Reset : Arrived::Nothing;
    }

    // How the connection ends after everything that still comes.
    Arrived receiveAll() {
        Arrived last = Arrived::Bytes;
        while (last == Arrived::Bytes) {
            last = receive();
        }
        return last;
    }

    [[nodiscard]] const std::string& rest() const { return m_rest; }

    Answer readAnswer(codec::ResponseTo to = codec::ResponseTo::Other) {
        Reader reader;
        codec::PartialPool pool;
        codec::Http1ResponseParser parser(pool);
        parser.reset(reader, to);
        for (;;) {
            const codec::Fed fed = parser.feed(std::as_bytes(std::span(m_rest)));
            m_rest.erase(0, fed.consumed);
            if (fed.state == codec::ParseState::Complete ||
                (fed.state == codec::ParseState::NeedMore && receive() != Arrived::Bytes &&
                 parser.finish() == codec::ParseState::Complete)) {
                reader.answer.keepAlive = parser.keepAlive();
                return reader.answer;
            }
            if (fed.state == codec::ParseState::Error || parser.error() != codec::Http1Error::None) {
                return {};
            }
        }
    }

    Answer ask(std::string_view method, std::string_view target, std::string_view body = {},
               std::string_view fields = {}) {
        std::string text;
        text.append(method).append(" ").append(target).append(" HTTP/1.1\r\nHost: test\r\n").append(fields);
        text.append("Content-Length: ").append(std::to_string(body.size())).append("\r\n\r\n").append(body);
        if (!send(text)) {
            return {};
        }
        return readAnswer(method == "HEAD" ? codec::ResponseTo::Head : codec::ResponseTo::Other);
    }

private:
    struct Reader final : codec::Http1ResponseSink {
        Answer answer;
        void onStatus(codec::HttpVersion, int status) override { answer.status = status; }
        void onHeader(std::string_view name, std::string_view value) override {
            answer.fields.emplace_back(name, value);
        }
        void onHeadersComplete() override {}
        void onBody(std::span<const std::byte> bytes) override {
            answer.body.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
        }
        void onComplete() override {}
    };

    int m_socket = -1;
    bool m_isConnected = false;
    std::string m_rest;
};

} // namespace bw::server
