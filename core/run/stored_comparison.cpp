#include "core/run/stored_comparison.h"

#include "core/run/measured_run.h"
#include "core/verdict/verdict.h"
#include "core/verdict/verdict_json.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace bw::run {
namespace {

using history::HistoryReader;
using history::HistoryResult;
using history::RunDetail;
using history::RunId;
using history::RunSummary;

using Json = nlohmann::json; // keys in order, so that equal plans have equal texts

constexpr std::size_t kMostOthers = 30;

std::string dumped(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json partOf(const Json& object, std::initializer_list<const char*> keys) {
    Json part = Json::object();
    for (const char* key : keys) {
        if (object.is_object() && object.contains(key)) {
            part[key] = object[key];
        }
    }
    return part;
}

bool isGeneratorLimited(const RunDetail& run) {
    const auto verdict = verdict::verdictFromJson(run.verdictJson);
    return verdict && std::ranges::any_of(verdict->reasons, [](const verdict::Reason& reason) {
               return reason.kind == verdict::ReasonKind::GeneratorBusy ||
                      reason.kind == verdict::ReasonKind::GeneratorLate;
           });
}

class Comparing {
public:
    Comparing(HistoryReader& reader, const CompareRequest& request)
        : m_reader(reader)
        , m_request(request) {}

    HistoryResult<report::ComparisonModel> compare() {
        std::vector<analysis::MeasuredRun> before;
        std::vector<analysis::MeasuredRun> after;
        if (auto read = readSide(m_request.before, m_result.before, before); !read) {
            return std::unexpected(std::move(read.error()));
        }
        if (auto read = readSide(m_request.after, m_result.after, after); !read) {
            return std::unexpected(std::move(read.error()));
        }
        std::vector<analysis::MeasuredRun> others;
        if (auto read = readOthers(others); !read) {
            return std::unexpected(std::move(read.error()));
        }
        m_result.comparison = analysis::compare(before, after, others, m_request.options);
        if (m_request.before == m_request.after) {
            settleRows(); // however few its samples are: it is the same
        }
        return std::move(m_result);
    }

private:
    HistoryResult<void> readSide(const std::vector<RunId>& runs, std::vector<RunSummary>& summaries,
                                 std::vector<analysis::MeasuredRun>& side) {
        for (const RunId id : runs) {
            auto detail = m_reader.run(id);
            if (!detail) {
                return std::unexpected(std::move(detail.error()));
            }
            look(*detail);
            auto measured = measureRun(m_reader, detail->summary, m_request.window, MeasureDetail::Blocks);
            if (!measured) {
                return std::unexpected(std::move(measured.error()));
            }
            side.push_back(std::move(*measured));
            summaries.push_back(std::move(detail->summary));
        }
        return {};
    }

    void settleRows() {
        for (analysis::ComparedRow& row : m_result.comparison.rows) {
            if (row.finding == analysis::Finding::NeedsMoreRuns) {
                row.finding = analysis::Finding::NoDifference;
            }
        }
    }

    void look(const RunDetail& run) {
        const RunId id = run.summary.id;
        if (run.summary.state != history::RunState::Finished) {
            m_result.obstacles.push_back({report::ObstacleKind::NotWhole, id});
        }
        if (isGeneratorLimited(run)) {
            m_result.obstacles.push_back({report::ObstacleKind::GeneratorLimited, id});
        }
        LoadKey key = loadKey(run);
        if (!m_first) {
            m_first = run.summary;
            m_key = std::move(key);
        } else if (key.flows != m_key.flows) {
            m_result.obstacles.push_back({report::ObstacleKind::OtherPlan, id});
        } else if (key.load != m_key.load) {
            m_result.obstacles.push_back({report::ObstacleKind::OtherLoad, id});
        }
    }

    [[nodiscard]] bool isCompared(RunId id) const {
        return std::ranges::find(m_request.before, id) != m_request.before.end() ||
               std::ranges::find(m_request.after, id) != m_request.after.end();
    }

    // The newest that did the same.
    HistoryResult<void> readOthers(std::vector<analysis::MeasuredRun>& others) {
        auto runs = m_reader.runs();
        if (!runs) {
            return std::unexpected(std::move(runs.error()));
        }
        for (const RunSummary& run : *runs) {
            const bool mayDo = run.planName == m_first->planName && run.environment == m_first->environment &&
                               run.state == history::RunState::Finished && !isCompared(run.id);
            if (!mayDo || others.size() == kMostOthers) {
                continue;
            }
            auto detail = m_reader.run(run.id);
            if (!detail || loadKey(*detail) != m_key || isGeneratorLimited(*detail)) {
                continue; // a run that cannot be read tells nothing, and is not asked for
            }
            if (auto measured = measureRun(m_reader, run, m_request.window, MeasureDetail::Whole)) {
                others.push_back(std::move(*measured));
            }
        }
        return {};
    }

    HistoryReader& m_reader;
    const CompareRequest& m_request;
    report::ComparisonModel m_result;
    std::optional<RunSummary> m_first;
    LoadKey m_key;
};

} // namespace

LoadKey loadKey(const RunDetail& run) {
    const Json plan = Json::parse(run.planText, nullptr, false);
    const Json options = Json::parse(run.optionsJson, nullptr, false);
    LoadKey key;
    key.flows = dumped(partOf(plan, {"flows", "feeds", "defaults", "setup", "teardown"}));
    key.load = dumped(partOf(plan, {"scenarios"})) +
               dumped(partOf(options, {"scenarios", "duration", "vus", "timeScale"}));
    return key;
}

HistoryResult<report::ComparisonModel> compareRuns(const history::HistoryStore& store,
                                                   const CompareRequest& request) {
    auto reader = store.reader();
    if (!reader) {
        return std::unexpected(std::move(reader.error()));
    }
    return Comparing(*reader, request).compare();
}

} // namespace bw::run
