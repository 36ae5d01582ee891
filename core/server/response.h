#pragma once

#include "core/codec/http1_writer.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace bw::server {

// Whether the bytes of the body go on the wire (not for HEAD), and whether the connection ends behind them.
enum class BodyOnWire : std::uint8_t { Yes, No };
enum class AfterAnswer : std::uint8_t { KeepAlive, KeepAliveHttp10, Close };

// The answer under construction. Content-Length, Connection and Date are the server's. Its strings keep their
// room from one answer to the next.
class Response {
public:
    void setStatus(int status) { m_status = status; }
    [[nodiscard]] int status() const { return m_status; }

    // Adds a field. One that HTTP does not allow is not written and tells so.
    Result<void, codec::HeadError> addHeader(std::string_view name, std::string_view value) {
        return codec::appendField(m_fields, name, value);
    }

    // A constant: the view must outlive the answer. Empty writes no field.
    void setContentType(std::string_view type) { m_contentType = type; }

    // Append here.
    [[nodiscard]] std::string& body() { return m_body; }
    [[nodiscard]] const std::string& body() const { return m_body; }

    // The fields added so far, and what else stands in the head beside date and connection, for a protocol
    // that writes its own.
    [[nodiscard]] std::string_view contentType() const { return m_contentType; }
    template <class Visitor>
    void forEachField(Visitor visit) const {
        for (std::string_view rest = m_fields; !rest.empty();) {
            const auto end = rest.find("\r\n");
            const std::string_view line = rest.substr(0, end);
            const auto colon = line.find(": ");
            visit(line.substr(0, colon), line.substr(colon + 2));
            rest.remove_prefix(end + 2);
        }
    }

    void clear();

    // `date` is a whole Date field's value.
    void appendTo(std::string& out, BodyOnWire body, AfterAnswer after, std::string_view date) const;

private:
    int m_status = 200;
    std::string_view m_contentType;
    std::string m_fields;
    std::string m_body;
};

} // namespace bw::server
