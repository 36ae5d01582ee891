#include "core/engine/answer_cookies.h"

#include "core/codec/http1_writer.h"

namespace bw::engine {

void takeCookies(VuState& user, const codec::Url& url, const client::Exchange& exchange) {
    exchange.fields.forEach([&](std::string_view name, std::string_view value) {
        if (codec::equalsIgnoringCase(name, "Set-Cookie")) {
            user.cookies.set(url, value, static_cast<std::int64_t>(user.worker.nowMs() / 1000));
        }
    });
}

} // namespace bw::engine
