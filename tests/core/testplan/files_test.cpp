#include "core/base/file.h"
#include "core/testplan/budget_file.h"
#include "core/testplan/plan_file.h"
#include "tests/core/testplan/base_plan.h"

#include <filesystem>
#include <gmock/gmock.h>
#include <unistd.h>

namespace bw::testplan {
namespace {

namespace fs = std::filesystem;

const std::string kBudgets = std::string(BW_SOURCE_DIR) + "/resources/budgets";

class PlanFolder : public testing::Test {
protected:
    void SetUp() override {
        std::string name = testing::TempDir() + "bw-plan-XXXXXX";
        ASSERT_NE(mkdtemp(name.data()), nullptr);
        m_folder = name;
        fs::create_directories(m_folder + "/plan/data");
        put("plan/users.csv", "name\nann\n");
        put("outside.csv", "name\nbob\n");
    }
    void TearDown() override { fs::remove_all(m_folder); }

    void put(const std::string& name, std::string_view text) {
        ASSERT_TRUE(writeFileAtomically(m_folder + '/' + name, text).has_value());
    }
    ParseOutcome load(const std::string& text) {
        put("plan/a.plan.json", text);
        return loadPlan(m_folder + "/plan/a.plan.json", {kBudgets});
    }

    std::string m_folder;
};

TEST_F(PlanFolder, FeedsAreFoundBesideThePlan) {
    const ParseOutcome outcome = load(std::string(kBasePlan));
    EXPECT_TRUE(outcome.problems.empty()) << outcome.problems.front().place;
}

TEST_F(PlanFolder, AMissingFeedIsToldWithItsPlace) {
    const ParseOutcome outcome = load(changedPlan("users.csv", "none.csv"));
    ASSERT_EQ(outcome.problems.size(), 1U);
    EXPECT_EQ(outcome.problems[0].kind, ProblemKind::FileNotRead);
    EXPECT_EQ(outcome.problems[0].place, "feeds.users.file");
    EXPECT_EQ(outcome.problems[0].code, static_cast<int>(FileErrorKind::NotFound));
    EXPECT_EQ(outcome.problems[0].line, 7U);
}

TEST_F(PlanFolder, ALinkOutOfTheFolderIsRefused) {
    fs::create_symlink(m_folder + "/outside.csv", m_folder + "/plan/link.csv");
    const ParseOutcome outcome = load(changedPlan("users.csv", "link.csv"));
    ASSERT_EQ(outcome.problems.size(), 1U);
    EXPECT_EQ(outcome.problems[0].kind, ProblemKind::FileOutsideFolder);
}

TEST_F(PlanFolder, AFolderIsNoFeed) {
    const ParseOutcome outcome = load(changedPlan("users.csv", "data"));
    ASSERT_EQ(outcome.problems.size(), 1U);
    EXPECT_EQ(outcome.problems[0].code, static_cast<int>(FileErrorKind::NotAFile));
}

TEST_F(PlanFolder, AMissingPlanIsOneProblem) {
    const ParseOutcome outcome = loadPlan(m_folder + "/none.plan.json", {});
    ASSERT_EQ(outcome.problems.size(), 1U);
    EXPECT_EQ(outcome.problems[0].kind, ProblemKind::FileNotRead);
    EXPECT_TRUE(outcome.problems[0].place.empty());
}

TEST_F(PlanFolder, PathsStayUnderTheFolder) {
    EXPECT_EQ(pathUnder(m_folder, "plan/users.csv"), fs::canonical(m_folder).string() + "/plan/users.csv");
    EXPECT_EQ(pathUnder(m_folder, "plan/../outside.csv"), fs::canonical(m_folder).string() + "/outside.csv");
    for (const std::string bad : {"", "/etc/passwd", "..", "../x", "plan/../../x", "."}) {
        EXPECT_EQ(pathUnder(m_folder, bad), "") << bad;
    }
    EXPECT_EQ(pathUnder(m_folder, std::string("a\0b", 3)), "");
}

TEST_F(PlanFolder, ABudgetThatIsNowhereIsToldWithTheNearestName) {
    const ParseOutcome outcome =
        load(changedPlan(R"([{"name": "own", )", R"([{"use": "jts-ap"}, {"name": "own", )"));
    ASSERT_EQ(outcome.problems.size(), 1U);
    EXPECT_EQ(outcome.problems[0].kind, ProblemKind::NoSuchBudget);
    EXPECT_EQ(outcome.problems[0].place, "budgets[0].use");
    EXPECT_EQ(outcome.problems[0].suggestion, "jts-api");
}

TEST(BudgetFile, HoldsTheSpecificationsTable) {
    const BudgetOutcome outcome = loadBudget("jts-api", std::vector{kBudgets});
    ASSERT_TRUE(outcome.budget.has_value());
    EXPECT_EQ(outcome.budget->name, "jts-api");
    ASSERT_EQ(outcome.budget->rows.size(), 10U);
    const auto& row = std::get<RequestRow>(outcome.budget->rows.front());
    EXPECT_EQ(row.select, "name:order_placement");
    EXPECT_THAT(row.tags,
                testing::ElementsAre(std::pair<std::string, std::string>("name", "order_placement")));
    EXPECT_EQ(row.p50->value, std::chrono::milliseconds(5));
    EXPECT_EQ(row.p99->value, std::chrono::milliseconds(10));
    EXPECT_DOUBLE_EQ(row.errorRate->value, 0.0001);
    EXPECT_EQ(row.throughput->value, 10'000);
}

TEST(BudgetFile, EveryCategoryOfTheTableHasAllFiveLimits) {
    const BudgetOutcome outcome = loadBudget("jts-api", std::vector{kBudgets});
    ASSERT_TRUE(outcome.budget.has_value());
    for (const BudgetRow& each : outcome.budget->rows) {
        const auto& row = std::get<RequestRow>(each);
        ASSERT_TRUE(row.p50 && row.p95 && row.p99 && row.errorRate && row.throughput) << row.select;
        EXPECT_LT(row.p50->value, row.p95->value) << row.select;
        EXPECT_LT(row.p95->value, row.p99->value) << row.select;
    }
}

TEST(BudgetFile, HoldsTheTableOfQueries) {
    const BudgetOutcome outcome = loadBudget("jts-queries", std::vector{kBudgets});
    ASSERT_TRUE(outcome.budget.has_value());
    ASSERT_EQ(outcome.budget->rows.size(), 12U);
    const auto& row = std::get<RequestRow>(outcome.budget->rows[1]);
    EXPECT_EQ(row.select, "query:order_operations");
    ASSERT_EQ(row.within.size(), 1U);
    EXPECT_EQ(row.within[0].time.value, std::chrono::milliseconds(5));
    EXPECT_DOUBLE_EQ(row.within[0].share.value, 0.98);
    EXPECT_EQ(row.throughput->value, 5000);
}

TEST(BudgetFile, FirstFolderThatHasItWins) {
    const std::vector<std::string> folders{"/nowhere", kBudgets};
    EXPECT_THAT(budgetNames(folders), testing::Contains("jts-api"));
    EXPECT_EQ(budgetFile("jts-api", folders), std::string(kBudgets) + "/jts-api.budgets.json");
    EXPECT_EQ(budgetFile("jts-apis", folders), "");
    EXPECT_EQ(budgetFile("../budgets/jts-api", folders), "");
    EXPECT_TRUE(loadBudget("jts-api", folders).budget.has_value());
    EXPECT_FALSE(loadBudget("../budgets/jts-api", folders).budget.has_value()) << "a name is no path";
}

TEST(BudgetFile, ProblemsHaveTheirPlaces) {
    const BudgetOutcome outcome = parseBudget(
        R"({"bellwether": 1, "name": "x", "rows": [{"select": "name:a", "p99": "5x"}, {"select": "b", "p45": 1}]})");
    EXPECT_FALSE(outcome.budget.has_value());
    ASSERT_EQ(outcome.problems.size(), 3U);
    EXPECT_EQ(outcome.problems[0].place, "rows[0].p99");
    EXPECT_EQ(outcome.problems[1].place, "rows[1].select");
    EXPECT_EQ(outcome.problems[2].place, "rows[1].p45");
    EXPECT_EQ(parseBudget(R"({"bellwether": 2})").problems.at(0).kind, ProblemKind::NewerFormat);
}

TEST(BudgetFile, UseIsReplacedByTheTable) {
    std::vector<BudgetSpec> budgets(2);
    budgets[0].use = "jts-api";
    budgets[1].name = "own";
    const ResolvedBudgets resolved = resolveBudgets(budgets, std::vector{kBudgets});
    EXPECT_TRUE(resolved.problems.empty());
    ASSERT_EQ(resolved.budgets.size(), 2U);
    EXPECT_EQ(resolved.budgets[0].use, "jts-api");
    EXPECT_EQ(resolved.budgets[0].rows.size(), 10U);
    EXPECT_EQ(resolved.budgets[1].name, "own");
}

} // namespace
} // namespace bw::testplan
