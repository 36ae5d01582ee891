#include "core/base/duration_text.h"
#include "core/testplan/json_writer.h"
#include "core/testplan/plan_writer.h"

namespace bw::testplan {
namespace {

void writeScalar(JsonEmitter& out, const ScalarText& scalar) {
    if (scalar.form == ScalarForm::String) {
        out.string(scalar.text);
    } else {
        out.bare(scalar.text);
    }
}

} // namespace

const WrittenKeys& noWrittenKeys() {
    static const WrittenKeys none;
    return none;
}

std::string textOf(const DurationText& value) {
    return value.isWritten() ? value.text : durationText(value.value);
}

void writeDuration(JsonEmitter& out, const DurationText& value) {
    if (value.form == DurationForm::Number) {
        out.bare(value.text);
    } else {
        out.string(textOf(value));
    }
}

void writeNumber(JsonEmitter& out, const NumberText& value) {
    out.bare(value.text.empty() ? jsonNumber(value.value) : value.text);
}

void writeNamedTexts(JsonEmitter& out, const NamedTexts& value) {
    out.beginObject();
    for (const auto& [name, text] : value) {
        out.key(name);
        out.string(text);
    }
    out.endObject();
}

void ObjectWriter::text(std::string_view key, std::string_view value) {
    m_out.key(key);
    m_out.string(value);
}

void ObjectWriter::integer(std::string_view key, std::int64_t value) {
    m_out.key(key);
    m_out.integer(value);
}

void ObjectWriter::number(std::string_view key, const NumberText& value) {
    m_out.key(key);
    writeNumber(m_out, value);
}

void ObjectWriter::duration(std::string_view key, const DurationText& value) {
    m_out.key(key);
    writeDuration(m_out, value);
}

void ObjectWriter::optionalText(std::string_view key, std::string_view value) {
    if (wants(key, !value.empty())) {
        text(key, value);
    }
}

void ObjectWriter::optionalInteger(std::string_view key, std::int64_t value, std::int64_t byDefault) {
    if (wants(key, value != byDefault)) {
        integer(key, value);
    }
}

void ObjectWriter::optionalFlag(std::string_view key, bool value, bool byDefault) {
    if (wants(key, value != byDefault)) {
        m_out.key(key);
        m_out.boolean(value);
    }
}

void ObjectWriter::optionalDuration(std::string_view key, const DurationText& value, Duration byDefault) {
    if (value.isWritten() || wants(key, value.value != byDefault)) {
        duration(key, value);
    }
}

void ObjectWriter::optionalTexts(std::string_view key, const std::vector<std::string>& value) {
    if (!wants(key, !value.empty())) {
        return;
    }
    m_out.key(key);
    m_out.beginArray();
    for (const std::string& one : value) {
        m_out.string(one);
    }
    m_out.endArray();
}

void ObjectWriter::optionalNamedTexts(std::string_view key, const NamedTexts& value) {
    if (wants(key, !value.empty())) {
        m_out.key(key);
        writeNamedTexts(m_out, value);
    }
}

void ObjectWriter::optionalNamedScalars(std::string_view key, const NamedScalars& value) {
    if (!wants(key, !value.empty())) {
        return;
    }
    m_out.key(key);
    m_out.beginObject();
    for (const auto& [name, scalar] : value) {
        m_out.key(name);
        writeScalar(m_out, scalar);
    }
    m_out.endObject();
}

} // namespace bw::testplan
