#pragma once

#include "ui/report/paper/page_blocks.h"

#include <QList>
#include <QString>

// The colours on paper: those that the page's style sheet has for print.
namespace bw::ui_report::paper {

namespace ink {
inline constexpr QLatin1String kText("#000000");
inline constexpr QLatin1String kMuted("#444c58");
inline constexpr QLatin1String kLine("#ccd1d8");
inline constexpr QLatin1String kQuiet("#8a93a0");
inline constexpr QLatin1String kAccent("#2559c7");
inline constexpr QLatin1String kGood("#17703a");
inline constexpr QLatin1String kWarning("#8a5500");
inline constexpr QLatin1String kBad("#bb2525");
inline constexpr QLatin1String kP50("#7f9be0");
inline constexpr QLatin1String kP95("#4a70d0");
inline constexpr QLatin1String kP99("#152f80");
} // namespace ink

[[nodiscard]] constexpr QLatin1String inkOf(Tone tone) {
    switch (tone) {
    case Tone::Plain:
        break;
    case Tone::Muted:
        return ink::kMuted;
    case Tone::Good:
        return ink::kGood;
    case Tone::Warning:
        return ink::kWarning;
    case Tone::Bad:
        return ink::kBad;
    }
    return ink::kText;
}

// Of an element's class attribute; Plain when it names none.
[[nodiscard]] inline Tone toneNamed(QStringView classes) {
    for (const QStringView name : classes.split(u' ')) {
        if (name == u"bad") {
            return Tone::Bad;
        }
        if (name == u"warning") {
            return Tone::Warning;
        }
        if (name == u"good") {
            return Tone::Good;
        }
        if (name == u"muted") {
            return Tone::Muted;
        }
    }
    return Tone::Plain;
}

} // namespace bw::ui_report::paper
