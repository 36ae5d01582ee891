#include "core/testplan/problem_log.h"

#include <algorithm>
#include <unordered_set>

namespace bw::testplan {

bool hasErrors(const std::vector<Problem>& problems) {
    return std::ranges::any_of(problems, [](const Problem& p) { return p.severity == Severity::Error; });
}

void ProblemLog::add(Problem problem) {
    if (m_problems.size() < kMaxProblems) {
        m_problems.push_back(std::move(problem));
    } else {
        m_more = true;
    }
}

void ProblemLog::add(ProblemKind kind, const Place& place, std::string_view subject,
                     std::string_view expected, std::string_view suggestion) {
    if (m_problems.size() >= kMaxProblems) {
        m_more = true;
        return;
    }
    Problem problem;
    problem.kind = kind;
    problem.place = place.text();
    problem.subject = subject;
    problem.expected = expected;
    problem.suggestion = suggestion;
    m_problems.push_back(std::move(problem));
}

std::vector<Problem> ProblemLog::take() {
    if (m_more) {
        Problem more;
        more.kind = ProblemKind::TooManyProblems;
        more.expected = std::to_string(kMaxProblems);
        m_problems.push_back(std::move(more));
        m_more = false;
    }
    return std::exchange(m_problems, {});
}

void append(std::vector<Problem>& problems, std::vector<Problem> more) {
    problems.insert(problems.end(), std::make_move_iterator(more.begin()),
                    std::make_move_iterator(more.end()));
}

void dropConsequences(std::vector<Problem>& later, const std::vector<Problem>& first) {
    std::unordered_set<std::string_view> places;
    for (const Problem& problem : first) {
        places.insert(problem.place);
    }
    std::erase_if(later, [&](const Problem& problem) {
        const std::string_view place = problem.place;
        for (std::size_t end = place.size(); end != std::string_view::npos && end > 0;
             end = place.find_last_of(".[", end - 1)) {
            if (places.contains(place.substr(0, end))) {
                return true;
            }
        }
        return false;
    });
}

} // namespace bw::testplan
