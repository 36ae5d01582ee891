#include "core/history/database.h"
#include "core/history/history_reader.h"
#include "core/history/json_text.h"

#include <charconv>
#include <utility>

// A run as JSON; the README has its form.
namespace bw::history {

namespace {

using metrics::CounterValue;
using metrics::GaugeValue;
using metrics::Histogram;
using metrics::RateValue;

constexpr std::string_view kStateNames[] = {"running", "finished", "interrupted", "aborted"};
constexpr std::string_view kVerdictNames[] = {"none", "pass", "fail", "inconclusive"};
constexpr std::string_view kLevelNames[] = {"debug", "info", "warning", "error"};

std::string plain(double value) {
    char buffer[32];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value).ptr;
    return {buffer, end};
}

std::string plain(std::uint64_t value) {
    return std::to_string(value);
}

// A JSON object, member by member.
class Object {
public:
    Object& add(std::string_view key, const std::string& json) {
        m_text += m_text.empty() ? "{" : ",";
        m_text += quoted(key) + ":" + json;
        return *this;
    }
    Object& addText(std::string_view key, std::string_view text) { return add(key, quoted(text)); }
    Object& addNumber(std::string_view key, std::int64_t number) { return add(key, std::to_string(number)); }
    [[nodiscard]] std::string text() const { return m_text.empty() ? "{}" : m_text + "}"; }

private:
    std::string m_text;
};

// Nanoseconds to the unit of trends' values.
double scaled(double nanoseconds) {
    return nanoseconds / 1e6;
}

struct ValueObject {
    std::string operator()(const CounterValue& value) const {
        return Object().add("sum", plain(value.sum)).add("count", plain(value.count)).text();
    }
    std::string operator()(const GaugeValue& value) const {
        return Object()
            .add("last", plain(value.last))
            .add("min", plain(value.min))
            .add("max", plain(value.max))
            .add("avg", plain(value.mean()))
            .add("count", plain(value.count))
            .text();
    }
    std::string operator()(const RateValue& value) const {
        return Object().add("trues", plain(value.trues)).add("total", plain(value.total)).text();
    }
    std::string operator()(const Histogram& value) const {
        Object object;
        object.add("count", plain(value.count()))
            .add("min", plain(scaled(static_cast<double>(value.min()))))
            .add("max", plain(scaled(static_cast<double>(value.max()))))
            .add("avg", plain(scaled(value.mean())))
            .add("med", plain(scaled(value.percentile(0.5))))
            .add("p(90)", plain(scaled(value.percentile(0.9))))
            .add("p(95)", plain(scaled(value.percentile(0.95))))
            .add("p(99)", plain(scaled(value.percentile(0.99))))
            .add("outOfRange", plain(value.outOfRange()));
        return object.text();
    }
};

std::string runObject(const RunDetail& run) {
    const RunSummary& summary = run.summary;
    Object object;
    object.addNumber("id", summary.id.value)
        .addText("state", kStateNames[static_cast<std::size_t>(summary.state)])
        .addText("verdict", kVerdictNames[static_cast<std::size_t>(summary.verdict)])
        .addText("planName", summary.planName)
        .addText("environment", summary.environment)
        .addText("build", summary.build)
        .addText("note", summary.note)
        .add("tags", tagsToJson(summary.tags))
        .addNumber("started_ns", summary.started.nanoseconds)
        .add("ended_ns", summary.ended ? std::to_string(summary.ended->nanoseconds) : "null")
        .addNumber("seconds", summary.seconds)
        .addNumber("wideFrames", summary.wideFrames)
        .addNumber("recordsDropped", run.recordsDropped)
        .addText("seed", std::to_string(run.seed)) // text: JavaScript would round it
        .addText("kernel", run.kernel)
        .addNumber("cores", run.cores)
        .addNumber("workers", run.workers)
        .addText("reactor", run.reactor)
        .addText("host", run.host)
        .addText("program", run.program)
        .add("options", jsonOrNull(run.optionsJson))
        .add("keyFigures", jsonOrNull(summary.keyFiguresJson))
        .add("verdictDetails", jsonOrNull(run.verdictJson))
        .addText("plan", run.planText);
    return object.text();
}

std::string objectOf(const ExampleRecord& example) {
    return Object()
        .addNumber("at_ns", example.at.count())
        .addText("name", example.name)
        .addText("kind", example.kind)
        .addText("request", example.request)
        .addText("response", example.response)
        .text();
}

std::string objectOf(const LogRecord& message) {
    return Object()
        .addNumber("at_ns", message.at.count())
        .addText("level", kLevelNames[static_cast<std::size_t>(message.level)])
        .addText("source", message.source)
        .addText("text", message.text)
        .text();
}

std::string objectOf(const MarkRecord& mark) {
    return Object()
        .addNumber("at_ns", mark.at.count())
        .addText("kind", mark.kind)
        .addText("text", mark.text)
        .text();
}

std::string seriesBegin(const StoredSeries& series, const metrics::SeriesValue& total) {
    std::string text = Object()
                           .addNumber("id", series.id.value)
                           .addText("metric", series.metric)
                           .addText("type", metrics::metricTypeName(series.type))
                           .addText("kind", metrics::metricKindName(series.kind))
                           .add("tags", tagsToJson(series.tags))
                           .add("total", std::visit(ValueObject(), total))
                           .text();
    text.back() = ','; // the object goes on with its seconds
    return text + "\"seconds\":[";
}

// Passes pieces on until somebody says no.
class Output {
public:
    explicit Output(const HistoryReader::Sink& sink)
        : m_sink(sink) {}
    void put(std::string_view piece) { m_goesOn = m_goesOn && m_sink(piece); }
    [[nodiscard]] bool goesOn() const { return m_goesOn; }

