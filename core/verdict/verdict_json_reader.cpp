#include "core/verdict/verdict_json.h"
#include "core/verdict/verdict_words.h"

#include <limits>
#include <nlohmann/json.hpp>

namespace bw::verdict {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kMaxBytes = 16U * 1024 * 1024;

// One object. What is missing or of another type is remembered, and answered with something harmless; whoever
// reads asks once, at the end.
class ObjectReader {
public:
    ObjectReader(const Json& json, bool& good)
        : m_json(json)
        , m_good(good) {
        m_good = m_good && json.is_object();
    }

    [[nodiscard]] std::string text(const char* key) {
        const Json* found = member(key);
        return found != nullptr && expect(found->is_string()) ? found->get<std::string>() : std::string();
    }

    [[nodiscard]] std::uint64_t count(const char* key) {
        const Json* found = member(key);
        return found != nullptr && expect(found->is_number_unsigned()) ? found->get<std::uint64_t>() : 0;
    }

    [[nodiscard]] Duration duration(const char* key) {
        const Json* found = member(key);
        if (found == nullptr || !expect(found->is_number_integer())) {
            return {};
        }
        constexpr std::uint64_t most = std::numeric_limits<std::int64_t>::max();
        const bool fits = !found->is_number_unsigned() || found->get<std::uint64_t>() <= most;
        return expect(fits) ? Duration(found->get<std::int64_t>()) : Duration{};
    }

    [[nodiscard]] double number(const char* key) {
        const Json* found = member(key);
        return found == nullptr ? 0 : numberOf(*found);
    }

    [[nodiscard]] std::optional<double> maybeNumber(const char* key) {
        if (!m_json.is_object() || !m_json.contains(key)) {
            return std::nullopt;
        }
        return number(key);
    }

    template <class E, std::size_t N>
    [[nodiscard]] E word(const char* key, const std::array<Word<E>, N>& words) {
        const std::optional<E> value = testplan::fromWord(words, text(key));
        (void)expect(value.has_value());
        return value.value_or(words.front().value);
    }

    // Each element, made by `one` of its reader.
    template <class T, class One>
    [[nodiscard]] std::vector<T> list(const char* key, One one) {
        std::vector<T> all;
        const Json* found = member(key);
        if (found == nullptr || !expect(found->is_array())) {
            return all;
        }
        for (const Json& each : *found) {
            ObjectReader reader(each, m_good);
            if (!m_good) {
                break;
            }
            all.push_back(one(reader));
        }
        return all;
    }

    [[nodiscard]] std::optional<ObjectReader> maybeObject(const char* key) {
        if (!m_json.is_object() || !m_json.contains(key)) {
            return std::nullopt;
        }
        return ObjectReader(*m_json.find(key), m_good);
    }

private:
    [[nodiscard]] const Json* member(const char* key) {
        if (!expect(m_json.is_object())) {
            return nullptr;
        }
        const auto found = m_json.find(key);
        return expect(found != m_json.end()) ? &*found : nullptr;
    }

    [[nodiscard]] double numberOf(const Json& json) {
        if (json.is_number()) {
            return json.get<double>();
        }
        using Limits = std::numeric_limits<double>;
        static constexpr std::array<Word<double>, 3> words{
            {{"nan", Limits::quiet_NaN()}, {"inf", Limits::infinity()}, {"-inf", -Limits::infinity()}}};
        const auto* word = json.is_string() ? json.get_ptr<const std::string*>() : nullptr;
        const std::optional<double> value = word == nullptr ? std::nullopt : testplan::fromWord(words, *word);
        return expect(value.has_value()) ? *value : 0;
    }

    bool expect(bool holds) {
        m_good = m_good && holds;
        return holds;
    }

