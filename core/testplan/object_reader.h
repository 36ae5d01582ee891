#pragma once

#include "core/testplan/duration_value.h"
#include "core/testplan/json_value.h"
#include "core/testplan/plain_value.h"
#include "core/testplan/problem_log.h"
#include "core/testplan/word.h"
#include "core/testplan/written_keys.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace bw::testplan {

enum class Presence : std::uint8_t { Optional, Required };

// Single values; each reports a wrong type at its place and then leaves `into` alone. True when it was read.
bool readText(ProblemLog& log, const JsonValue& value, const Place& place, std::string& into);
bool readFlag(ProblemLog& log, const JsonValue& value, const Place& place, bool& into);
bool readInteger(ProblemLog& log, const JsonValue& value, const Place& place, std::int64_t& into);
bool readNumber(ProblemLog& log, const JsonValue& value, const Place& place, NumberText& into);
bool readDuration(ProblemLog& log, const JsonValue& value, const Place& place, DurationText& into);
bool readTexts(ProblemLog& log, const JsonValue& value, const Place& place, std::vector<std::string>& into);
bool readNamedTexts(ProblemLog& log, const JsonValue& value, const Place& place, NamedTexts& into);
bool readNamedScalars(ProblemLog& log, const JsonValue& value, const Place& place, NamedScalars& into);

// "a string", "a number or a string": types by their JSON names, for WrongType.
[[nodiscard]] std::string_view jsonKindName(JsonKind kind);
void reportType(ProblemLog& log, const JsonValue& value, const Place& place, std::string_view expected);

// Reads the members of one object: each key is asked for by name; what is in the object but not in `keys` is
// reported once, when the reader is made.
class ObjectReader {
public:
    // `written`, when given, learns which keys stand in the object. Everything must outlive the reader.
    ObjectReader(ProblemLog& log, const JsonValue& value, const Place& place,
                 std::span<const std::string_view> keys, WrittenKeys* written = nullptr);

    [[nodiscard]] bool isObject() const { return m_value.is(JsonKind::Object); }
    [[nodiscard]] ProblemLog& log() { return m_log; }
    [[nodiscard]] const Place& place() const { return m_place; }
    [[nodiscard]] bool has(std::string_view key) const { return m_value.find(key) != nullptr; }
    [[nodiscard]] const JsonValue& value() const { return m_value; }

    // Calls read(value, place) when the key is there; a required one that is missing is reported.
    template <class Read>
    void with(std::string_view key, Presence presence, const Read& read) {
        if (const JsonValue* found = find(key, presence)) {
            read(*found, m_place.member(key));
        }
    }

    void text(std::string_view key, std::string& into, Presence presence = Presence::Optional);
    void flag(std::string_view key, bool& into);
    void integer(std::string_view key, std::int64_t& into, Presence presence = Presence::Optional);
    void number(std::string_view key, NumberText& into, Presence presence = Presence::Optional);
    void duration(std::string_view key, DurationText& into, Presence presence = Presence::Optional);
    void texts(std::string_view key, std::vector<std::string>& into);
    void namedTexts(std::string_view key, NamedTexts& into);
    void namedScalars(std::string_view key, NamedScalars& into);

    // A string that is one of a few words.
    template <class E, std::size_t N>
    void word(std::string_view key, const std::array<Word<E>, N>& words, E& into,
              Presence presence = Presence::Optional) {
        with(key, presence, [&](const JsonValue& value, const Place& place) {
            std::string text;
            if (!readText(m_log, value, place, text)) {
                return;
            }
            if (const std::optional<E> found = fromWord(words, text)) {
                into = *found;
            } else {
                reportWord(place, text, wordTexts(words));
            }
        });
    }

    // Calls read(item value, place) for each item of an array.
    template <class Read>
    void items(std::string_view key, Presence presence, const Read& read) {
        with(key, presence, [&](const JsonValue& value, const Place& place) {
            if (!value.is(JsonKind::Array)) {
                reportType(m_log, value, place, "array");
                return;
            }
            for (std::size_t i = 0; i < value.items.size(); ++i) {
                read(value.items[i], place.item(i));
            }
        });
    }

    // Calls read(member, place) for each member of an object whose keys are names.
    template <class Read>
    void named(std::string_view key, Presence presence, const Read& read) {
        with(key, presence, [&](const JsonValue& value, const Place& place) {
            if (!value.is(JsonKind::Object)) {
                reportType(m_log, value, place, "object");
                return;
            }
            for (const JsonMember& member : value.members) {
                read(member, place.member(member.key));
            }
        });
    }

private:
    const JsonValue* find(std::string_view key, Presence presence);
    void reportUnknown(std::span<const std::string_view> keys);
    void reportWord(const Place& place, std::string_view text, std::span<const std::string_view> words);

    ProblemLog& m_log;
    const JsonValue& m_value;
    const Place& m_place;
};

} // namespace bw::testplan
