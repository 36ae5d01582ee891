#include "core/testplan/plan_file.h"

#include "core/base/file.h"
#include "core/testplan/budget_file.h"
#include "core/testplan/problem_log.h"
#include "core/testplan/read_document.h"
#include "core/testplan/step_walk.h"

#include <filesystem>

namespace bw::testplan {
namespace {

namespace fs = std::filesystem;

Problem notRead(std::string place, std::string_view path, FileErrorKind kind) {
    Problem problem;
    problem.kind = ProblemKind::FileNotRead;
    problem.place = std::move(place);
    problem.subject = path;
    problem.code = static_cast<int>(kind);
    return problem;
}

// Looks at the files a plan names. What lies outside by its text alone was reported before.
class FileCheck {
public:
    FileCheck(const std::string& folder, std::vector<Problem>& problems)
        : m_folder(folder)
        , m_problems(problems) {}

    void file(const Place& place, const std::string& file) {
        if (file.empty()) {
            return;
        }
        const std::string path = pathUnder(m_folder, file);
        std::error_code error;
        if (path.empty()) {
            Problem problem;
            problem.kind = ProblemKind::FileOutsideFolder;
            problem.place = place.text();
            problem.subject = file;
            m_problems.push_back(std::move(problem));
        } else if (!fs::exists(path, error)) {
            m_problems.push_back(notRead(place.text(), file, FileErrorKind::NotFound));
        } else if (!fs::is_regular_file(path, error)) {
            m_problems.push_back(notRead(place.text(), file, FileErrorKind::NotAFile));
        }
    }

    void steps(const Place& place, const Steps& steps) {
        for (std::size_t i = 0; i < steps.size(); ++i) {
            const Place step = place.item(i);
            const Place kind = step.member(stepKindName(steps[i].kind));
            if (const auto* http = std::get_if<HttpStep>(&steps[i].kind)) {
                body(kind, http->body);
            }
            inside(kind, steps[i]);
        }
    }

private:
    void body(const Place& place, const Body& body) {
        if (const auto* whole = std::get_if<FileBody>(&body)) {
            file(place.member("file"), whole->file);
        } else if (const auto* multipart = std::get_if<MultipartBody>(&body)) {
            const Place list = place.member("multipart");
            for (std::size_t i = 0; i < multipart->parts.size(); ++i) {
                const Place part = list.item(i);
                file(part.member("file"), multipart->parts[i].file);
            }
        }
    }

    void inside(const Place& kind, const Step& step) {
        const std::vector<const Steps*> lists = stepsInside(step);
        for (std::size_t i = 0; i < lists.size(); ++i) {
            if (std::holds_alternative<ChooseStep>(step.kind)) {
                const Place choice = kind.item(i);
                steps(choice.member("steps"), *lists[i]);
            } else if (std::holds_alternative<IfStep>(step.kind)) {
                steps(kind.member(i == 0 ? "then" : "else"), *lists[i]);
            } else {
                steps(kind.member("steps"), *lists[i]);
            }
        }
    }

    const std::string& m_folder;
    std::vector<Problem>& m_problems;
};

void checkFiles(const TestPlan& plan, const std::string& folder, std::vector<Problem>& problems) {
    FileCheck check(folder, problems);
    const Place root;
    const Place feeds = root.member("feeds");
    for (const FeedSpec& feed : plan.feeds) {
        const Place place = feeds.member(feed.name);
        check.file(place.member("file"), feed.file);
    }
    const Place defaults = root.member("defaults");
    const Place http = defaults.member("http");
    const Place tls = http.member("tls");
    check.file(tls.member("ca"), plan.defaults.http.tls.ca);
    check.file(tls.member("cert"), plan.defaults.http.tls.cert);
    check.file(tls.member("key"), plan.defaults.http.tls.key);
    const Place flows = root.member("flows");
    for (const Flow& flow : plan.flows) {
        const Place place = flows.member(flow.name);
        check.steps(place.member("before"), flow.before);
        check.steps(place.member("after"), flow.after);
        check.steps(place.member("steps"), flow.steps);
    }
}

std::string folderOf(const std::string& path) {
    const std::string folder = fs::path(path).parent_path().string();
    return folder.empty() ? "." : folder;
}

} // namespace

std::string pathUnder(const std::string& folder, const std::string& file) {
    std::error_code error;
    if (file.empty() || file.find('\0') != std::string::npos || fs::path(file).is_absolute()) {
        return {};
    }
    const fs::path base = fs::weakly_canonical(fs::absolute(folder, error), error);
    if (error) {
        return {};
    }
    const fs::path path = fs::weakly_canonical(base / file, error);
    if (error) {
        return {};
    }
    const fs::path relative = path.lexically_relative(base);
    return relative.empty() || relative == "." || *relative.begin() == ".." ? std::string() : path.string();
}

ParseOutcome loadPlan(const std::string& path, const std::vector<std::string>& budgetFolders) {
    const auto text = readFile(path, kMaxPlanBytes);
    if (!text) {
        return {std::nullopt, {notRead({}, path, text.error().kind)}};
    }
    return checkPlan(*text, path, budgetFolders);
}

ParseOutcome checkPlan(std::string_view text, const std::string& path,
                       const std::vector<std::string>& budgetFolders) {
    ParseOutcome outcome = parse(text);
    if (!outcome.plan) {
        return outcome;
    }
    std::vector<Problem> outside;
    checkFiles(*outcome.plan, folderOf(path), outside);
    dropConsequences(outside, outcome.problems);
    append(outside, resolveBudgets(outcome.plan->budgets, budgetFolders).problems);
    if (const auto document = readDocument(text); document && !outside.empty()) {
        append(outcome.problems, outside);
        locateProblems(outcome.problems, text, *document);
    }
    return outcome;
}

} // namespace bw::testplan
