#include "ui/format/regression_text.h"

#include "ui/format/comparison_text.h"
#include "ui/format/words.h"

#include <algorithm>

namespace bw::format {

QString severityText(analysis::Severity severity) {
    switch (severity) {
    case analysis::Severity::Critical:
        return Words::tr("critical");
    case analysis::Severity::High:
        return Words::tr("high");
    case analysis::Severity::Medium:
        return Words::tr("medium");
    case analysis::Severity::Low:
        break;
    }
    return Words::tr("low");
}

QString trendText(analysis::Trend trend) {
    switch (trend) {
    case analysis::Trend::Stable:
        return Words::tr("stable");
    case analysis::Trend::Improving:
        return Words::tr("improving");
    case analysis::Trend::Degrading:
        return Words::tr("degrading");
    case analysis::Trend::Unknown:
        break;
    }
    return QStringLiteral("–");
}

QString baselineText(const report::RegressionModel& model) {
    if (model.baseline.run) {
        return Words::tr("run %1").arg(model.baseline.run->value);
    }
    QStringList numbers;
    for (const history::RunSummary& run : model.comparison.before) {
        numbers << QString::number(run.id.value);
    }
    return Words::tr("the last good runs (%1)").arg(numbers.join(QStringLiteral(", ")));
}

QString regressionSentence(const report::RegressionModel& model) {
    const QString baseline = baselineText(model);
    if (!model.comparison.obstacles.empty()) {
        return Words::tr("No fair comparison with the baseline, %1: %2.")
            .arg(baseline, obstacleText(model.comparison.obstacles.front()));
    }
    const auto sure =
        static_cast<int>(std::ranges::count(model.regressions, true, &analysis::Regression::isSure));
    const auto open = static_cast<int>(model.regressions.size()) - sure;
    if (sure == 0) {
        return open == 0 ? Words::tr("No regression from the baseline, %1.").arg(baseline)
               : open == 1
                   ? Words::tr("No sure regression from the baseline, %1; of one figure beyond its tolerance "
                               "only more runs can tell.")
                         .arg(baseline)
                   : Words::tr("No sure regression from the baseline, %1; of %2 figures beyond their "
                               "tolerance only more runs can tell.")
                         .arg(baseline, QString::number(open));
    }
    const analysis::Regression& first = model.regressions.front();
    const QString severity = severityText(first.severity);
    return sure == 1 ? Words::tr("One regression from the baseline, %1; it is %2: %3.")
                           .arg(baseline, severity, changeText(first.row))
                     : Words::tr("%1 regressions from the baseline, %2; the severest is %3: %4.")
                           .arg(QString::number(sure), baseline, severity, changeText(first.row));
}

} // namespace bw::format
