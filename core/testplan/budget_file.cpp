#include "core/testplan/budget_file.h"

#include "core/base/file.h"
#include "core/base/nearest.h"
#include "core/testplan/parse.h"
#include "core/testplan/plan_keys.h"
#include "core/testplan/plan_reader.h"
#include "core/testplan/read_document.h"
#include "core/testplan/validation.h"

#include <algorithm>
#include <filesystem>

namespace bw::testplan {
namespace {

constexpr std::string_view kSuffix = ".budgets.json";

// A name, not a path.
bool isBudgetName(std::string_view name) {
    return !name.empty() && !name.starts_with('.') && std::ranges::all_of(name, [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
               c == '-' || c == '.';
    });
}

Problem fileProblem(ProblemKind kind, std::string_view subject) {
    Problem problem;
    problem.kind = kind;
    problem.subject = subject;
    return problem;
}

BudgetSpec readFile(ProblemLog& log, const JsonValue& document) {
    BudgetSpec budget;
    const Place root;
    ObjectReader reader(log, document, root, keys::kBudgetFile, &budget.written);
    reader.text("name", budget.name, Presence::Required);
    std::string description;
    reader.text("description", description);
    readBudgetRows(reader, budget.rows);
    return budget;
}

} // namespace

BudgetOutcome parseBudget(std::string_view text) {
    BudgetOutcome outcome;
    const auto document = readDocument(text);
    if (!document) {
        outcome.problems.push_back(document.error());
        return outcome;
    }
    ProblemLog log;
    if (!document->is(JsonKind::Object)) {
        reportType(log, *document, Place(), "object");
    } else if (readVersion(log, *document)) {
        reportDuplicateKeys(log, *document, Place());
        BudgetSpec budget = readFile(log, *document);
        const TestPlan nothing;
        Validation check(nothing);
        const Place root;
        validateBudgetRows(check, root.member("rows"), budget.rows);
        outcome.problems = log.take();
        std::vector<Problem> deeper = check.log().take();
        dropConsequences(deeper, outcome.problems);
        append(outcome.problems, deeper);
        if (outcome.problems.empty()) {
            outcome.budget = std::move(budget);
        }
    }
    append(outcome.problems, log.take());
    locateProblems(outcome.problems, text, *document);
    return outcome;
}

BudgetOutcome loadBudget(std::string_view name, std::span<const std::string> folders) {
    BudgetOutcome outcome;
    if (isBudgetName(name)) {
        for (const std::string& folder : folders) {
            const auto text =
                bw::readFile(folder + '/' + std::string(name) + std::string(kSuffix), kMaxPlanBytes);
            if (text) {
                return parseBudget(*text);
            }
            if (text.error().kind != FileErrorKind::NotFound) {
                Problem problem = fileProblem(ProblemKind::FileNotRead, text.error().path);
                problem.code = static_cast<int>(text.error().kind);
                outcome.problems.push_back(std::move(problem));
                return outcome;
            }
        }
    }
    const std::vector<std::string> names = budgetNames(folders);
    Problem problem = fileProblem(ProblemKind::NoSuchBudget, name);
    problem.expected = joined(names);
    problem.suggestion = nearest(name, names);
    outcome.problems.push_back(std::move(problem));
    return outcome;
}

std::string budgetFile(std::string_view name, std::span<const std::string> folders) {
    std::error_code error;
    for (const std::string& folder : folders) {
        std::string path = folder + '/' + std::string(name) + std::string(kSuffix);
        if (isBudgetName(name) && std::filesystem::exists(path, error)) {
            return path;
        }
    }
    return {};
}

std::vector<std::string> budgetNames(std::span<const std::string> folders) {
    std::vector<std::string> names;
    for (const std::string& folder : folders) {
        std::error_code error;
        for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
            std::string name = entry.path().filename().string();
            if (name.size() > kSuffix.size() && name.ends_with(kSuffix)) {
                name.resize(name.size() - kSuffix.size());
                names.push_back(std::move(name));
            }
        }
    }
    std::ranges::sort(names);
    const auto same = std::ranges::unique(names);
    names.erase(same.begin(), same.end());
    return names;
}

ResolvedBudgets resolveBudgets(std::span<const BudgetSpec> budgets, std::span<const std::string> folders) {
    ResolvedBudgets resolved;
    const Place root;
    const Place list = root.member("budgets");
    for (std::size_t i = 0; i < budgets.size(); ++i) {
        resolved.budgets.push_back(budgets[i]);
        if (budgets[i].use.empty()) {
            continue;
        }
        const Place item = list.item(i);
        BudgetOutcome loaded = loadBudget(budgets[i].use, folders);
        if (loaded.budget) {
            resolved.budgets.back() = std::move(*loaded.budget);
            resolved.budgets.back().use = budgets[i].use;
        }
        for (Problem& problem : loaded.problems) {
            // The table's own place, in the file that the plan's place names.
            problem.place = item.member("use").text() + (problem.place.empty() ? "" : " " + problem.place);
            resolved.problems.push_back(std::move(problem));
        }
    }
    return resolved;
}

} // namespace bw::testplan
