#include "tests/bench/peers/figures.h"
#include "tests/bench/peers/tables.h"

#include <algorithm>

namespace bw::bench {
namespace {

// The first stays, as the measure of all others; of these only who was asked for.
void keepWanted(std::vector<Contender>& all, const std::vector<std::string>& wanted) {
    if (wanted.empty() || all.empty()) {
        return;
    }
    all.erase(std::remove_if(all.begin() + 1, all.end(),
                             [&](const Contender& one) {
                                 return std::ranges::none_of(wanted, [&](const std::string& name) {
                                     return one.name.starts_with(name);
                                 });
                             }),
              all.end());
}

std::vector<Contender> contenders(const Setting& setting, Wire wire) {
    std::vector<Contender> all = peersHere(wire, setting.place);
    for (const char* reactor : {"io_uring", "epoll"}) {
        if (setting.own.runs(reactor)) {
            all.push_back(setting.own.plainGet(reactor));
            if (wire == Wire::Plain) {
                all.push_back(setting.own.orderFlow(reactor));
            }
        } else {
            std::fprintf(stderr, "%s cannot be had on this machine\n", reactor);
        }
    }
    keepWanted(all, setting.clients);
    return all;
}

} // namespace

std::string throughputTable(const Setting& setting) {
    const Server nginx = startNginx(setting.place, setting.serverProcessor);
    if (nginx.url.empty()) {
        std::fputs("nginx is not here (Debian package nginx-light)\n", stderr);
        return {};
    }
    struct Match {
        Wire wire;
        const char* title;
    };
    std::string table;
    for (const Match& match : {Match{Wire::Plain, "HTTP/1.1"}, Match{Wire::Tls, "HTTP/1.1 over TLS 1.3"},
                               Match{Wire::Http2, "HTTP/2 over TLS 1.3, 10 streams each"}}) {
        if (setting.wire && *setting.wire != match.wire) {
            continue;
        }
        Load load = setting.load;
        load.wire = match.wire;
        load.url = (match.wire == Wire::Plain ? nginx.url : nginx.secureUrl) + "/small";
        table +=
            row("%s, %d connections kept alive, nginx answering 78 bytes of JSON, %d rounds of %d s:\n\n",
                match.title, load.connections, setting.rules.rounds, load.seconds);
        table += "| client | requests per CPU second | of the first | requests/s | peak MB |\n| --- | ---: | "
                 "---: | ---: | ---: |\n";
        for (const Standing& one : hold(contenders(setting, match.wire), load, setting.rules)) {
            table += row("| %s | %.0f | %.2f | %.0f | %.1f |\n", one.name.c_str(), one.perCpuSecond,
                         one.ratio, one.perSecond, one.peakMegabytes);
        }
        table += '\n';
    }
    return table;
}

} // namespace bw::bench
