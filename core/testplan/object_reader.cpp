#include "core/testplan/object_reader.h"

#include "core/base/nearest.h"

#include <algorithm>
#include <charconv>
#include <limits>

namespace bw::testplan {
namespace {

struct OtherName {
    std::string_view theirs;
    std::string_view ours;
};

// What people who know k6 or HTTP write, and what it is called here.
constexpr OtherName kOtherNames[] = {
    OtherName{"exec", "flow"},          OtherName{"body", "text"},
    OtherName{"sleep", "think"},        OtherName{"pause", "think"},
    OtherName{"request", "http"},       OtherName{"ws", "websocket"},
    OtherName{"batch", "parallel"},     OtherName{"repeat", "loop"},
    OtherName{"assert", "checks"},      OtherName{"check", "checks"},
    OtherName{"extractors", "extract"}, OtherName{"redirects", "followRedirects"},
    OtherName{"params", "query"},       OtherName{"vars", "variables"},
};

std::string_view suggestionFor(std::string_view key, std::span<const std::string_view> keys) {
    for (const OtherName& other : kOtherNames) {
        if (key == other.theirs && std::ranges::find(keys, other.ours) != keys.end()) {
            return other.ours;
        }
    }
    return nearest(key, keys);
}

} // namespace

std::string_view jsonKindName(JsonKind kind) {
    static constexpr std::array<std::string_view, 6> kNames = {"null",   "boolean", "number",
                                                               "string", "array",   "object"};
    return kNames[static_cast<std::size_t>(kind)];
}

void reportType(ProblemLog& log, const JsonValue& value, const Place& place, std::string_view expected) {
    log.add(ProblemKind::WrongType, place, jsonKindName(value.kind), expected);
}

bool readText(ProblemLog& log, const JsonValue& value, const Place& place, std::string& into) {
    if (!value.is(JsonKind::String)) {
        reportType(log, value, place, "string");
        return false;
    }
    into = value.text;
    return true;
}

bool readFlag(ProblemLog& log, const JsonValue& value, const Place& place, bool& into) {
    if (!value.is(JsonKind::Boolean)) {
        reportType(log, value, place, "boolean");
        return false;
    }
    into = value.isTrue();
    return true;
}

bool readInteger(ProblemLog& log, const JsonValue& value, const Place& place, std::int64_t& into) {
    if (!value.is(JsonKind::Number)) {
        reportType(log, value, place, "integer");
        return false;
    }
    const char* end = value.text.data() + value.text.size();
    std::int64_t number = 0;
    const auto [at, error] = std::from_chars(value.text.data(), end, number);
    if (error != std::errc() || at != end || value.text == "-0") {
        log.add(ProblemKind::NotAnInteger, place, value.text);
        return false;
    }
    into = number;
    return true;
}

bool readNumber(ProblemLog& log, const JsonValue& value, const Place& place, NumberText& into) {
    if (!value.is(JsonKind::Number)) {
        reportType(log, value, place, "number");
        return false;
    }
    into = {value.toDouble(), value.text};
    return true;
}

bool readDuration(ProblemLog& log, const JsonValue& value, const Place& place, DurationText& into) {
    if (value.is(JsonKind::String)) {
        into = DurationText::from(value.text, DurationForm::Text, into.value);
        if (value.text.empty()) {
            // An empty text would read as "not written".
            log.add(ProblemKind::NotADuration, place, value.text);
        }
        return !value.text.empty();
    }
    if (value.is(JsonKind::Number)) {
        into = DurationText::from(value.text, DurationForm::Number, into.value);
        return true;
    }
    reportType(log, value, place, "duration");
    return false;
}

bool readTexts(ProblemLog& log, const JsonValue& value, const Place& place, std::vector<std::string>& into) {
    if (!value.is(JsonKind::Array)) {
        reportType(log, value, place, "array");
        return false;
    }
    for (std::size_t i = 0; i < value.items.size(); ++i) {
        readText(log, value.items[i], place.item(i), into.emplace_back());
    }
    return true;
}

bool readNamedTexts(ProblemLog& log, const JsonValue& value, const Place& place, NamedTexts& into) {
    if (!value.is(JsonKind::Object)) {
        reportType(log, value, place, "object");
        return false;
    }
    for (const JsonMember& member : value.members) {
        auto& [name, text] = into.emplace_back();
        name = member.key;
        readText(log, member.value, place.member(member.key), text);
    }
    return true;
}

bool readNamedScalars(ProblemLog& log, const JsonValue& value, const Place& place, NamedScalars& into) {
    if (!value.is(JsonKind::Object)) {
        reportType(log, value, place, "object");
        return false;
    }
    for (const JsonMember& member : value.members) {
        auto& [name, scalar] = into.emplace_back();
        name = member.key;
        scalar.text = member.value.text;
        switch (member.value.kind) {
        case JsonKind::String:
            break;
        case JsonKind::Number:
            scalar.form = ScalarForm::Number;
            break;
        case JsonKind::Boolean:
            scalar.form = ScalarForm::Boolean;
            break;
        default:
            reportType(log, member.value, place.member(member.key), "string, number, boolean");
        }
    }
    return true;
}

ObjectReader::ObjectReader(ProblemLog& log, const JsonValue& value, const Place& place,
                           std::span<const std::string_view> keys, WrittenKeys* written)
    : m_log(log)
    , m_value(value)
    , m_place(place) {
    if (!isObject()) {
        reportType(log, value, place, "object");
        return;
    }
    reportUnknown(keys);
    if (written != nullptr) {
        for (const std::string_view key : keys) {
            if (has(key)) {
                written->add(key);
            }
        }
    }
}

void ObjectReader::reportUnknown(std::span<const std::string_view> keys) {
    for (const JsonMember& member : m_value.members) {
        if (!m_log.isFull() && std::ranges::find(keys, member.key) == keys.end()) {
            m_log.add(ProblemKind::UnknownKey, m_place.member(member.key), member.key, joined(keys),
                      suggestionFor(member.key, keys));
        }
    }
}

void ObjectReader::reportWord(const Place& place, std::string_view text,
                              std::span<const std::string_view> words) {
    m_log.add(ProblemKind::NotOneOf, place, text, joined(words), nearest(text, words));
}

const JsonValue* ObjectReader::find(std::string_view key, Presence presence) {
    const JsonValue* found = m_value.find(key);
    if (found == nullptr && presence == Presence::Required && isObject()) {
        m_log.add(ProblemKind::MissingKey, m_place.member(key), key);
    }
    return found;
}

void ObjectReader::text(std::string_view key, std::string& into, Presence presence) {
    with(key, presence,
         [&](const JsonValue& value, const Place& place) { readText(m_log, value, place, into); });
}

void ObjectReader::flag(std::string_view key, bool& into) {
    with(key, Presence::Optional,
         [&](const JsonValue& value, const Place& place) { readFlag(m_log, value, place, into); });
}

void ObjectReader::integer(std::string_view key, std::int64_t& into, Presence presence) {
    with(key, presence,
         [&](const JsonValue& value, const Place& place) { readInteger(m_log, value, place, into); });
}

void ObjectReader::number(std::string_view key, NumberText& into, Presence presence) {
    with(key, presence,
         [&](const JsonValue& value, const Place& place) { readNumber(m_log, value, place, into); });
}

void ObjectReader::duration(std::string_view key, DurationText& into, Presence presence) {
    with(key, presence,
         [&](const JsonValue& value, const Place& place) { readDuration(m_log, value, place, into); });
}

void ObjectReader::texts(std::string_view key, std::vector<std::string>& into) {
    with(key, Presence::Optional,
         [&](const JsonValue& value, const Place& place) { readTexts(m_log, value, place, into); });
}

void ObjectReader::namedTexts(std::string_view key, NamedTexts& into) {
    with(key, Presence::Optional,
         [&](const JsonValue& value, const Place& place) { readNamedTexts(m_log, value, place, into); });
}

void ObjectReader::namedScalars(std::string_view key, NamedScalars& into) {
    with(key, Presence::Optional,
         [&](const JsonValue& value, const Place& place) { readNamedScalars(m_log, value, place, into); });
}

} // namespace bw::testplan
