#include "core/observe/proc_text.h"

#include <algorithm>
#include <charconv>

namespace bw::observe {
namespace {

constexpr std::string_view kBlanks = " \t";

// Takes the next word away from the line's front; empty at its end.
std::string_view takeWord(std::string_view& line) {
    line.remove_prefix(std::min(line.find_first_not_of(kBlanks), line.size()));
    const std::string_view word = line.substr(0, line.find_first_of(kBlanks));
    line.remove_prefix(word.size());
    return word;
}

std::string_view takeLine(std::string_view& text) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    return line;
}

std::optional<std::uint64_t> number(std::string_view word, int base = 10) {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value, base);
    const bool isWhole = error == std::errc() && end == word.data() + word.size() && !word.empty();
    return isWhole ? std::optional(value) : std::nullopt;
}

// The n-th word from here, 1 is the next.
std::string_view takeNth(std::string_view& line, int n) {
    std::string_view word;
    for (int i = 0; i < n; ++i) {
        word = takeWord(line);
    }
    return word;
}

} // namespace

std::optional<ProcessStat> parseProcessStat(std::string_view text) {
    const std::size_t open = text.find('(');
    const std::size_t close = text.rfind(')'); // the name may hold brackets, nothing after it does
    if (open == std::string_view::npos || close == std::string_view::npos || close < open) {
        return std::nullopt;
    }
    ProcessStat stat;
    stat.name = text.substr(open + 1, close - open - 1);
    std::string_view rest = text.substr(close + 1);
    rest = takeLine(rest);
    const std::string_view state = takeWord(rest);  // field 3
    const auto user = number(takeNth(rest, 11));    // 14
    const auto system = number(takeNth(rest, 1));   // 15
    const auto threads = number(takeNth(rest, 5));  // 20
    const auto start = number(takeNth(rest, 2));    // 22
    const auto resident = number(takeNth(rest, 2)); // 24
    if (state.size() != 1 || !user || !system || !threads || !start || !resident) {
        return std::nullopt;
    }
    stat.state = state.front();
    stat.ticks = *user + *system;
    stat.threads = *threads;
    stat.startTicks = *start;
    stat.residentPages = *resident;
    return stat;
}

void listeningSockets(std::string_view table, std::uint16_t port, std::vector<std::uint64_t>& inodes) {
    constexpr std::uint64_t kListening = 0x0A;
    takeLine(table); // the header
    while (!table.empty()) {
        const bool isWhole = table.find('\n') != std::string_view::npos; // a cut line's inode is cut, too
        std::string_view line = takeLine(table);
        const std::string_view local = takeNth(line, 2);
        const std::string_view state = takeNth(line, 2);
        const auto inode = number(takeNth(line, 6));
        const auto localPort = number(local.substr(local.rfind(':') + 1), 16);
        if (isWhole && inode && *inode != 0 && localPort == port && number(state, 16) == kListening) {
            inodes.push_back(*inode);
        }
    }
}

std::optional<NetworkBytes> parseNetworkBytes(std::string_view text) {
    NetworkBytes sum;
    bool hasAny = false;
    while (!text.empty()) {
        std::string_view line = takeLine(text);
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos) {
            continue; // the headers
        }
        std::string_view name = line.substr(0, colon);
        line.remove_prefix(colon + 1);
        const auto received = number(takeNth(line, 1));
        const auto sent = number(takeNth(line, 8));
        if (!received || !sent) {
            return std::nullopt;
        }
        hasAny = true;
        if (takeWord(name) != "lo") {
            sum.received += *received;
            sum.sent += *sent;
        }
    }
    return hasAny ? std::optional(sum) : std::nullopt;
}

} // namespace bw::observe