    template <class Records>
    void putList(std::string_view key, const Records& records) {
        put(",\n\"" + std::string(key) + "\":[");
        for (std::size_t i = 0; i < records.size(); ++i)
            put((i == 0 ? "\n" : ",\n") + objectOf(records[i]));
        put("]");
    }

private:
    const HistoryReader::Sink& m_sink;
    bool m_goesOn = true;
};

HistoryResult<void> putSeries(HistoryReader& reader, RunId run, const StoredSeries& series, Output& out) {
    const auto total = reader.sum(run, series.id);
    if (!total)
        return std::unexpected(total.error());
    const auto seconds = reader.seconds(run, series.id);
    if (!seconds)
        return std::unexpected(seconds.error());
    out.put(seriesBegin(series, *total));
    for (std::size_t i = 0; i < seconds->size() && out.goesOn(); ++i) {
        const TimedValue& value = (*seconds)[i];
        out.put((i == 0 ? "" : ",") + std::string("[") + std::to_string(value.second) + "," +
                std::to_string(value.width) + "," + std::visit(ValueObject(), value.value) + "]");
    }
    out.put("]}");
    return {};
}

} // namespace

HistoryResult<void> HistoryReader::exportJson(RunId id, const Sink& sink) {
    const auto detail = run(id);
    const auto known = detail ? series(id) : std::unexpected(detail.error());
    const auto failed = known ? examples(id) : std::unexpected(known.error());
    const auto log = failed ? messages(id) : std::unexpected(failed.error());
    const auto marked = log ? marks(id) : std::unexpected(log.error());
    if (!marked)
        return std::unexpected(marked.error());
    Output out(sink);
    out.put("{\"bellwetherRun\":1,\n\"run\":" + runObject(*detail) + ",\n\"series\":[");
    for (std::size_t i = 0; i < known->size() && out.goesOn(); ++i) {
        out.put(i == 0 ? "\n" : ",\n");
        if (auto done = putSeries(*this, id, (*known)[i], out); !done)
            return done;
    }
    out.put("]");
    out.putList("examples", *failed);
    out.putList("messages", *log);
    out.putList("marks", *marked);
    out.put("}\n");
    if (!out.goesOn())
        return std::unexpected(HistoryError{HistoryErrorKind::Cancelled, m_database->path(), 0, {}});
    return {};
}

} // namespace bw::history
