#pragma once

#include "ui/theme/tokens.h"

#include <QString>

namespace bw::shell {

// The application's style sheet over Qt's Fusion style: hairlines instead of boxes, one radius, visible
// focus.
[[nodiscard]] QString styleText(const theme::Tokens& tokens);

} // namespace bw::shell
