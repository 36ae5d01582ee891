#include "core/run/stored_comparison.h"

#include "core/run/measured_run.h"
#include "core/run/runs_alike.h"
#include "core/verdict/verdict.h"
#include "core/verdict/verdict_json.h"

#include <algorithm>
#include <optional>

namespace bw::run {
namespace {

using history::HistoryReader;
using history::HistoryResult;
using history::RunDetail;
using history::RunId;
using history::RunSummary;

constexpr std::size_t kMostOthers = 30;

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
            m_first = run;
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
        return forEachRunOfPlan(m_reader, *m_first, [&](const RunSummary& run, const RunDetail* alike) {
            if (alike == nullptr || isCompared(run.id) || isGeneratorLimited(*alike)) {
                return true;
            }
            // A run that cannot be read tells nothing, and is not asked for.
            if (auto measured = measureRun(m_reader, run, m_request.window, MeasureDetail::Whole)) {
                others.push_back(std::move(*measured));
            }
            return others.size() < kMostOthers;
        });
    }

    HistoryReader& m_reader;
    const CompareRequest& m_request;
    report::ComparisonModel m_result;
    std::optional<RunDetail> m_first;
    LoadKey m_key;
};

} // namespace

HistoryResult<report::ComparisonModel> compareRuns(const history::HistoryStore& store,
                                                   const CompareRequest& request) {
    auto reader = store.reader();
    if (!reader) {
        return std::unexpected(std::move(reader.error()));
    }
    return Comparing(*reader, request).compare();
}

} // namespace bw::run
