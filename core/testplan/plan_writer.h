#pragma once

#include "core/testplan/json_emitter.h"
#include "core/testplan/test_plan.h"
#include "core/testplan/word.h"

// From the plan's values to JSON, one function a part; the mirror of plan_reader.h.
namespace bw::testplan {

// Writes the members of one object: an optional one when it differs from its default or was written.
class ObjectWriter {
public:
    ObjectWriter(JsonEmitter& out, const WrittenKeys& written)
        : m_out(out)
        , m_written(written) {
        m_out.beginObject();
    }
    ~ObjectWriter() { m_out.endObject(); }
    ObjectWriter(const ObjectWriter&) = delete;
    ObjectWriter& operator=(const ObjectWriter&) = delete;

    [[nodiscard]] JsonEmitter& out() { return m_out; }
    [[nodiscard]] bool wants(std::string_view key, bool differs) const {
        return differs || m_written.has(key);
    }

    // Always.
    void text(std::string_view key, std::string_view value);
    void integer(std::string_view key, std::int64_t value);
    void number(std::string_view key, const NumberText& value);
    void duration(std::string_view key, const DurationText& value);

    // When wanted.
    void optionalText(std::string_view key, std::string_view value);
    void optionalInteger(std::string_view key, std::int64_t value, std::int64_t byDefault);
    void optionalFlag(std::string_view key, bool value, bool byDefault = false);
    void optionalDuration(std::string_view key, const DurationText& value, Duration byDefault = {});
    void optionalTexts(std::string_view key, const std::vector<std::string>& value);
    void optionalNamedTexts(std::string_view key, const NamedTexts& value);
    void optionalNamedScalars(std::string_view key, const NamedScalars& value);

    template <class E, std::size_t N>
    void optionalWord(std::string_view key, const std::array<Word<E>, N>& words, E value, E byDefault) {
        if (wants(key, value != byDefault)) {
            text(key, toWord(words, value));
        }
    }

private:
    JsonEmitter& m_out;
    const WrittenKeys& m_written;
};

// An object all of whose members are required.
[[nodiscard]] const WrittenKeys& noWrittenKeys();

// As its author wrote it, or the shortest way.
[[nodiscard]] std::string textOf(const DurationText& value);
void writeDuration(JsonEmitter& out, const DurationText& value);
void writeNumber(JsonEmitter& out, const NumberText& value);
void writeNamedTexts(JsonEmitter& out, const NamedTexts& value);

void writeHttpDefaults(JsonEmitter& out, const HttpDefaults& http);
void writeSteps(JsonEmitter& out, const Steps& steps);
void writeHttpFields(ObjectWriter& writer, const HttpStep& http); // without name and the last ones
void writeHttpResults(ObjectWriter& writer, const HttpStep& http);
void writeScenario(JsonEmitter& out, const Scenario& scenario);
void writeThresholds(JsonEmitter& out, const std::vector<ThresholdSpec>& thresholds);
void writeBudget(JsonEmitter& out, const BudgetSpec& budget);

} // namespace bw::testplan
