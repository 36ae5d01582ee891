#pragma once

#include <QColor>
#include <QPalette>

#include <array>
#include <cstdint>

namespace bw::theme {

enum class Appearance : std::uint8_t { Light, Dark };

// The window's colours by what they mean. Text on surface or raised has a contrast of 4.5:1 or better, as
// have accent, good, warning and bad where they are text. Values; the two sets are constants.
struct Tokens {
    Appearance appearance;
    QColor surface; // the ground of views and charts
    QColor raised;  // bars, cards, headers
    QColor sunken;  // fields that take text
    QColor line;    // hairlines between things, grid of charts
    QColor text;
    QColor muted;     // labels beside figures, axes
    QColor accent;    // what can be acted upon, focus, selection
    QColor onAccent;  // text on accent
    QColor selection; // the ground of selected rows
    QColor good;
    QColor warning;
    QColor bad;                       // errors, breached limits; the dashed line of a budget
    std::array<QColor, 3> percentile; // P50, P95, P99: one hue getting stronger
    // In fixed order, told apart by colour-blind people (Okabe and Ito, 2008).
    std::array<QColor, 8> scenario;
};

[[nodiscard]] const Tokens& tokens(Appearance appearance);
// The set that belongs to a widget's palette: how widgets find their colours, also after a switch.
[[nodiscard]] const Tokens& tokens(const QPalette& palette);

// What Qt's own widgets are painted with.
[[nodiscard]] QPalette makePalette(Appearance appearance);

// 4.5 is the least for text (WCAG 2.1, 1.4.3).
[[nodiscard]] double contrast(const QColor& a, const QColor& b);

// The 8 px grid.
inline constexpr int kGrid = 8;
inline constexpr int kHalfGrid = 4; // inside controls
inline constexpr int kRadius = 4;   // of everything that is round at its corners

} // namespace bw::theme
