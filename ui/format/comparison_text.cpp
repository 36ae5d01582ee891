#include "ui/format/comparison_text.h"

#include "core/metrics/metric.h"
#include "ui/format/units.h"
#include "ui/format/words.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace bw::format {
namespace {

using namespace Qt::StringLiterals;
using analysis::ComparedRow;
using analysis::Finding;
using analysis::Statistic;
using metrics::Builtin;

bool isOf(const analysis::Subject& subject, Builtin metric) {
    return subject.metric == metrics::builtinMetric(metric).name;
}

bool isTime(Statistic statistic) {
    return statistic == Statistic::P50 || statistic == Statistic::P95 || statistic == Statistic::P99;
}

// Without its sign.
QString sizeText(const ComparedRow& row, double effect) {
    return row.statistic == Statistic::Share ? number(std::abs(effect) * 100, 2) + QChar(kThinSpace) +
                                                   Words::tr("pp", "unit: percentage points")
                                             : percent(std::abs(effect), 2);
}

// What is open is told by how near it is to being known, all else by its size.
double weight(const ComparedRow& row) {
    if (row.finding == Finding::NeedsMoreRuns) {
        return row.high > row.low ? std::abs(row.effect) / (row.high - row.low) : 0;
    }
    return row.statistic == Statistic::Share ? std::abs(row.effect) * 10 : std::abs(std::log1p(row.effect));
}

int countOf(const std::vector<ComparedRow>& rows, Finding finding) {
    return static_cast<int>(std::ranges::count(rows, finding, &ComparedRow::finding));
}

// The weightiest of a kind, and how many there are beside.
QString told(const std::vector<ComparedRow>& inOrder, Finding finding) {
    const auto first = std::ranges::find(inOrder, finding, &ComparedRow::finding);
    const int others = countOf(inOrder, finding) - 1;
    const QString sentence = changeText(*first);
    if (others == 0) {
        return sentence;
    }
    const bool isWorse = finding == Finding::Worse;
    if (others == 1) {
        return sentence + u", "_s +
               (isWorse ? Words::tr("one other figure got worse") : Words::tr("one other figure got better"));
    }
    return sentence + u", "_s +
           (isWorse ? Words::tr("%1 other figures got worse") : Words::tr("%1 other figures got better"))
               .arg(others);
}

} // namespace

QString changeText(const ComparedRow& row) {
    const QString subject = subjectText(row.subject);
    const QString size = sizeText(row, row.effect);
    const bool isMore = row.effect > 0;
    if (isTime(row.statistic)) {
        const QString at = statisticText(row.subject, row.statistic);
        return isMore ? Words::tr("%1 got %2 slower at %3").arg(subject, size, at)
                      : Words::tr("%1 got %2 faster at %3").arg(subject, size, at);
    }
    if (row.statistic == Statistic::Share && isOf(row.subject, Builtin::HttpReqFailed)) {
        return isMore ? Words::tr("%1 failed %2 more often").arg(subject, size)
                      : Words::tr("%1 failed %2 less often").arg(subject, size);
    }
    return isMore ? Words::tr("%1 rose by %2").arg(subject, size)
                  : Words::tr("%1 fell by %2").arg(subject, size);
}

QString subjectText(const analysis::Subject& subject) {
    const QString name = plain(subject.name);
    if (isOf(subject, Builtin::HttpReqs)) {
        return Words::tr("requests a second");
    }
    if (isOf(subject, Builtin::Iterations)) {
        return Words::tr("iterations a second");
    }
    if (isOf(subject, Builtin::Checks)) {
        return Words::tr("checks that hold");
    }
    const bool isRequest = isOf(subject, Builtin::HttpReqDuration) || isOf(subject, Builtin::HttpReqFailed);
    if (isRequest) {
        return name.isEmpty() ? Words::tr("all requests") : name;
    }
    if (isOf(subject, Builtin::GroupDuration)) {
        const QString group = name.startsWith(u"::"_s) ? name.mid(2) : name;
        return name.isEmpty() ? Words::tr("all groups") : Words::tr("group %1").arg(group);
    }
    return name.isEmpty() ? plain(subject.metric) : Words::tr("%1 of %2").arg(plain(subject.metric), name);
}

