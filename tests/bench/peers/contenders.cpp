#include "tests/bench/peers/contenders.h"

#include <cstdio>
#include <regex>

namespace bw::bench {
namespace {

using std::to_string;

struct Peer {
    const char* program;
    const char* package; // Debian's; empty: none has it
    Contender contender;
    bool speaksHttp2 = false;
};

std::vector<Peer> knownPeers(const Workplace& place) {
    using Command = std::vector<std::string>;
    return {
        {"wrk",
         "wrk",
         {"wrk",
          [](const Load& load) {
              return Command{"wrk", "-t1", "-c" + to_string(load.connections),
                             "-d" + to_string(load.seconds) + "s", load.url};
          },
          R"((\d+) requests in)"}},
        {"h2load",
         "nghttp2-client",
         {"h2load",
          [](const Load& load) {
              Command command{"h2load", "-t1", "-c" + to_string(load.connections),
                              "-D" + to_string(load.seconds)};
              if (load.wire == Wire::Http2) {
                  command.push_back("-m" + to_string(load.streams));
              } else {
                  command.push_back("--h1");
              }
              command.push_back(load.url);
              return command;
          },
          R"((\d+) succeeded)"},
         true},
        {"ab",
         "apache2-utils",
         {"ab",
          [](const Load& load) {
              return Command{
                  "ab", "-q",       "-k",    "-c", to_string(load.connections), "-t", to_string(load.seconds),
                  "-n", "40000000", load.url};
          },
          R"(Complete requests:\s+(\d+))"}},
        {"hey",
         "hey",
         {"hey",
          [](const Load& load) {
              return Command{"hey",
                             "-cpus",
                             "1",
                             "-c",
                             to_string(load.connections),
                             "-z",
                             to_string(load.seconds) + "s",
                             load.url};
          },
          R"(\[200\]\s+(\d+) responses)"}},
        {"oha",
         "",
         {"oha",
          [](const Load& load) {
              return Command{
                  "oha",   "--no-tui", "-c", to_string(load.connections), "-z", to_string(load.seconds) + "s",
                  load.url};
          },
          R"(\[200\]\s+(\d+) responses)"}},
        {"wrk2",
         "",
         {"wrk2",
          [](const Load& load) {
              // More than anybody answers.
              return Command{"wrk2",
                             "-t1",
                             "-R10000000",
                             "-c" + to_string(load.connections),
                             "-d" + to_string(load.seconds) + "s",
                             load.url};
          },
          R"((\d+) requests in)"}},
        {"k6",
         "",
         {"k6",
          [&place](const Load& load) {
              const std::string script =
                  place.write("k6.js", "import http from 'k6/http';\nimport { check } from 'k6';\n"
                                       "export const options = { insecureSkipTLSVerify: true };\n"
                                       "export default () => check(http.get('" +
                                           load.url + "'), { answered: (r) => r.status === 200 });\n");
              const int users = load.connections * (load.wire == Wire::Http2 ? load.streams : 1);
              return Command{"k6",
                             "run",
                             "--no-usage-report",
                             "--quiet",
                             "--vus",
                             to_string(users),
                             "--duration",
                             to_string(load.seconds) + "s",
                             script};
          },
          R"(http_reqs\.*: (\d+))"},
         true},
    };
}

} // namespace

std::vector<Contender> peersHere(Wire wire, const Workplace& place) {
    std::vector<Contender> here;
    for (Peer& peer : knownPeers(place)) {
        if (wire == Wire::Http2 && !peer.speaksHttp2) {
            continue;
        }
        if (!findProgram(peer.program).empty()) {
            here.push_back(std::move(peer.contender));
        } else if (*peer.package != '\0') {
            std::fprintf(stderr, "%s is not here (Debian package %s)\n", peer.program, peer.package);
        }
    }
    return here;
}

double answered(const Contender& contender, const Outcome& outcome) {
    std::smatch match;
    return std::regex_search(outcome.output, match, std::regex(contender.count)) ? std::stod(match[1]) : 0;
}

} // namespace bw::bench
