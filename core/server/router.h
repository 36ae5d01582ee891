#pragma once

#include "core/server/exchange.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace bw::server {

// Finds the handler for a request by method and path. Patterns are literal but for segments "{}", which match
// anything without '/': "/api/orders/{}". HEAD goes where GET goes. Built before the first request, then only
// read; dispatch() allocates nothing.
class Router {
public:
    using Handler = std::function<void(Exchange&)>;

    // At most Request::maxPathParameters segments "{}".
    void add(Method method, std::string_view pattern, Handler handler);

    // Calls the handler, or answers 404, or 405 with Allow.
    void dispatch(Exchange& exchange) const;

private:
    struct Segment {
        std::string text;
        bool isParameter = false;
    };
    struct Route {
        Method method;
        std::string literal; // the whole path, when it has no parameter
        std::vector<Segment> segments;
        Handler handler;
    };

    [[nodiscard]] static bool matches(const Route& route, Request& request);

    std::vector<Route> m_routes;
};

} // namespace bw::server
