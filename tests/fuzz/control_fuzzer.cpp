// Any bytes as a request to a run: no crash, and what is read can be written and read again.

#include "core/control/control_message.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace bw::control;
    const auto request = parseControlRequest({reinterpret_cast<const char*>(data), size});
    if (request) {
        const std::string text = controlRequestText(*request);
        const auto again = parseControlRequest(text);
        if (!again || again->command != request->command || again->amount != request->amount) {
            std::abort();
        }
    }
    return 0;
}
