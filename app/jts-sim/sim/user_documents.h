#pragma once

#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace bw::jts {

// A flat JSON object: names and values that are JSON already.
using Document = std::vector<std::pair<std::string, std::string>>;

enum class DocumentKind : std::uint8_t { Profile, Settings };
enum class Merged : std::uint8_t { Yes, TooManyKeys };

// Everybody's profile and settings. Who never wrote has the defaults. Bounded: beyond the limit the user who
// wrote first is forgotten. Thread-safe.
class UserDocuments {
public:
    static constexpr std::size_t maxKeys = 32;

    explicit UserDocuments(std::size_t users = 20'000)
        : m_limit(users) {}

    // Appends the document as a JSON object, with the user's id.
    void appendJson(std::string& out, DocumentKind kind, std::string_view user) const;

    // Changes and adds what `changes` names.
    [[nodiscard]] Merged merge(DocumentKind kind, std::string_view user, const Document& changes);

private:
    struct Documents {
        Document profile;
        Document settings;
    };

    [[nodiscard]] static Documents defaults(std::string_view user);

    std::size_t m_limit;
    mutable std::mutex m_lock;
    std::unordered_map<std::string, Documents> m_documents;
    std::vector<std::string> m_byAge; // a ring of users, the oldest at m_oldest
    std::size_t m_oldest = 0;
};

} // namespace bw::jts