QString statisticText(const analysis::Subject& subject, Statistic statistic) {
    switch (statistic) {
    case Statistic::P50:
        return u"P50"_s;
    case Statistic::P95:
        return u"P95"_s;
    case Statistic::P99:
        return u"P99"_s;
    case Statistic::Share:
        return isOf(subject, Builtin::HttpReqFailed) ? Words::tr("failed") : Words::tr("share");
    case Statistic::PerSecond:
        break;
    }
    return Words::tr("rate");
}

QString comparedValue(Statistic statistic, double value) {
    if (isTime(statistic)) {
        return milliseconds(value);
    }
    return statistic == Statistic::Share ? percent(value) : perSecond(value);
}

QString effectText(const ComparedRow& row, double effect) {
    const bool isNothing = std::abs(effect) < 5e-5;
    return (isNothing ? u"±"_s : effect > 0 ? u"+"_s : u"−"_s) + sizeText(row, isNothing ? 0 : effect);
}

QString intervalText(const ComparedRow& row) {
    return effectText(row, row.low) + u" … "_s + effectText(row, row.high);
}

QString findingText(Finding finding) {
    switch (finding) {
    case Finding::Better:
        return Words::tr("better");
    case Finding::Worse:
        return Words::tr("worse");
    case Finding::NoDifference:
        return Words::tr("no difference shown");
    case Finding::NeedsMoreRuns:
        return Words::tr("needs more runs");
    case Finding::NotComparable:
        break;
    }
    return Words::tr("not comparable");
}

QString obstacleText(const report::Obstacle& obstacle) {
    const QString run = QString::number(obstacle.run.value);
    switch (obstacle.kind) {
    case report::ObstacleKind::OtherPlan:
        return Words::tr("run %1 makes other requests (another plan)").arg(run);
    case report::ObstacleKind::OtherLoad:
        return Words::tr("run %1 made another load").arg(run);
    case report::ObstacleKind::GeneratorLimited:
        return Words::tr("the generator limited run %1").arg(run);
    case report::ObstacleKind::NotWhole:
        break;
    }
    return Words::tr("run %1 is not whole").arg(run);
}

std::vector<ComparedRow> inReadingOrder(std::vector<ComparedRow> rows) {
    const auto rank = [](const ComparedRow& row) {
        switch (row.finding) {
        case Finding::Worse:
            return 0;
        case Finding::Better:
            return 1;
        case Finding::NeedsMoreRuns:
            return 2;
        case Finding::NoDifference:
            return 3;
        case Finding::NotComparable:
            break;
        }
        return 4;
    };
    std::ranges::sort(rows, {}, [&](const ComparedRow& row) {
        return std::tuple(rank(row), -weight(row), row.subject, row.statistic);
    });
    return rows;
}

QString conclusionText(const report::ComparisonModel& model) {
    const std::vector<ComparedRow> rows = inReadingOrder(model.comparison.rows);
    if (!model.obstacles.empty()) {
        return Words::tr("These runs are no fair comparison: %1.").arg(obstacleText(model.obstacles.front()));
    }
    const int open = countOf(rows, Finding::NeedsMoreRuns);
    QStringList parts;
    for (const Finding finding : {Finding::Worse, Finding::Better}) {
        if (countOf(rows, finding) > 0) {
            parts << told(rows, finding);
        }
    }
    if (parts.isEmpty()) {
        return open == 0 ? Words::tr("No difference shown.")
               : open == 1
                   ? Words::tr("No difference shown; of one figure only more runs can tell.")
                   : Words::tr("No difference shown; of %1 figures only more runs can tell.").arg(open);
    }
    parts.front() += model.comparison.knowsRunToRun ? Words::tr(", surely") : Words::tr(", as it seems");
    parts << (open == 0   ? Words::tr("nothing else changed")
              : open == 1 ? Words::tr("of one figure only more runs can tell")
                          : Words::tr("of %1 figures only more runs can tell").arg(open));
    return parts.join(u"; "_s) + u'.';
}

QString groundsText(const report::ComparisonModel& model) {
    if (!model.comparison.knowsRunToRun) {
        return Words::tr("Indication only: one run a side, and no other runs of this plan that tell how far "
                         "runs differ by themselves.");
    }
    const QString sure = Words::tr("All findings together are wrong in at most 5 % of comparisons.");
    const int others = model.comparison.otherRuns;
    return sure + u' ' +
           (others == 0 ? Words::tr("The runs of each side say how far runs differ by themselves.")
            : others == 1
                ? Words::tr("One other run of this plan says how far runs differ by themselves.")
                : Words::tr("%1 other runs of this plan say how far runs differ by themselves.").arg(others));
}

} // namespace bw::format
