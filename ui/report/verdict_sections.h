#pragma once

#include "core/verdict/verdict.h"

#include <QString>

namespace bw::ui_report {

// Pieces of the page about the verdict; each is empty when there is nothing to say.

// Every reason but the first, which is in the headline.
[[nodiscard]] QString reasonsSection(const verdict::Verdict& verdict);
[[nodiscard]] QString thresholdsSection(const verdict::Evaluation& evaluation);
[[nodiscard]] QString budgetsSection(const verdict::Evaluation& evaluation);
[[nodiscard]] QString checksSection(const verdict::Evaluation& evaluation);

} // namespace bw::ui_report
