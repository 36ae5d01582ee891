#include "core/testplan/duration_value.h"

#include "core/base/duration_text.h"

namespace bw::testplan {

DurationText DurationText::from(std::string text, DurationForm form, Duration otherwise) {
    const Duration value = parseDuration(text).value_or(otherwise);
    return {value, std::move(text), form};
}

} // namespace bw::testplan
