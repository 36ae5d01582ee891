#include "core/server/app.h"

namespace bw::server {

void App::beforeSend(Exchange&, Instant) {}

void App::onSent(const SentAnswer&) {}

} // namespace bw::server
