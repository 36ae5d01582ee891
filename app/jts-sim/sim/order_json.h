#pragma once

#include "app/jts-sim/sim/json_writer.h"
#include "app/jts-sim/sim/order.h"

#include <string_view>

namespace bw::jts {

inline constexpr std::string_view orderIdPrefix = "ord-";

// The members of an order, with a status that may not be its own.
void appendOrderFields(JsonWriter& json, const Order& order, OrderStatus status);

} // namespace bw::jts
