#include "ui/format/mark_text.h"

#include "ui/format/units.h"
#include "ui/format/words.h"

#include <cstdlib>

namespace bw::format {
namespace {

// Marks of clocks carry whole milliseconds.
Duration amountOf(const std::string& text) {
    return std::chrono::milliseconds(std::strtoll(text.c_str(), nullptr, 10));
}

} // namespace

QString markText(const history::MarkRecord& mark) {
    if (mark.kind == "suspend") {
        return Words::tr("the computer slept for %1").arg(duration(amountOf(mark.text)));
    }
    if (mark.kind == "clock_jump") {
        const Duration amount = amountOf(mark.text);
        return amount < Duration::zero() ? Words::tr("the clock was set back by %1").arg(duration(-amount))
                                         : Words::tr("the clock was set forward by %1").arg(duration(amount));
    }
    if (mark.kind == "abort") {
        return Words::tr("stopped by the threshold %1").arg(plain(mark.text));
    }
    return plain(mark.kind) + QStringLiteral(": ") + plain(mark.text);
}

} // namespace bw::format
