#pragma once

#include "ui/bridge/plan_document.h"
#include "ui/designer/form/language.h"

#include <QStringList>

#include <functional>

class QLineEdit;
class QPlainTextEdit;

namespace bw::designer {

// The names that expressions of a plan may use: its variables, what steps extract, columns of feeds, secrets,
// what a response has, and the functions with an opening parenthesis.
[[nodiscard]] QStringList completionWords(const bridge::PlanDocument& document);

// Where the word begins that ends at the cursor; -1 when nothing is to be completed there.
[[nodiscard]] int wordBefore(const QString& text, int cursor, Language language);

// Asked whenever a word is begun.
using WordsOf = std::function<QStringList()>;

// Offers words while one types; Enter or Tab takes one, Escape none, Ctrl+Space asks for them.
void complete(QLineEdit& line, Language language, WordsOf words);
void complete(QPlainTextEdit& area, Language language, WordsOf words);

} // namespace bw::designer
