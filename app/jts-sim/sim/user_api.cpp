#include "app/jts-sim/sim/user_api.h"

#include "core/codec/http1_writer.h"

namespace bw::jts {

namespace {

constexpr std::size_t maxText = 500;

// A member's value as JSON text again; none when it is no plain value or too long.
std::optional<std::string> plainValue(const simdjson::dom::element& element) {
    std::string out;
    JsonWriter json(out);
    std::string_view text;
    bool isTrue = false;
    double number = 0;
    if (element.get(text) == simdjson::SUCCESS) {
        if (text.size() > maxText) {
            return std::nullopt;
        }
        json.text(text);
    } else if (element.get(isTrue) == simdjson::SUCCESS) {
        json.raw(isTrue ? "true" : "false");
    } else if (element.get(number) == simdjson::SUCCESS) {
        json.number(number);
    } else {
        return std::nullopt;
    }
    return out;
}

} // namespace

std::optional<std::string_view> bearerToken(const server::Request& request) {
    constexpr std::string_view scheme = "Bearer ";
    const auto field = request.header("Authorization");
    if (!field) {
        return std::string_view();
    }
    if (field->size() <= scheme.size() ||
        !codec::equalsIgnoringCase(field->substr(0, scheme.size()), scheme)) {
        return std::nullopt;
    }
    return field->substr(scheme.size());
}

void UserApi::login(server::Exchange& exchange) {
    simdjson::dom::object body;
    if (m_context.readObject(exchange, body) != simdjson::SUCCESS) {
        return;
    }
    const auto user = textMember(body, "user");
    const auto password = textMember(body, "password");
    if (!user || !isUserId(*user)) {
        refuse(exchange, 400, "user must be text of 1 to 64 characters", "user");
        return;
    }
    if (!password) {
        refuse(exchange, 400, "password must be text", "password");
        return;
    }
    if (!Sessions::isAllowed(*user, *password)) {
        refuse(exchange, 401, "wrong user or password");
        return;
    }
    const Sessions::Opened opened = m_context.state.sessions.open(*user, m_context.now);
    JsonWriter json = answer(exchange, 200);
    json.beginObject().text("token", opened.token).integer("expiresAt", milliseconds(opened.expiresAt));
    json.text("userId", *user).endObject();
}

void UserApi::session(server::Exchange& exchange) {
    JsonWriter json = answer(exchange, 200);
    json.beginObject().text("user", m_context.sessionUser).text("userId", m_context.sessionUser);
    json.integer("timestamp", milliseconds(m_context.now)).endObject();
}

void UserApi::logout(server::Exchange& exchange) {
    const auto token = bearerToken(exchange.request());
    if (!token || !m_context.state.sessions.close(*token)) {
        refuse(exchange, 401, "no such session");
        return;
    }
    answer(exchange, 200).beginObject().text("status", "logged out").endObject();
}

void UserApi::showDocument(server::Exchange& exchange, DocumentKind kind) {
    (void)answer(exchange, 200);
    m_context.state.documents.appendJson(exchange.response().body(), kind, m_context.sessionUser);
}

void UserApi::changeDocument(server::Exchange& exchange, DocumentKind kind) {
    simdjson::dom::object body;
    if (m_context.readObject(exchange, body) != simdjson::SUCCESS) {
        return;
    }
    Document changes;
    for (const simdjson::dom::key_value_pair member : body) {
        auto value = plainValue(member.value);
        if (!value || member.key.empty() || member.key.size() > 64 ||
            changes.size() >= UserDocuments::maxKeys) {
            refuse(exchange, 400, "at most 32 plain values of 500 characters each", member.key);
            return;
        }
        if (member.key != "userId") {
            changes.emplace_back(member.key, std::move(*value));
        }
    }
    if (m_context.state.documents.merge(kind, m_context.sessionUser, changes) == Merged::TooManyKeys) {
        refuse(exchange, 400, "at most 32 values");
        return;
    }
    showDocument(exchange, kind);
}

} // namespace bw::jts
