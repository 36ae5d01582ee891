// bench_peers: Bellwether beside the load generators that are on this machine, on the same server, in one
// run.
#include "tests/bench/peers/tables.h"

#include <CLI/CLI.hpp>
#include <array>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>

namespace {

struct Table {
    const char* name;
    std::string (*measure)(const bw::bench::Setting&);
};
constexpr std::array kTables{Table{"throughput", bw::bench::throughputTable},
                             Table{"latency", bw::bench::latencyTable}, Table{"scale", bw::bench::scaleTable},
                             Table{"feeds", bw::bench::feedsTable}};

// The file with what was measured in place of what was measured before; words around it stay.
std::string renewed(const std::string& file, const std::string& measured) {
    const std::string begin = "<!-- measured -->\n";
    const std::string end = "<!-- to here -->\n";
    std::ifstream old(file);
    std::string text(std::istreambuf_iterator<char>(old), {});
    const auto from = text.find(begin);
    const auto to = text.find(end);
    if (from == std::string::npos || to == std::string::npos || to < from) {
        return begin + measured + end;
    }
    return text.replace(from, to - from, begin + measured);
}

std::string today() {
    std::array<char, 16> text{};
    const std::time_t now = std::time(nullptr);
    std::strftime(text.data(), text.size(), "%Y-%m-%d", std::localtime(&now));
    return text.data();
}

} // namespace

int main(int argc, char** argv) {
    CLI::App app("Bellwether beside its peers, on the same server, in one run; server and client have a "
                 "processor each");
    bw::bench::Load load;
    bw::bench::Rules rules;
    std::vector<std::string> only;
    std::string file;
    app.add_option("--rounds", rules.rounds, "Rounds of the contest")->capture_default_str();
    app.add_option("--seconds", load.seconds, "Seconds of each run")->capture_default_str();
    app.add_option("--connections", load.connections, "Connections")->capture_default_str();
    app.add_option("--only", only, "throughput, latency, scale or feeds; may be repeated")
        ->check(CLI::IsMember({"throughput", "latency", "scale", "feeds"}));
    std::vector<std::string> clients;
    app.add_option("--client", clients,
                   "How a client's name begins; the first one always takes part; may be repeated");
    std::optional<bw::bench::Wire> wire;
    const std::map<std::string, bw::bench::Wire> wires = {
        {"http1", bw::bench::Wire::Plain}, {"tls", bw::bench::Wire::Tls}, {"http2", bw::bench::Wire::Http2}};
    app.add_option("--wire", wire, "Of the throughput: http1, tls or http2 alone")
        ->transform(CLI::CheckedTransformer(wires));
    app.add_option("--write", file, "Write the tables to this Markdown file, too, in place of the old ones");
    CLI11_PARSE(app, argc, argv);

    const std::string folder = std::filesystem::canonical("/proc/self/exe").parent_path();
    const bw::bench::Workplace place;
    bw::bench::makeCertificate(place);
    bw::bench::Own own(folder + "/bellwether", place);
    own.trust("own.pem");
    const bw::bench::Setting setting{.place = place,
                                     .own = own,
                                     .jtsSim = folder + "/jts-sim",
                                     .load = load,
                                     .rules = rules,
                                     .clients = clients,
                                     .wire = wire};
    std::string text = bw::bench::machine() + "; " + today() + "; `bench_peers --rounds " +
                       std::to_string(rules.rounds) + " --seconds " + std::to_string(load.seconds) + "`\n";
    for (const Table& table : kTables) {
        if (only.empty() || std::ranges::find(only, table.name) != only.end()) {
            text += '\n' + table.measure(setting);
        }
    }
    std::fputs(text.c_str(), stdout);
    const std::string whole =
        file.empty() ? std::string() : renewed(file, text); // before it is opened for writing
    if (!file.empty() && !(std::ofstream(file) << whole)) {
        std::fprintf(stderr, "%s cannot be written\n", file.c_str());
        return 3;
    }
    return 0;
}
