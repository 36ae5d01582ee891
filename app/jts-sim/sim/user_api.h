#pragma once

#include "app/jts-sim/sim/api_context.h"

namespace bw::jts {

// Login, session, profile and settings.
class UserApi {
public:
    explicit UserApi(ApiContext& context)
        : m_context(context) {}

    void login(server::Exchange& exchange);
    void session(server::Exchange& exchange);
    void logout(server::Exchange& exchange);
    void showDocument(server::Exchange& exchange, DocumentKind kind);
    void changeDocument(server::Exchange& exchange, DocumentKind kind);

private:
    ApiContext& m_context;
};

// The token of an Authorization field: empty without the field, none when it is no Bearer.
[[nodiscard]] std::optional<std::string_view> bearerToken(const server::Request& request);

} // namespace bw::jts
