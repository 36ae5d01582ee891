#include "core/server/router.h"

namespace bw::server {

namespace {

std::string_view nameOf(Method method) {
    switch (method) {
    case Method::Get:
        return "GET";
    case Method::Head:
        return "HEAD";
    case Method::Post:
        return "POST";
    case Method::Put:
        return "PUT";
    case Method::Patch:
        return "PATCH";
    case Method::Delete:
        return "DELETE";
    case Method::Options:
        return "OPTIONS";
    case Method::Other:
        break;
    }
    return {};
}

// Takes the text up to the next '/' off the front of `path`, which begins behind a '/'.
std::string_view takeSegment(std::string_view& path) {
    const std::size_t end = std::min(path.find('/'), path.size());
    const std::string_view segment = path.substr(0, end);
    path.remove_prefix(end == path.size() ? end : end + 1);
    return segment;
}

} // namespace

void Router::add(Method method, std::string_view pattern, Handler handler) {
    Route route{.method = method, .literal = {}, .segments = {}, .handler = std::move(handler)};
    if (pattern.find("{}") == std::string_view::npos) {
        route.literal = pattern;
    } else {
        std::string_view rest = pattern.substr(1);
        while (!rest.empty()) {
            const std::string_view segment = takeSegment(rest);
            route.segments.push_back({std::string(segment), segment == "{}"});
        }
    }
    m_routes.push_back(std::move(route));
}

bool Router::matches(const Route& route, Request& request) {
    const std::string_view path = request.path();
    if (route.segments.empty()) {
        return path == route.literal;
    }
    if (path.empty() || path.front() != '/' || path.back() == '/') {
        return false;
    }
    std::string_view rest = path.substr(1);
    std::size_t parameter = 0;
    for (const Segment& segment : route.segments) {
        const std::string_view text = takeSegment(rest);
        if (text.empty() || (!segment.isParameter && text != segment.text)) {
            return false;
        }
        if (segment.isParameter) {
            request.setPathParameter(parameter++, text);
        }
    }
    return rest.empty();
}

void Router::dispatch(Exchange& exchange) const {
    Request& request = exchange.request();
    const Method method = request.method() == Method::Head ? Method::Get : request.method();
    bool isKnownPath = false;
    for (const Route& route : m_routes) {
        if ((route.method == method || !isKnownPath) && matches(route, request)) {
            if (route.method == method) {
                route.handler(exchange);
                return;
            }
            isKnownPath = true;
        }
    }
    exchange.response().setStatus(isKnownPath ? 405 : 404);
    if (isKnownPath) {
        std::string allowed;
        for (const Route& route : m_routes) {
            if (matches(route, request)) {
                allowed.append(allowed.empty() ? "" : ", ").append(nameOf(route.method));
                allowed.append(route.method == Method::Get ? ", HEAD" : "");
            }
        }
        (void)exchange.response().addHeader("Allow", allowed);
    }
}

} // namespace bw::server
