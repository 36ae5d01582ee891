#include "core/run/sample_output.h"

#include <array>
#include <cmath>
#include <nlohmann/json.hpp>
#include <set>
#include <unordered_map>

namespace bw::run {
namespace {

using metrics::MetricRegistry;

std::string jsonText(std::string_view text) {
    return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

// RFC 3339 in UTC with nanoseconds, trailing zeros left out as Go does.
std::string rfc3339(std::int64_t nanoseconds) {
    const std::time_t seconds = nanoseconds / 1'000'000'000;
    std::tm parts{};
    ::gmtime_r(&seconds, &parts);
    std::array<char, 64> text{};
    std::size_t length = std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%S", &parts);
    std::string out(text.data(), length);
    if (const auto rest = nanoseconds % 1'000'000'000; rest != 0) {
        std::string digits = std::to_string(1'000'000'000 + rest).substr(1);
        digits.erase(digits.find_last_not_of('0') + 1);
        out += '.' + digits;
    }
    return out + 'Z';
}

// k6's JSON lines: a Metric line before the first Point of each metric.
class JsonFormat final : public PointFormat {
public:
    JsonFormat(const MetricRegistry& metrics, WallTime start, std::map<std::string, MetricNote> notes)
        : m_metrics(metrics)
        , m_start(start)
        , m_notes(std::move(notes)) {}

    void begin(std::string&) override {}

    void append(const engine::Point& point, std::string& out) override {
        auto& known = m_known[point.series];
        if (known.empty()) {
            known = middle(*point.series);
            introduce(point.series->metric, out);
        }
        out += R"({"metric":)";
        out += jsonText(m_metrics[point.series->metric].name);
        out += R"(,"type":"Point","data":{"time":")";
        out += rfc3339(m_start.nanoseconds + point.at.count());
        out += R"(","value":)";
        out += nlohmann::json(point.value).dump();
        out += known;
    }

private:
    void introduce(metrics::MetricId id, std::string& out) {
        if (!m_introduced.insert(id.value).second) {
            return;
        }
        const metrics::Metric metric = m_metrics[id];
        const std::string name(metric.name);
        nlohmann::ordered_json data;
        data["name"] = name;
        data["type"] = metrics::metricTypeName(metric.type);
        data["contains"] = metrics::metricKindName(metric.kind);
        data["thresholds"] = m_notes[name].thresholds;
        data["submetrics"] = nullptr;
        for (const auto& [full, inner] : m_notes[name].subMetrics) {
            data["submetrics"].push_back({{"name", full}, {"suffix", inner}});
        }
        nlohmann::ordered_json line;
        line["type"] = "Metric";
        line["data"] = std::move(data);
        line["metric"] = name;
        out += line.dump();
        out += '\n';
    }

    static std::string middle(const metrics::Series& series) {
        std::string text = R"(,"tags":{)";
        bool first = true;
        for (const auto& [key, value] : series.tags) {
            if (!std::exchange(first, false)) {
                text += ',';
            }
            text += jsonText(key) + ':' + jsonText(value);
        }
        return text + "}}}\n";
    }

    const MetricRegistry& m_metrics;
    WallTime m_start;
    std::map<std::string, MetricNote> m_notes;
    std::unordered_map<const metrics::Series*, std::string> m_known; // the line behind the value
    std::set<std::uint16_t> m_introduced;
};

constexpr std::array<std::string_view, 14> kSystemTags = {
    "check",    "error",   "error_code", "expected_response", "group",       "method", "name", "proto",
    "scenario", "service", "status",     "subproto",          "tls_version", "url"};

// k6's CSV; what may hold commas is quoted (RFC 4180).
class CsvFormat final : public PointFormat {
public:
    CsvFormat(const MetricRegistry& metrics, WallTime start)
        : m_metrics(metrics)
        , m_start(start) {}

    void begin(std::string& out) override {
        out += "metric_name,timestamp,metric_value";
        for (const std::string_view tag : kSystemTags) {
            out += ',';
            out += tag;
        }
        out += ",extra_tags,metadata\n";
    }

    void append(const engine::Point& point, std::string& out) override {
        auto& known = m_known[point.series];
        if (known.empty()) {
            known = tagCells(*point.series);
        }
        std::array<char, 400> number{};
        std::snprintf(number.data(), number.size(), ",%lld,%f",
                      static_cast<long long>((m_start.nanoseconds + point.at.count()) / 1'000'000'000),
                      point.value);
        out += m_metrics[point.series->metric].name;
        out += number.data();
        out += known;
    }

private:
    static std::string cell(std::string_view text) {
        if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
            return std::string(text);
        }
        std::string quoted = "\"";
        for (const char c : text) {
            quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
        }
        return quoted + '"';
    }

    static std::string tagCells(const metrics::Series& series) {
        std::string text;
        for (const std::string_view tag : kSystemTags) {
            const std::string* value = series.tags.find(tag);
            text += ',';
            text += value != nullptr ? cell(*value) : std::string();
        }
        std::string extra;
        for (const auto& [key, value] : series.tags) {
            if (std::ranges::find(kSystemTags, key) == kSystemTags.end()) {
                extra += (extra.empty() ? "" : "&") + key + '=' + value;
            }
        }
        return text + ',' + cell(extra) + ",\n";
    }

    const MetricRegistry& m_metrics;
    WallTime m_start;
    std::unordered_map<const metrics::Series*, std::string> m_known;
};

} // namespace

std::unique_ptr<PointFormat> makeJsonFormat(const MetricRegistry& metrics, WallTime start,
                                            std::map<std::string, MetricNote> notes) {
    return std::make_unique<JsonFormat>(metrics, start, std::move(notes));
}

std::unique_ptr<PointFormat> makeCsvFormat(const MetricRegistry& metrics, WallTime start) {
    return std::make_unique<CsvFormat>(metrics, start);
}

} // namespace bw::run
