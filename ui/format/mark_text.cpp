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

// "browsing +10 vus", see core/run/README.md.
QString loadText(const std::string& text) {
    const QStringList parts = plain(text).split(u' ');
    if (parts.size() != 3) {
        return plain(text);
    }
    const QString& amount = parts[1];
    const double number = amount.toDouble();
    if (!amount.startsWith(u'+') && !amount.startsWith(u'-')) {
        return Words::tr("%1: %2 VUs by hand").arg(parts[0], count(number));
    }
    if (number == 0) {
        return Words::tr("%1: load as planned again").arg(parts[0]);
    }
    const QString change = (number > 0 ? QStringLiteral("+") : QString()) + format::number(number);
    return parts[2] == QStringLiteral("rate") ? Words::tr("%1: %2 iterations/s by hand").arg(parts[0], change)
                                              : Words::tr("%1: %2 VUs by hand").arg(parts[0], change);
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
    if (mark.kind == "pause") {
        return Words::tr("paused by hand");
    }
    if (mark.kind == "resume") {
        return Words::tr("resumed");
    }
    if (mark.kind == "load") {
        return loadText(mark.text);
    }
    if (mark.kind == "note") {
        return plain(mark.text);
    }
    return plain(mark.kind) + QStringLiteral(": ") + plain(mark.text);
}

} // namespace bw::format
