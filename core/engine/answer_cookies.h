#pragma once

#include "core/client/exchange.h"
#include "core/codec/url.h"
#include "core/engine/vu_state.h"

namespace bw::engine {

// The virtual user keeps the cookies that the server of the URL set with its answer.
void takeCookies(VuState& user, const codec::Url& url, const client::Exchange& exchange);

} // namespace bw::engine
