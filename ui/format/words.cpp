#include "ui/format/words.h"

namespace bw::format {

QString plain(std::string_view text) {
    QString result = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    for (QChar& character : result) {
        const char16_t unit = character.unicode();
        const bool turnsDirection = (unit >= 0x200e && unit <= 0x200f) ||
                                    (unit >= 0x202a && unit <= 0x202e) || (unit >= 0x2066 && unit <= 0x2069);
        if (turnsDirection || character.category() == QChar::Other_Control) {
            character = QChar::ReplacementCharacter;
        }
    }
    return result;
}

} // namespace bw::format
