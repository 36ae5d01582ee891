#pragma once

#include <QCoreApplication>
#include <QString>

#include <string_view>

namespace bw::format {

// Words::tr(): the words of this folder, with one context for translators.
class Words {
    Q_DECLARE_TR_FUNCTIONS(format)
};

// The UTF-8 of core as text; control characters, which could rewrite a terminal's line, and
// marks that turn the direction of writing become U+FFFD.
[[nodiscard]] QString plain(std::string_view text);

} // namespace bw::format
