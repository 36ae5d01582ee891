#include "tests/bench/peers/servers.h"

#include "core/net/address.h"
#include "core/net/certificate.h"

#include <array>
#include <chrono>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <thread>
#include <unistd.h>

namespace bw::bench {
namespace {

constexpr const char* kSmall =
    R"({"symbol":"KRW-BTC","price":95640112.54,"change24h":4.50,"time":1795471539614})";
static_assert(std::string_view(kSmall).size() == 78);
constexpr const char* kOrder = R"({"orderId":"o-4711","status":"accepted","quantity":1})";

std::uint16_t freePort() {
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const net::Address any = net::Address::loopback(0);
    sockaddr_in actual{};
    socklen_t size = sizeof actual;
    ::bind(socket, any.data(), any.size());
    ::getsockname(socket, reinterpret_cast<sockaddr*>(&actual), &size);
    ::close(socket);
    return ntohs(actual.sin_port);
}

std::string nginxConfiguration(const Workplace& place, std::uint16_t port, std::uint16_t securePort) {
    std::string temporary;
    for (const char* kind : {"client_body", "proxy", "fastcgi", "uwsgi", "scgi"}) {
        temporary += std::string(kind) + "_temp_path " + place.file(kind) + ";\n";
    }
    return "daemon off; master_process off; pid " + place.file("pid") + ";\nerror_log " + place.file("log") +
           ";\nevents { worker_connections 19000; }\nhttp {\naccess_log off; keepalive_requests 1000000000;\n"
           "keepalive_timeout 3600; default_type application/json;\n" +
           temporary + "ssl_protocols TLSv1.3; ssl_certificate " + place.file("own.pem") +
           "; ssl_certificate_key " + place.file("own.key") +
           ";\nserver { listen 127.0.0.1:" + std::to_string(port) +
           " backlog=4096; listen 127.0.0.1:" + std::to_string(securePort) +
           " ssl http2 backlog=4096;\nlocation /small { return 200 '" + kSmall +
           "'; }\nlocation /order { return 201 '" + kOrder + "'; }\n} }\n";
}

struct Target {
    net::Address address;
    std::string path;
};

Target targetOf(const std::string& url) {
    const std::string rest = url.substr(url.find("//") + 2);
    const auto colon = rest.find(':');
    const auto slash = rest.find('/', colon);
    const auto port = static_cast<std::uint16_t>(std::stoi(rest.substr(colon + 1)));
    return {net::Address::loopback(port), slash == std::string::npos ? "/" : rest.substr(slash)};
}

} // namespace

std::string fetch(const std::string& url, const std::string& method, const std::string& body) {
    const Target target = targetOf(url);
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    std::string answer;
    if (::connect(socket, target.address.data(), target.address.size()) == 0) {
        const std::string request = method + " " + target.path +
                                    " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: " +
                                    std::to_string(body.size()) + "\r\n\r\n" + body;
        static_cast<void>(!::write(socket, request.data(), request.size()));
        std::array<char, 65536> buffer{};
        for (ssize_t got = 0; (got = ::read(socket, buffer.data(), buffer.size())) > 0;) {
            answer.append(buffer.data(), static_cast<std::size_t>(got));
        }
    }
    ::close(socket);
    const auto end = answer.find("\r\n\r\n");
    return end == std::string::npos ? std::string() : answer.substr(end + 4);
}

Truth truthOf(const Server& jtsSim) {
    const auto truth = nlohmann::json::parse(fetch(jtsSim.url + "/admin/truth"), nullptr, false);
    if (truth.is_discarded() || !truth.contains("total")) {
        return {};
    }
    const auto& all = truth["total"];
    const auto at = [&](const char* figure) { return all[figure].get<double>() / 1e3; };
    return {at("p50_ns"), at("p99_ns"), at("p999_ns")};
}

void forgetTruth(const Server& jtsSim) {
    static_cast<void>(fetch(jtsSim.url + "/admin/truth", "DELETE"));
}

void makeCertificate(const Workplace& place) {
    const net::CertifiedKey own = net::makeCertificate({.names = {"localhost", "127.0.0.1"}});
    static_cast<void>(place.write("own.pem", own.certificate));
    static_cast<void>(place.write("own.key", own.key));
}

std::vector<std::string> secureOptions(const Workplace& place) {
    return {"--tls-cert", place.file("own.pem"), "--tls-key", place.file("own.key")};
}

Server startNginx(const Workplace& place, int processor) {
    std::string program = findProgram("nginx");
    if (program.empty() && ::access("/usr/sbin/nginx", X_OK) == 0) {
        program = "/usr/sbin/nginx";
    }
    if (program.empty()) {
        return {};
    }
    const std::uint16_t port = freePort();
    const std::uint16_t securePort = freePort();
    const std::string configuration = place.write("nginx.conf", nginxConfiguration(place, port, securePort));
    Server server{std::make_unique<Child>(std::vector<std::string>{program, "-c", configuration}, processor),
                  "http://127.0.0.1:" + std::to_string(port),
                  "https://127.0.0.1:" + std::to_string(securePort)};
    for (int tries = 0; tries < 100 && fetch(server.url + "/small").empty(); ++tries) {
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return server;
}

Server startJtsSim(const std::string& program, const std::vector<std::string>& options, int processor) {
    std::vector<std::string> command = {program, "--port", "0"};
    command.insert(command.end(), options.begin(), options.end());
    Server server{std::make_unique<Child>(command, processor), {}, {}};
    if (server.process->waitFor("\n")) {
        const std::string& said = server.process->output();
        if (const auto at = said.find("http"); at != std::string::npos) {
            server.url = said.substr(at, said.find_first_of(" \n", at) - at);
        }
    }
    return server;
}

} // namespace bw::bench
