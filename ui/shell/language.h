#pragma once

#include <QString>

class QSettings;

namespace bw::shell {

// The window's words: "" as the system, "en", "ko". Words are set when a window is made, so a new choice
// counts from the next one.
[[nodiscard]] QString chosenLanguage(const QSettings& settings);
void chooseLanguage(QSettings& settings, const QString& language);

// Loads the words before the first window is made. What has no words in a language is English.
void installLanguage(const QSettings& settings);

} // namespace bw::shell
