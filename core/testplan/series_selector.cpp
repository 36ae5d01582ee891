#include "core/testplan/text_scan.h"
#include "core/testplan/threshold_spec.h"

namespace bw::testplan {
namespace {

std::unexpected<SelectorError> wrong(SelectorErrorKind kind, std::string_view subject) {
    return std::unexpected(SelectorError{kind, std::string(subject)});
}

std::string_view unquoted(std::string_view text) {
    text = trimmed(text);
    const bool quoted =
        text.size() >= 2 && (text.front() == '"' || text.front() == '\'') && text.back() == text.front();
    return quoted ? text.substr(1, text.size() - 2) : text;
}

} // namespace

Result<std::vector<std::pair<std::string, std::string>>, SelectorError>
parseTagFilter(std::string_view source) {
    std::vector<std::pair<std::string, std::string>> tags;
    for (;;) {
        const std::size_t comma = source.find(',');
        const std::string_view pair = source.substr(0, comma);
        const std::size_t colon = pair.find(':');
        const std::string_view key = unquoted(pair.substr(0, colon));
        const std::string_view value =
            colon == std::string_view::npos ? "" : unquoted(pair.substr(colon + 1));
        if (key.empty() || value.empty()) {
            return wrong(SelectorErrorKind::TagWithoutValue, trimmed(pair));
        }
        tags.emplace_back(key, value);
        if (comma == std::string_view::npos) {
            return tags;
        }
        source.remove_prefix(comma + 1);
    }
}

Result<SeriesSelector, SelectorError> parseSelector(std::string_view source) {
    const std::size_t open = source.find('{');
    SeriesSelector selector;
    selector.metric = trimmed(source.substr(0, open));
    if (selector.metric.empty()) {
        return wrong(SelectorErrorKind::NoMetric, source);
    }
    if (open == std::string_view::npos) {
        return selector;
    }
    const std::size_t close = source.rfind('}');
    if (close == std::string_view::npos || close < open) {
        return wrong(SelectorErrorKind::NotClosed, source);
    }
    if (const std::string_view rest = trimmed(source.substr(close + 1)); !rest.empty()) {
        return wrong(SelectorErrorKind::TextAfterClose, rest);
    }
    auto tags = parseTagFilter(source.substr(open + 1, close - open - 1));
    if (!tags) {
        return std::unexpected(tags.error());
    }
    selector.tags = std::move(*tags);
    return selector;
}

} // namespace bw::testplan
