#include "core/observe/process_selection.h"

#include <algorithm>
#include <charconv>

namespace bw::observe {
namespace {

constexpr std::size_t kLongestName = 255; // of a file

template <class Number>
std::optional<Number> wholeNumber(std::string_view text) {
    Number number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool isWhole = error == std::errc() && end == text.data() + text.size();
    return isWhole && number > 0 ? std::optional(number) : std::nullopt;
}

bool isNumber(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

std::optional<ProcessSelection> parseSelection(std::string_view text) {
    if (text.empty() || text.size() > kLongestName || text.find('/') != std::string_view::npos ||
        text.find('\0') != std::string_view::npos) {
        return std::nullopt;
    }
    ProcessSelection selection{.text = std::string(text)};
    if (text.front() == ':') {
        const auto port = wholeNumber<std::uint16_t>(text.substr(1));
        selection.kind = ProcessSelection::Kind::Port;
        selection.port = port.value_or(0);
        return port ? std::optional(selection) : std::nullopt;
    }
    if (isNumber(text)) {
        const auto pid = wholeNumber<pid_t>(text);
        selection.kind = ProcessSelection::Kind::Pid;
        selection.pid = pid.value_or(0);
        return pid ? std::optional(selection) : std::nullopt;
    }
    return selection;
}

} // namespace bw::observe