    const Json& m_json;
    bool& m_good;
};

ThresholdResult readThreshold(ObjectReader& reader) {
    return {.group = reader.count("group"),
            .index = reader.count("index"),
            .selector = reader.text("selector"),
            .source = reader.text("source"),
            .expression = {.method = reader.word("method", kMethodWords),
                           .percentile = reader.number("percentile"),
                           .op = reader.word("op", kComparisonWords),
                           .number = reader.number("number")},
            .type = reader.word("type", kTypeWords),
            .kind = reader.word("kind", kKindWords),
            .state = reader.word("state", kThresholdStateWords),
            .value = reader.maybeNumber("value"),
            .abort = reader.word("abort", kAbortWords)};
}

LimitResult readLimit(ObjectReader& reader) {
    return {.kind = reader.word("kind", kLimitWords),
            .op = reader.word("op", kComparisonWords),
            .limit = reader.number("limit"),
            .time = reader.duration("time_ns"),
            .state = reader.word("state", kBudgetStateWords),
            .value = reader.maybeNumber("value"),
            .offered = reader.maybeNumber("offered")};
}

BudgetRowResult readRow(ObjectReader& reader) {
    return {.subject = reader.text("subject"),
            .state = reader.word("state", kBudgetStateWords),
            .requests = reader.count("requests"),
            .limits = reader.list<LimitResult>("limits", readLimit)};
}

BudgetResult readBudget(ObjectReader& reader) {
    return {.name = reader.text("name"),
            .state = reader.word("state", kBudgetStateWords),
            .rows = reader.list<BudgetRowResult>("rows", readRow)};
}

CheckResult readCheck(ObjectReader& reader) {
    return {.group = reader.text("group"),
            .name = reader.text("name"),
            .passes = reader.count("passes"),
            .fails = reader.count("fails")};
}

BusyWorker readBusy(ObjectReader& reader) {
    return {.worker = reader.text("worker"),
            .busySeconds = reader.count("busySeconds"),
            .seconds = reader.count("seconds")};
}

GeneratorDoubt readDoubt(ObjectReader& reader) {
    GeneratorDoubt doubt;
    if (auto object = reader.maybeObject("doubt")) {
        doubt.busy = object->list<BusyWorker>("busy", readBusy);
        if (auto late = object->maybeObject("late")) {
            doubt.late = LateStarts{late->number("p99"), late->number("bound")};
        }
    }
    return doubt;
}

Reason readReason(ObjectReader& reader) {
    return {.kind = reader.word("kind", kReasonWords),
            .index = reader.count("index"),
            .row = reader.count("row"),
            .limit = reader.count("limit")};
}

// Whether the figure a reason names is there, since readers go and fetch it.
bool pointsAtFigure(const Reason& reason, const Evaluation& evaluation) {
    const auto row = [&]() -> const BudgetRowResult* {
        if (reason.index >= evaluation.budgets.size()) {
            return nullptr;
        }
        const auto& rows = evaluation.budgets[reason.index].rows;
        return reason.row < rows.size() ? &rows[reason.row] : nullptr;
    };
    switch (reason.kind) {
    case ReasonKind::NoLoad:
        return true;
    case ReasonKind::GeneratorBusy:
        return reason.index < evaluation.doubt.busy.size();
    case ReasonKind::GeneratorLate:
        return evaluation.doubt.late.has_value();
    case ReasonKind::ThresholdFailed:
    case ReasonKind::ThresholdNoSamples:
        return reason.index < evaluation.thresholds.size();
    case ReasonKind::LimitFailed:
        return row() != nullptr && reason.limit < row()->limits.size();
    case ReasonKind::BudgetNoSamples:
        break;
    }
    return row() != nullptr;
}

bool isConsistent(const Verdict& verdict) {
    for (const Reason& reason : verdict.reasons) {
        if (!pointsAtFigure(reason, verdict.evaluation)) {
            return false;
        }
    }
    return verdict.outcome == Outcome::Pass || !verdict.reasons.empty();
}

} // namespace

std::optional<Verdict> verdictFromJson(std::string_view json) {
    if (json.size() > kMaxBytes) {
        return std::nullopt;
    }
    const Json document = Json::parse(json, nullptr, false);
    bool good = !document.is_discarded();
    ObjectReader reader(document, good);
    if (!good || reader.count("version") != kVerdictVersion) {
        return std::nullopt;
    }
    Verdict verdict;
    const std::optional<Outcome> outcome = outcomeFromName(reader.text("outcome"));
    verdict.reasons = reader.list<Reason>("reasons", readReason);
    verdict.evaluation.elapsed = reader.duration("elapsed_ns");
    if (document.contains("left_out_ns")) {
        verdict.evaluation.leftOut = reader.duration("left_out_ns");
    }
    verdict.evaluation.thresholds = reader.list<ThresholdResult>("thresholds", readThreshold);
    verdict.evaluation.budgets = reader.list<BudgetResult>("budgets", readBudget);
    verdict.evaluation.checks = reader.list<CheckResult>("checks", readCheck);
    verdict.evaluation.doubt = readDoubt(reader);
    if (document.contains("certificates")) {
        good = reader.text("certificates") == "not verified" && good;
        verdict.certificates = Certificates::NotVerified;
    }
    if (!good || !outcome) {
        return std::nullopt;
    }
    verdict.outcome = *outcome;
    return isConsistent(verdict) ? std::optional(std::move(verdict)) : std::nullopt;
}

} // namespace bw::verdict
