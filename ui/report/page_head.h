#pragma once

#include <QString>

namespace bw::ui_report {

// What language the words are in, as HTML names it: "en".
[[nodiscard]] QString pageLanguage();

// The beginning of a self-contained page, up to <body>: its content policy, language, title and style.
[[nodiscard]] QString pageHead(const QString& title);

// Beside a page's first sentence: ✓, ✗ or ? in the tone's colour; "good", "bad" or "warning".
[[nodiscard]] QString pageMark(const QString& tone);

} // namespace bw::ui_report
