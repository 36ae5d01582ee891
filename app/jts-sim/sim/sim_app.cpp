#include "app/jts-sim/sim/sim_app.h"

#include <charconv>
#include <thread>

namespace bw::jts {

namespace {

constexpr std::uint32_t untold = UINT32_MAX; // a tag: no part of the truth
constexpr std::string_view garbage = "\x16\x03\x01 this is not HTTP \x00\xff\r\n\r\n";

std::string_view wordsFor(Refusal refusal) {
    switch (refusal) {
    case Refusal::BrokerLimit:
        return "too many orders with this API key";
    case Refusal::QueueFull:
        return "all workers are busy and the queue before them is full";
    case Refusal::CeilingWait:
        return "the server is behind and the wait would be too long";
    case Refusal::PoolTimeout:
        return "no connection to the database became free in time";
    case Refusal::None:
        break;
    }
    return {};
}

// The key that a client shows, or what else tells it from others.
std::string_view apiKeyOf(const server::Request& request) {
    const auto key = request.header("X-API-Key");
    return key ? *key : bearerToken(request).value_or(std::string_view());
}

void turnAway(server::Exchange& exchange, const Passage& passage) {
    if (passage.retryAfter > Duration(0)) {
        // Whole seconds (RFC 9110 §10.2.3), never too early.
        const auto seconds = std::chrono::ceil<std::chrono::seconds>(passage.retryAfter).count();
        (void)exchange.response().addHeader("Retry-After", std::to_string(seconds));
    }
    const int status = passage.refusal == Refusal::BrokerLimit ? 429 : 503; // RFC 6585 §4
    refuse(exchange, status, wordsFor(passage.refusal));
}

} // namespace

SimApp::SimApp(SimState& state, unsigned thread)
    : m_state(state)
    , m_context(state)
    , m_dice(state.faults, Random(state.seed, 1000 + thread))
    , m_truth(state.truth.addRecorder()) {
    addTradingRoutes();
    addUserRoutes();
    addAdminRoutes();
}

void SimApp::addTradingRoutes() {
    using server::Method;
    const auto open = Access::Either;
    add(Method::Post, "/api/orders", Category::OrderPlacement, open, [this](auto& e) { m_orders.place(e); });
    add(Method::Delete, "/api/orders/{}", Category::OrderCancellation, open,
        [this](auto& e) { m_orders.cancel(e); });
    add(Method::Get, "/api/market-data/prices", Category::RealTimePrices, open,
        [this](auto& e) { m_markets.prices(e); });
    add(Method::Get, "/api/orders/{}", Category::OrderQuery, open, [this](auto& e) { m_orders.find(e); });
    add(Method::Get, "/api/orders", Category::OrderQuery, open, [this](auto& e) { m_orders.list(e); });
    add(Method::Post, "/api/risk/calculate", Category::RiskCalculation, open,
        [this](auto& e) { m_risks.calculate(e); });
    add(Method::Get, "/api/risk/calculations", Category::RiskResults, open,
        [this](auto& e) { m_risks.last(e); });
    add(Method::Get, "/api/portfolio/positions", Category::PositionUpdates, open,
        [this](auto& e) { m_orders.positions(e); });
    add(Method::Get, "/api/trading/history", Category::TradingHistory, open,
        [this](auto& e) { m_orders.list(e); });
    add(Method::Get, "/api/market-data/candles", Category::HistoricalData, open,
        [this](auto& e) { m_markets.candles(e); });
    add(Method::Get, "/api/market-data/analysis", Category::MarketAnalysis, open,
        [this](auto& e) { m_markets.analysis(e); });
    add(Method::Get, "/ws/market-data", Category::Other, open, [this](auto& e) {
        refuse(e, 426, "this path speaks WebSocket"); // to those who do not ask for it
        e.upgrade(m_feed.join());
    });
}

void SimApp::addUserRoutes() {
    using server::Method;
    const auto documents = [this](std::string_view path, Category category, DocumentKind kind) {
        add(Method::Get, path, category, Access::Session,
            [this, kind](auto& e) { m_users.showDocument(e, kind); });
        add(Method::Put, path, category, Access::Session,
            [this, kind](auto& e) { m_users.changeDocument(e, kind); });
    };
    add(Method::Post, "/api/auth/login", Category::Authentication, Access::Open,
        [this](auto& e) { m_users.login(e); });
    add(Method::Get, "/api/auth/session", Category::Authentication, Access::Session,
        [this](auto& e) { m_users.session(e); });
    add(Method::Post, "/api/auth/logout", Category::Authentication, Access::Session,
        [this](auto& e) { m_users.logout(e); });
    documents("/api/users/profile", Category::ProfileManagement, DocumentKind::Profile);
    documents("/api/users/settings", Category::SettingsUpdates, DocumentKind::Settings);
}

void SimApp::addAdminRoutes() {
    using server::Method;
    add(Method::Get, "/health", Category::Other, Access::Open,
        [](auto& e) { answer(e, 200).beginObject().text("status", "up").endObject(); });
    const auto setFaults = [this](auto& e) { m_admin.setFaults(e); };
    add(Method::Get, "/admin/faults", Category::Other, Access::Local,
        [this](auto& e) { m_admin.showFaults(e); });
    add(Method::Put, "/admin/faults", Category::Other, Access::Local, setFaults);
    add(Method::Post, "/admin/faults", Category::Other, Access::Local, setFaults);
    add(Method::Delete, "/admin/faults", Category::Other, Access::Local,
        [this](auto& e) { m_admin.clearFaults(e); });
    add(Method::Get, "/admin/bottlenecks", Category::Other, Access::Local,
        [this](auto& e) { m_admin.showBottlenecks(e); });
    add(Method::Get, "/admin/truth", Category::Other, Access::Local,
        [this](auto& e) { m_admin.showTruth(e); });
    add(Method::Get, "/admin/feed", Category::Other, Access::Local, [this](auto& e) { m_admin.showFeed(e); });
    add(Method::Delete, "/admin/truth", Category::Other, Access::Local,
        [this](auto& e) { m_admin.clearTruth(e); });
}

void SimApp::add(server::Method method, std::string_view pattern, Category category, Access access,
                 Endpoint endpoint) {
    const std::uint32_t tag = access == Access::Local ? untold : static_cast<std::uint32_t>(category);
    m_router.add(method, pattern,
                 [this, tag, access, endpoint = std::move(endpoint)](server::Exchange& exchange) {
                     exchange.setTag(tag);
                     serve(exchange, access, endpoint);
                 });
}

void SimApp::handle(server::Exchange& exchange) {
    exchange.setTag(static_cast<std::uint32_t>(Category::Other));
    m_context.now = m_state.clock.wallNow();
    m_context.sessionUser.clear();
    m_router.dispatch(exchange);
    if (exchange.response().status() >= 404 && exchange.response().body().empty()) {
        const bool isMissing = exchange.response().status() == 404;
        refuse(exchange, exchange.response().status(),
               isMissing ? "no such path" : "not allowed on this path");
    }
    if (exchange.tag() != untold) {
        m_truth.arrived(static_cast<Category>(exchange.tag()));
    }
}

void SimApp::serve(server::Exchange& exchange, Access access, const Endpoint& endpoint) {
    if (access == Access::Local) {
        if (!exchange.isFromLoopback()) {
            refuse(exchange, 403, "from this machine only");
            return;
        }
        endpoint(exchange);
        return;
    }
    standStill();
    Fate fate = m_dice.roll(exchange.request().path());
    const Passage passage = pass(exchange, fate.latency);
    fate.latency = passage.delay;
    if (passage.refusal != Refusal::None) {
        turnAway(exchange, passage);
    } else if (fate.fault == FaultKind::Error) {
        refuse(exchange, 500, "a fault that was asked for");
    } else if (admit(exchange, access)) {
        endpoint(exchange);
    }
    strike(exchange, fate);
}

// Sleeps on purpose: while a real process stands still, none of its connections is served.
void SimApp::standStill() const {
    const Duration left = m_state.faults.stallLeft(m_state.clock.now());
    if (left > Duration(0)) {
        std::this_thread::sleep_for(left);
    }
}

Passage SimApp::pass(server::Exchange& exchange, Duration latency) {
    Bottlenecks& bottlenecks = m_state.faults.bottlenecks();
    const std::string_view path = exchange.request().path();
    if (!bottlenecks.isOn() || !path.starts_with("/api/")) {
        return {.delay = latency};
    }
    return bottlenecks.pass({.at = exchange.parsedAt(),
                             .path = path,
                             .apiKey = apiKeyOf(exchange.request()),
                             .latency = latency});
}

bool SimApp::admit(server::Exchange& exchange, Access access) {
    if (access == Access::Open) {
        return true;
    }
    const auto token = bearerToken(exchange.request());
    const bool isMissing = token && token->empty();
    if (isMissing && access == Access::Either) {
        return true;
    }
    if (!isMissing && token && m_state.sessions.find(*token, m_context.now, m_context.sessionUser)) {
        return true;
    }
    (void)exchange.response().addHeader("WWW-Authenticate", "Bearer");
    refuse(exchange, 401, isMissing ? "a token is needed" : "no such session");
    return false;
}

void SimApp::strike(server::Exchange& exchange, const Fate& fate) {
    if (fate.fault == FaultKind::Reset) {
        exchange.breakAnswer(server::BreakOff::Reset, fate.share);
    } else if (fate.fault == FaultKind::Truncate) {
        exchange.breakAnswer(server::BreakOff::Close, fate.share);
    } else if (fate.fault == FaultKind::Garbage) {
        exchange.sendGarbage(garbage, server::BreakOff::Close);
    } else if (fate.fault == FaultKind::Hang) {
        exchange.neverAnswer();
        m_truth.ended(static_cast<Category>(exchange.tag()), Ending::Hung, 0, Duration(0));
        return;
    }
    if (fate.latency > Duration(0)) {
        exchange.sendAfter(fate.latency);
    }
}

void SimApp::beforeSend(server::Exchange& exchange, Instant now) {
    const std::chrono::duration<double, std::milli> took = now - exchange.parsedAt();
    constexpr std::string_view prefix = "app;dur=";
    std::array<char, 40> text;
    std::copy(prefix.begin(), prefix.end(), text.begin());
    const auto end = std::to_chars(text.data() + prefix.size(), text.data() + text.size(), took.count(),
                                   std::chars_format::fixed, 4)
                         .ptr;
    const std::string_view value(text.data(), static_cast<std::size_t>(end - text.data()));
    (void)exchange.response().addHeader("Server-Timing", value);
}

void SimApp::onSent(const server::SentAnswer& answer) {
    if (answer.tag != untold) {
        m_truth.ended(static_cast<Category>(answer.tag), answer.isBroken ? Ending::Broken : Ending::Answered,
                      answer.status, answer.sentAt - answer.parsedAt);
    }
}

} // namespace bw::jts
