#pragma once

#include "ui/format/words.h"

#include <QCoreApplication>
#include <QString>

#include <string_view>

namespace bw::ui_report {

// Words::tr(): the words of reports, with one context for translators.
class Words {
    Q_DECLARE_TR_FUNCTIONS(report)
};

// Text of any origin as HTML text or as an attribute's value.
[[nodiscard]] inline QString escaped(const QString& text) {
    return text.toHtmlEscaped();
}
[[nodiscard]] inline QString escaped(std::string_view text) {
    return format::plain(text).toHtmlEscaped();
}

} // namespace bw::ui_report
