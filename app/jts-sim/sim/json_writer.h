#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace bw::jts {

// Appends JSON to a caller's string, with the commas set by itself. Calls must nest as JSON does.
class JsonWriter {
public:
    explicit JsonWriter(std::string& out)
        : m_out(out) {}

    JsonWriter& beginObject();
    JsonWriter& endObject();
    JsonWriter& beginArray();
    JsonWriter& endArray();
    JsonWriter& key(std::string_view name);

    JsonWriter& text(std::string_view value); // escaped; bytes that are no UTF-8 become U+FFFD
    JsonWriter& number(double value); // the shortest text that reads back the same; null when not finite
    JsonWriter& integer(std::int64_t value);
    JsonWriter& raw(std::string_view json); // a value that is JSON already

    // key() and the value in one.
    JsonWriter& text(std::string_view name, std::string_view value) { return key(name).text(value); }
    JsonWriter& number(std::string_view name, double value) { return key(name).number(value); }
    JsonWriter& integer(std::string_view name, std::int64_t value) { return key(name).integer(value); }

private:
    void separate();

    std::string& m_out;
    bool m_needsComma = false;
};

} // namespace bw::jts
