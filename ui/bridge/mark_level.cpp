#include "ui/bridge/mark_level.h"

namespace bw::bridge {

LogLevel levelOf(const history::MarkRecord& mark) {
    const bool isByHand =
        mark.kind == "pause" || mark.kind == "resume" || mark.kind == "load" || mark.kind == "note";
    return isByHand ? LogLevel::Info : LogLevel::Warning;
}

} // namespace bw::bridge
