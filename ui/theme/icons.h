#pragma once

#include "ui/theme/tokens.h"

#include <QIcon>
#include <QString>

#include <cstdint>

namespace bw::theme {

// What an icon is painted in; resolved when it is painted, so that a switch of the appearance reaches it.
enum class Ink : std::uint8_t { Text, Muted, Accent, OnAccent, Good, Warning, Bad };

[[nodiscard]] QColor colourOf(Ink ink, const Tokens& tokens);

// An icon of resources/icons by its file's name without ending ("play"); drawn from its outline at any scale,
// paler when disabled. Null when there is none of that name.
[[nodiscard]] QIcon icon(const QString& name, Ink ink = Ink::Text);

} // namespace bw::theme
