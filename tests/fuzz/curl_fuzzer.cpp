// Any bytes as a curl command: no crash, bounded work, and a step that was read is one that a plan can hold.

#include "core/interchange/curl.h"
#include "core/testplan/step_text.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace bw;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    for (const std::string& command : {std::string(text), "curl " + std::string(text)}) {
        const auto read = interchange::parseCurl(command);
        if (!read) {
            continue;
        }
        const std::string written = testplan::writeStepText({read->step});
        const auto again = testplan::parseStepText(written);
        if (!again.steps || testplan::writeStepText(*again.steps) != written) {
            std::abort();
        }
    }
    return 0;
}
