#include "core/server/request.h"

#include "core/codec/http1_writer.h"
#include "core/codec/url.h"

namespace bw::server {

namespace {

constexpr std::size_t keptRoom = 64 * 1024;

Method methodOf(std::string_view text) {
    constexpr std::array<std::pair<std::string_view, Method>, 7> known{{
        {"GET", Method::Get},
        {"POST", Method::Post},
        {"DELETE", Method::Delete},
        {"PUT", Method::Put},
        {"HEAD", Method::Head},
        {"PATCH", Method::Patch},
        {"OPTIONS", Method::Options},
    }};
    for (const auto& [name, method] : known) {
        if (name == text) {
            return method;
        }
    }
    return Method::Other;
}

} // namespace

std::string_view Request::path() const {
    return codec::targetPath(target());
}

std::string_view Request::query() const {
    return codec::targetQuery(target());
}

std::optional<std::string_view> Request::header(std::string_view name) const {
    for (const Field& field : m_fields) {
        if (codec::equalsIgnoringCase(view(field.name), name)) {
            return view(field.value);
        }
    }
    return std::nullopt;
}

bool Request::queryValue(std::string_view name, std::string& out) const {
    std::string_view rest = query();
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('&'), rest.size());
        const std::string_view pair = rest.substr(0, end);
        const std::size_t equals = std::min(pair.find('='), pair.size());
        if (pair.substr(0, equals) == name) {
            out.clear();
            const std::string_view value = pair.substr(std::min(equals + 1, pair.size()));
            return codec::appendPercentDecoded(out, value, codec::PlusMeans::Space);
        }
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return false;
}

void Request::clear() {
    m_method = Method::Other;
    m_target = {};
    m_head.clear();
    m_fields.clear();
    m_parameters = {};
    if (m_body.capacity() > keptRoom) {
        m_body = std::string();
    }
    m_body.clear();
}

void Request::setLine(std::string_view method, std::string_view target, codec::HttpVersion version) {
    m_method = methodOf(method);
    m_version = version;
    m_target = keep(target);
}

void Request::addHeader(std::string_view name, std::string_view value) {
    const Piece namePiece = keep(name);
    m_fields.push_back({namePiece, keep(value)});
}

void Request::addBody(std::span<const std::byte> bytes) {
    m_body.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
}

Request::Piece Request::keep(std::string_view text) {
    const Piece piece{static_cast<std::uint32_t>(m_head.size()), static_cast<std::uint32_t>(text.size())};
    m_head.append(text);
    return piece;
}

} // namespace bw::server
