#include "ui/live/chart_words.h"

#include "ui/format/words.h"

namespace bw::live {

QString shortName(std::string_view name) {
    constexpr qsizetype kLongest = 28;
    const QString text = format::plain(name);
    return text.size() <= kLongest ? text
                                   : text.first(kLongest / 2) + QChar(0x2026) + text.last(kLongest / 2 - 1);
}

} // namespace bw::live
