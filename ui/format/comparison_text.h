#pragma once

#include "core/report/comparison_model.h"

#include <QString>
#include <QStringList>

// A comparison in words.
namespace bw::format {

// What a row is about: "order_placement", "all requests", "group checkout", "ws_msg_latency of feed".
[[nodiscard]] QString subjectText(const analysis::Subject& subject);
// "P95", "failed", "per second".
[[nodiscard]] QString statisticText(const analysis::Subject& subject, analysis::Statistic statistic);
// A value with its unit.
[[nodiscard]] QString comparedValue(analysis::Statistic statistic, double value);
// "+12 %", "−0.4 %"; of shares in percentage points: "+0.3 pp".
[[nodiscard]] QString effectText(const analysis::ComparedRow& row, double effect);
// "+9.1 % … +15 %"
[[nodiscard]] QString intervalText(const analysis::ComparedRow& row);
[[nodiscard]] QString findingText(analysis::Finding finding);
// "Run 12 makes other requests (another plan)"
[[nodiscard]] QString obstacleText(const report::Obstacle& obstacle);

// "order_placement got 12 % slower at P95"
[[nodiscard]] QString changeText(const analysis::ComparedRow& row);

// The sentence that is read first: "order_placement got 12 % slower at P95, surely; nothing else changed."
[[nodiscard]] QString conclusionText(const report::ComparisonModel& model);
// How sure it is and why, in one more sentence.
[[nodiscard]] QString groundsText(const report::ComparisonModel& model);

// Rows in the order in which one reads them: worse, better, open, unchanged, not comparable; large first.
[[nodiscard]] std::vector<analysis::ComparedRow> inReadingOrder(std::vector<analysis::ComparedRow> rows);

} // namespace bw::format
