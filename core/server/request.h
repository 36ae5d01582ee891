#pragma once

#include "core/codec/http1_types.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace bw::server {

enum class Method : std::uint8_t { Get, Head, Post, Put, Patch, Delete, Options, Other };

// One request, whole. Views are valid until the exchange ends. Its strings keep their room from one request
// to the next.
class Request {
public:
    static constexpr std::size_t maxPathParameters = 4;

    [[nodiscard]] Method method() const { return m_method; }
    [[nodiscard]] codec::HttpVersion version() const { return m_version; }
    [[nodiscard]] std::string_view target() const { return view(m_target); }
    [[nodiscard]] std::string_view path() const;
    [[nodiscard]] std::string_view query() const;
    [[nodiscard]] std::string_view body() const { return m_body; }

    // The first field of that name (case ignored).
    [[nodiscard]] std::optional<std::string_view> header(std::string_view name) const;

    // Decodes the first query parameter of that name into `out`; false when it is missing or badly escaped.
    [[nodiscard]] bool queryValue(std::string_view name, std::string& out) const;

    // What stands where the route's pattern has its n-th "{}"; empty when there is none.
    [[nodiscard]] std::string_view pathParameter(std::size_t n) const { return m_parameters.at(n); }

    // For the connection and the router.
    void clear();
    void setLine(std::string_view method, std::string_view target, codec::HttpVersion version);
    void addHeader(std::string_view name, std::string_view value);
    void addBody(std::span<const std::byte> bytes);
    void setPathParameter(std::size_t n, std::string_view value) { m_parameters.at(n) = value; }

private:
    struct Piece {
        std::uint32_t begin = 0;
        std::uint32_t size = 0;
    };
    struct Field {
        Piece name;
        Piece value;
    };

    [[nodiscard]] std::string_view view(Piece piece) const {
        return std::string_view(m_head).substr(piece.begin, piece.size);
    }
    [[nodiscard]] Piece keep(std::string_view text);

    Method m_method = Method::Other;
    codec::HttpVersion m_version = codec::HttpVersion::Http11;
    Piece m_target;
    std::string m_head; // target, names and values behind each other
    std::vector<Field> m_fields;
    std::string m_body;
    std::array<std::string_view, maxPathParameters> m_parameters;
};

} // namespace bw::server
