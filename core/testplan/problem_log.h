#pragma once

#include "core/testplan/parse.h"
#include "core/testplan/place.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace bw::testplan {

struct JsonValue;

// Collects problems with their places, up to kMaxProblems.
class ProblemLog {
public:
    void add(Problem problem);
    void add(ProblemKind kind, const Place& place, std::string_view subject = {},
             std::string_view expected = {}, std::string_view suggestion = {});

    // No more are listed: searching for their suggestions is in vain.
    [[nodiscard]] bool isFull() const { return m_problems.size() >= kMaxProblems && m_more; }
    [[nodiscard]] bool empty() const { return m_problems.empty(); }
    [[nodiscard]] const std::vector<Problem>& problems() const { return m_problems; }

    // The problems; where more were found than are listed, the last one says so. Leaves the log empty.
    [[nodiscard]] std::vector<Problem> take();

private:
    std::vector<Problem> m_problems;
    bool m_more = false;
};

// Removes those of `later` that a problem of `first` at the same place, or around it, makes meaningless.
void dropConsequences(std::vector<Problem>& later, const std::vector<Problem>& first);

void append(std::vector<Problem>& problems, std::vector<Problem> more);

// Gives each problem the line and column where its place stands in the text (the key, or the item), and puts
// them in that order.
void locateProblems(std::vector<Problem>& problems, std::string_view text, const JsonValue& document);

} // namespace bw::testplan
