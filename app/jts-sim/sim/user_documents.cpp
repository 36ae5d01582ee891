#include "app/jts-sim/sim/user_documents.h"

#include "app/jts-sim/sim/json_writer.h"

namespace bw::jts {

namespace {

std::string quoted(std::string_view text) {
    std::string out;
    JsonWriter(out).text(text);
    return out;
}

} // namespace

UserDocuments::Documents UserDocuments::defaults(std::string_view user) {
    return {.profile = {{"displayName", quoted(user)},
                        {"email", quoted(std::string(user) + "@jts.example")},
                        {"locale", quoted("ko-KR")},
                        {"timeZone", quoted("Asia/Seoul")}},
            .settings = {{"theme", quoted("dark")},
                         {"language", quoted("ko")},
                         {"defaultSymbol", quoted("KRW-BTC")},
                         {"notifications", "true"},
                         {"confirmOrders", "true"}}};
}

void UserDocuments::appendJson(std::string& out, DocumentKind kind, std::string_view user) const {
    Documents documents;
    {
        const std::scoped_lock lock(m_lock);
        const auto found = m_documents.find(std::string(user));
        documents = found == m_documents.end() ? defaults(user) : found->second;
    }
    JsonWriter json(out);
    json.beginObject().text("userId", user);
    for (const auto& [name, value] : kind == DocumentKind::Profile ? documents.profile : documents.settings) {
        json.key(name).raw(value);
    }
    json.endObject();
}

Merged UserDocuments::merge(DocumentKind kind, std::string_view user, const Document& changes) {
    const std::scoped_lock lock(m_lock);
    const std::string name(user);
    const auto found = m_documents.find(name);
    Documents documents = found == m_documents.end() ? defaults(user) : found->second;
    Document& document = kind == DocumentKind::Profile ? documents.profile : documents.settings;
    for (const auto& [key, value] : changes) {
        const auto at = std::find_if(document.begin(), document.end(),
                                     [&](const auto& entry) { return entry.first == key; });
        if (at != document.end()) {
            at->second = value;
        } else {
            document.emplace_back(key, value);
        }
    }
    if (document.size() > maxKeys) {
        return Merged::TooManyKeys;
    }
    if (found != m_documents.end()) {
        found->second = std::move(documents);
        return Merged::Yes;
    }
    if (m_byAge.size() < m_limit) {
        m_byAge.push_back(name);
    } else {
        m_documents.erase(m_byAge[m_oldest]);
        m_byAge[m_oldest] = name;
        m_oldest = (m_oldest + 1) % m_limit;
    }
    m_documents.emplace(name, std::move(documents));
    return Merged::Yes;
}

} // namespace bw::jts
