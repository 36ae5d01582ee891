#pragma once

#include "core/report/report_model.h"

#include <QString>

#include <string_view>
#include <vector>

// WebSocket sessions in words.
namespace bw::format {

// A close code with what it means (RFC 6455 §7.4.1): "1001, going away".
[[nodiscard]] QString closeCodeText(std::string_view code);
// "1000, normal × 48; connection reset × 2"; empty when none has ended.
[[nodiscard]] QString endingsText(const std::vector<report::SessionEnding>& endings);
// One of them without its count.
[[nodiscard]] QString endingText(const report::SessionEnding& ending);

} // namespace bw::format
