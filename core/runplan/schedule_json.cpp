#include "core/runplan/schedule_json.h"

#include "core/runplan/schedule_arrivals.h"
#include "core/runplan/schedule_extent.h"
#include "core/runplan/schedule_vus.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

namespace bw::runplan {
namespace {

// Written by hand: the lists are long, and a document tree of them would be many times their text.
class Writer {
public:
    void raw(std::string_view text) { m_text += text; }

    template <class Number>
    void number(Number value) {
        char digits[24];
        const auto end = std::to_chars(std::begin(digits), std::end(digits), value).ptr;
        m_text.append(digits, end);
    }

    template <class Number>
    void member(std::string_view key, Number value) {
        m_text += ", \"";
        m_text += key;
        m_text += "\": ";
        number(value);
    }

    // Names are checked elsewhere; whatever comes is written as valid JSON.
    void string(const std::string& text) {
        m_text += nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    }

    void steps(std::string_view key, const std::vector<VuStep>& steps) {
        m_text += ", \"";
        m_text += key;
        m_text += "\": [";
        std::string_view separator = "[";
        for (const VuStep& step : steps) {
            raw(separator);
            number(step.offset.count());
            raw(", ");
            number(step.count);
            raw("]");
            separator = ", [";
        }
        raw("]");
    }

    std::string take() && { return std::move(m_text); }

private:
    std::string m_text;
};

void writeStarts(Writer& writer, const testplan::Scenario& scenario, const ScheduleOutputOptions& options) {
    const ArrivalSchedule schedule(scenario, options.seed);
    const std::uint64_t starts = options.share.of(schedule.count());
    writer.member("starts", starts);
    writer.raw(", \"starts_ns\": [");
    ArrivalCursor cursor = schedule.cursor(options.share);
    for (std::uint64_t i = 0; i < std::min(starts, options.maxStarts); ++i) {
        const auto arrival = cursor.next();
        if (!arrival) {
            break;
        }
        if (i > 0) {
            writer.raw(", ");
        }
        writer.number(arrival->offset.count());
    }
    writer.raw("]");
}

void writeScenario(Writer& writer, const testplan::Scenario& scenario, const ScheduleOutputOptions& options) {
    writer.string(scenario.name);
    writer.raw(": {\"executor\": ");
    writer.string(testplan::executorName(scenario.executor));
    writer.member("startTime_ns", scenario.startTime.value.count());
    writer.member("duration_ns", scenarioDuration(scenario).count());
    writer.member("maxVUs", options.share.of(maxVus(scenario)));
    if (isOpenModel(scenario)) {
        writeStarts(writer, scenario, options);
    } else {
        writer.steps("vus", VuSchedule::active(scenario, options.share).steps(options.maxStarts));
        writer.steps("reservedVus", VuSchedule::reserved(scenario, options.share).steps(options.maxStarts));
    }
    writer.raw("}");
}

} // namespace

std::string scheduleJson(std::span<const testplan::Scenario> scenarios,
                         const ScheduleOutputOptions& options) {
    Writer writer;
    writer.raw("{\"scenarios\": {");
    std::string_view separator = "\n  ";
    for (const testplan::Scenario& scenario : scenarios) {
        writer.raw(separator);
        writeScenario(writer, scenario, options);
        separator = ",\n  ";
    }
    writer.raw("\n}}\n");
    return std::move(writer).take();
}

} // namespace bw::runplan
